import { describe, expect, test } from "vitest";
import { anEntry } from "../exchange/testing/an-entry.ts";
import { har, run } from "./testing/run.ts";

const answer = (code: string, status: number) =>
  anEntry({ status, url: "https://api.urblock.io/v1/tokens", body: JSON.stringify({ error: { code, message: "m" } }) });
const fine = anEntry({});
const files = {
  "before.har": har(fine, answer("rate_limited", 429), answer("rate_limited", 429), answer("token_not_found", 404)),
  "after.har": har(fine, fine, answer("rate_limited", 429), answer("invalid_credentials", 401)),
  "broken.har": "{",
};

describe("faultline compare", () => {
  test("prints what is new, gone and changed in count, and the totals", async () => {
    const { code, out } = await run(["compare", "before.har", "after.har"], files);
    expect(code).toBe(0);
    const rows = out.map((line) => line.replace(/ +/g, " ").trim());
    expect(rows.find((row) => row.includes("invalid_credentials"))).toMatch(/^new 0 1 Urblock /);
    expect(rows.find((row) => row.includes("token_not_found"))).toMatch(/^gone 1 0 Urblock /);
    expect(rows.find((row) => row.includes("rate_limited"))).toMatch(/^fewer 2 1 Urblock /);
    expect(rows.at(-1)).toBe("4 API calls before, 4 after; 3 failed before, 2 after.");
  });

  test("says one call, not 1 calls", async () => {
    const one = har(answer("rate_limited", 429));
    const { out } = await run(["compare", "one.har", "other.har"], { "one.har": one, "other.har": one });
    expect(out.at(-1)).toBe("1 API call before, 1 after; 1 failed before, 1 after.");
  });

  test("with --json prints one object with the same facts", async () => {
    const { out } = await run(["compare", "before.har", "after.har", "--json"], files);
    expect(out).toHaveLength(1);
    const result = JSON.parse(out[0] ?? "");
    expect(result).toMatchObject({ calls: { before: 4, after: 4 }, failures: { before: 3, after: 2 } });
    expect(result.codes[0]).toMatchObject({
      provider: "urblock",
      code: "invalid_credentials",
      status: 401,
      before: 0,
      after: 1,
      change: "new",
    });
    expect(result.findings.every((finding: { change: string }) => typeof finding.change === "string")).toBe(true);
  });

  test.each([
    [["before.har", "after.har", "--fail-on-new"], 1],
    [["after.har", "after.har"], 2],
    [["before.har", "missing.har"], 2],
    [["before.har", "broken.har"], 2],
    [["before.har"], 2],
    [["before.har", "after.har", "broken.har"], 2],
  ])("faultline compare %j exits with %d", async (args, expected) => {
    expect((await run(["compare", ...args], files)).code).toBe(expected);
  });

  test("with --fail-on-new passes where everything that is left was there before", async () => {
    const fixed = { ...files, "fixed.har": har(fine, answer("rate_limited", 429)) };
    expect((await run(["compare", "before.har", "fixed.har", "--fail-on-new"], fixed)).code).toBe(0);
  });
});
