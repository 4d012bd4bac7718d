import { describe, expect, test } from "vitest";
import { textOf } from "./testing/formats.ts";
import { isKept } from "./testing/leaks.ts";

const KEY = "sk_test_EXAMPLE4eC39HqLyjWDarjtT1";

describe("the user's note on a call", () => {
  const entry = { requestHeaders: [["authorization", `Bearer ${KEY}`]] } as const;
  const notes = new Map([["entry-0", `clicked *Mint*, @octocat saw\n${KEY} and <b>`]]);

  test.each(["markdown", "text", "json", "har"] as const)("is in %s, redacted like anything else", (format) => {
    const text = textOf(entry, format, { notes });
    expect(isKept(text, "clicked *Mint*, @octocat saw")).toBe(true);
    expect(text).not.toContain(KEY);
  });

  test("is quoted in Markdown, where it can neither format nor mention", () => {
    expect(textOf(entry, "markdown", { notes })).toContain(
      "### What I was doing\n\n> clicked `*Mint*,` `@octocat` saw\n> `\u00abredacted:api-key:1 sk_test_\u00bb` and `<b>`",
    );
  });

  test("is the comment of its HAR entry", () => {
    const har = JSON.parse(textOf(entry, "har", { notes })) as { log: { entries: { comment?: string }[] } };
    expect(har.log.entries.map(({ comment }) => comment)).toEqual([
      "clicked *Mint*, @octocat saw\n\u00abredacted:api-key:1 sk_test_\u00bb and <b>",
    ]);
  });

  test("of another call, or without a word, leaves no trace", () => {
    for (const empty of [new Map([["other", "x"]]), new Map([["entry-0", " \n"]])]) {
      expect(textOf(entry, "markdown", { notes: empty })).not.toContain("What I was doing");
    }
  });
});
