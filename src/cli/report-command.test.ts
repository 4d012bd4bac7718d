import { describe, expect, test } from "vitest";
import { anEntry } from "../exchange/testing/an-entry.ts";
import { parseHar } from "../report/testing/har-format.ts";
import { har, run } from "./testing/run.ts";

const failed = anEntry({
  method: "POST",
  status: 401,
  url: "https://api.urblock.io/auth/login",
  requestBody: '{"email":"dev@example.test","password":"EXAMPLE-pass-1"}',
  requestHeaders: { Authorization: "Bearer sk_live_EXAMPLE00000002", Cookie: "session=EXAMPLE00000003" },
  body: '{"error":{"type":"authentication_error","code":"invalid_credentials","message":"no"}}',
});
const elsewhere = anEntry({ url: "https://other.example.test/x?token=EXAMPLE00000004", status: 500, body: "oops" });
const files = { "a.har": har(failed, 3, elsewhere) };

describe("faultline report", () => {
  test.each(["markdown", "curl", "har", "json", "text"])(
    "--each --format %s prints a redacted line for every entry",
    async (format) => {
      const { out, err } = await run(["report", "a.har", "--each", "--format", format], files);
      const lines = out.map((line) => JSON.parse(line));
      expect(lines.map((line) => [line.entry, line.format, typeof line.text])).toEqual([
        [0, format, "string"],
        [1, format, "object"],
        [2, format, "string"],
      ]);
      expect(out.join()).not.toMatch(/EXAMPLE-pass-1|EXAMPLE0000000\d|dev@example/);
      expect(err.join()).toContain("Entry 1 has no report");
    },
  );

  test("--entry prints the one report as it is", async () => {
    const { code, out } = await run(["report", "a.har", "--entry", "0"], files);
    expect(code).toBe(0);
    expect(out.join("\n")).toContain("invalid_credentials");
  });

  test("without either reports the failures of every host together", async () => {
    const { out } = await run(["report", "a.har", "--format", "har"], files);
    expect(JSON.parse(out.join("\n")).log.entries).toHaveLength(2);
    const { out: known } = await run(["report", "a.har", "--format", "har", "--only-known"], files);
    expect(JSON.parse(known.join("\n")).log.entries).toHaveLength(1);
  });

  test("given nothing that failed, says how to report an entry all the same", async () => {
    const { code, err } = await run(["report", "a.har"], { "a.har": har(anEntry()) });
    expect([code, err.join()]).toEqual([0, expect.stringContaining("--entry")]);
  });
});

describe("faultline report of some calls", () => {
  const fine = anEntry({ startedDateTime: "2026-01-14T10:29:00.000Z" });
  const entriesOf = (out: readonly string[]): readonly { response: { status: number } }[] =>
    JSON.parse(out.join("\n")).log.entries;

  test.each([
    [[], [401]],
    [["--all"], [200, 401]],
    [["--filter", "status:2xx"], [200]],
    [["--filter", "code:invalid_credentials"], [401]],
  ])("with %j writes a HAR of the calls with status %j", async (options, statuses) => {
    const { code, out } = await run(["report", "a.har", "--format", "har", ...options], { "a.har": har(fine, failed) });
    expect(code).toBe(0);
    expect(entriesOf(out).map(({ response }) => response.status)).toEqual(statuses);
  });

  test("a HAR of many calls is valid, holds all of them, and no key of another call", async () => {
    const token = "q7Wm2ZxEXAMPLE94kTnB5vLp";
    const calls = Array.from({ length: 150 }, (_, index) =>
      anEntry({ status: 404, url: `https://api.urblock.io/v1/tokens/${index}`, body: `{"note":"saw ${token}"}` }),
    );
    const login = anEntry({ url: "https://api.urblock.io/v1/login", body: `{"access_token":"${token}"}` });
    const { code, out } = await run(["report", "a.har", "--format", "har", "--all"], { "a.har": har(...calls, login) });
    expect(code).toBe(0);
    expect(parseHar(out.join("\n")).log.entries).toHaveLength(151);
    expect(out.join("\n")).not.toContain(token);
  });

  test("a filter with a word that means nothing is refused, not ignored", async () => {
    const { code, err } = await run(["report", "a.har", "--filter", "status:abc"], files);
    expect(code).toBe(2);
    expect(err.join()).toContain("The filter cannot be used");
  });
});

test("--each takes eight times as long for eight times as many entries", { timeout: 60_000 }, async () => {
  const took = async (count: number): Promise<number> => {
    const entries = Array.from({ length: count }, (_, index) =>
      anEntry({
        status: 404,
        url: `https://api.urblock.io/v1/tokens/${index}`,
        body: '{"error":{"code":"not_found"}}',
      }),
    );
    const recording = { "a.har": har(...entries) };
    const began = performance.now();
    const { out } = await run(["report", "a.har", "--each", "--format", "text"], recording);
    expect(out).toHaveLength(count);
    return performance.now() - began;
  };
  await took(20);
  // Linear is 8, quadratic 64; the rest is noise.
  expect((await took(800)) / (await took(100))).toBeLessThan(30);
});
