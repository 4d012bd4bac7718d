import { describe, expect, test } from "vitest";
import { anEntry } from "../exchange/testing/an-entry.ts";
import { har, run } from "./testing/run.ts";

const failed = (message: string) =>
  anEntry({
    status: 429,
    url: "https://api.urblock.io/v1/tokens?access_token=EXAMPLE0000000009&page=2",
    body: JSON.stringify({ error: { type: "rate_limit_error", code: "rate_limited", message } }),
    requestHeaders: { Authorization: "Bearer sk_test_EXAMPLE00000001" },
  });

describe("faultline decode --annotations github", () => {
  test("prints an error for each failed call, a warning for each finding and a notice that counts", async () => {
    const { out, code } = await run(["decode", "a.har", "--annotations", "github"], { "a.har": har(failed("slow")) });
    expect(code).toBe(0);
    expect(out[0]).toMatch(/^::error file=a\.har,title=429 rate_limited%3A [^:,]+::GET https:\/\/api\.urblock\.io/);
    expect(out.slice(1, -1).every((line) => line.startsWith("::warning file=a.har,title="))).toBe(true);
    expect(out.length).toBeGreaterThan(2);
    expect(out.at(-1)).toMatch(/^::notice file=a\.har,title=Faultline::1 API call, 1 failed, \d+ findings?\.$/);
  });

  test("keeps each command on one line and lets no secret through", async () => {
    const { out } = await run(["decode", "a,b:c%.har", "--annotations", "github"], {
      "a,b:c%.har": har(failed("one\n::error::two\u001B[2J")),
    });
    expect(
      out.every((line) => /^::(error|warning|notice) file=a%2Cb%3Ac%25\.har,title=[^:,\n]+::[^\n\r]+$/.test(line)),
    ).toBe(true);
    for (const part of ["EXAMPLE0000000", "\u001B"]) expect(out.join()).not.toContain(part);
  });

  test("cannot be asked for together with --json, nor for another service", async () => {
    for (const options of [
      ["--annotations", "github", "--json"],
      ["--annotations", "gitlab"],
    ])
      expect((await run(["decode", "a.har", ...options], { "a.har": har() })).code).toBe(2);
  });
});
