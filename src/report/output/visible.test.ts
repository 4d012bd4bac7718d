import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plain } from "../../cli/terminal-text.ts";
import { textOf } from "../testing/formats.ts";
import { HIDDEN, hostileText } from "../testing/shells/hostile-text.ts";
import { HIDDEN_CHARACTERS, visible, visibleJson } from "./visible.ts";

/** The known ones that remain, beside line feeds and, if they may, tabs. */
function left(text: string): readonly string[] {
  return text.replaceAll("\n", "").match(HIDDEN_CHARACTERS) ?? [];
}

describe("text with its hidden characters written out", () => {
  test("shows each of the known ones as an escape", () => {
    for (const character of HIDDEN) {
      const shown = visible(`a${character}b`);
      if (character === "\t" || character === "\n" || character === "\r") continue;
      expect(shown).toMatch(/^a(?:\\u[0-9a-f]{4}){1,2}b$/);
    }
  });

  test("keeps line feeds, tabs, letters and coloured emoji as they are", () => {
    const text = "a\n\tcaf\u00e9 \u65e5\u672c \u{1f600} \u2764\ufe0f";
    expect(visible(text)).toBe(text);
  });

  test("shows a variation selector that follows no picture", () => {
    expect(visible("a\ufe0f\u2764\ufe0f\ufe0f")).toBe("a\\ufe0f\u2764\ufe0f\\ufe0f");
  });
});

describe("text for a terminal", () => {
  test("holds none of the hidden characters, and is one line", () => {
    fc.assert(fc.property(hostileText, (text) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(plain(text))));
    for (const character of HIDDEN) expect(plain(`a${character}b`)).toBe("a\ufffdb");
  });
});

describe("JSON with its hidden characters written as escapes", () => {
  test("is read as the same value and holds none of them", () => {
    fc.assert(
      fc.property(fc.dictionary(hostileText, fc.array(hostileText)), fc.constantFrom(undefined, 2), (value, indent) => {
        const json = visibleJson(value, indent);
        expect(left(json)).toEqual([]);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test.each(["har", "json"] as const)("is what a report as %s is written in", (format) => {
    const hidden = HIDDEN.join("");
    const text = textOf(
      {
        requestHeaders: [["x-note", `a${hidden}`]],
        requestBody: `b${hidden}`,
        requestType: "text/plain",
        body: JSON.stringify({ error: { code: "x", message: `c${hidden}` } }),
      },
      format,
    );
    expect(left(text)).toEqual([]);
    expect(text).toContain("\\u202e");
  });
});
