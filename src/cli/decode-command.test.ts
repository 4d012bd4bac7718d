import { gzipSync, strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { anEntry } from "../exchange/testing/an-entry.ts";
import { har, run } from "./testing/run.ts";

const error = (code: string): string =>
  JSON.stringify({ error: { type: "rate_limit_error", code, message: "slow down" } });
const limited = anEntry({
  status: 429,
  url: "https://api.urblock.io/v1/tokens?limit=3",
  body: error("rate_limited"),
  requestHeaders: { Authorization: "Bearer sk_test_EXAMPLE00000001" },
  responseHeaders: { "Retry-After": "12", "X-RateLimit-Limit": "100", "X-RateLimit-Remaining": "0" },
});
const fine = anEntry({ startedDateTime: "2026-01-14T10:29:00.000Z" });
const script = anEntry({ url: "https://cdn.example.test/app.js", body: "x", resourceType: "script", mimeType: "" });
const undocumented = anEntry({
  url: "https://api.shop.example/v1/orders",
  status: 500,
  body: '{"message":"no stock"}',
});

describe("faultline decode --json", () => {
  test("prints one line for each API call, in file order, with every member of the contract", async () => {
    const { code, out } = await run(["decode", "a.har", "--json"], { "a.har": har(fine, script, limited) });
    const lines = out.map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(lines.map((line) => line.entry)).toEqual([0, 2]);
    expect(lines[1]).toMatchObject({
      at: "2026-01-14T10:30:00.000Z",
      method: "GET",
      url: "https://api.urblock.io/v1/tokens?limit=3",
      host: "api.urblock.io",
      provider: "urblock",
      status: 429,
      code: "rate_limited",
      type: "rate_limit_error",
      message: "slow down",
      field: null,
      requestId: null,
      meaning: "known",
      advice: { retry: "after-delay", waitSeconds: 12, retryAt: "2026-01-14T10:30:12.100Z", basis: "header" },
      rateLimit: { limit: 100, remaining: 0, resetAt: null, retryAt: "2026-01-14T10:30:12.100Z" },
    });
    expect(lines[1].findings.map((finding: { id: string }) => finding.id)).toContain("secret-key-in-browser");
    expect(out.join()).not.toContain("EXAMPLE00000001");
  });

  test("with --all prints a line for every entry, also those it cannot read", async () => {
    const { out, err } = await run(["decode", "a.har", "--json", "--all"], { "a.har": har(script, 7, limited) });
    const lines = out.map((line) => JSON.parse(line));
    expect(lines.map((line) => [line.entry, line.provider, line.meaning])).toEqual([
      [0, null, "none"],
      [1, null, "none"],
      [2, "urblock", "known"],
    ]);
    expect(lines[0].problem).toBe("Not decoded: this is not an API call.");
    expect(lines[1].problem).toBe("The entry is not an object.");
    expect(err).toEqual([]);
  });

  test("one bad entry is named and loses none of the others", async () => {
    const { code, out, err } = await run(["decode", "a.har", "--json"], { "a.har": har(null, limited) });
    expect([code, out.length]).toEqual([0, 1]);
    expect(err).toEqual(["Entry 0 was skipped: The entry is not an object."]);
  });

  test("given --provider, decodes a host that stands in for an API", async () => {
    const local = anEntry({ url: "http://localhost:4010/v1/tokens", status: 429, body: error("rate_limited") });
    const { out } = await run(["decode", "-", "--json", "--provider", "localhost:4010=urblock"], { "-": har(local) });
    expect(JSON.parse(out[0] ?? "")).toMatchObject({
      provider: "urblock",
      host: "localhost:4010",
      code: "rate_limited",
    });
  });
});

describe("--provider", () => {
  test.each([
    ["a b.test=urblock", "no spaces"],
    ["*=urblock", "every site"],
    ["localhost:99999=urblock", "1 to 65535"],
    ["ftp://a.test=urblock", "http or https"],
    ["a.test=nobody", 'no provider "nobody"'],
    ["urblock", "takes HOST=ID"],
  ])("given %s, says what is wrong and ends with 2", async (given, problem) => {
    const { code, out, err } = await run(["decode", "a.har", "--provider", given], { "a.har": har(limited) });
    expect([code, out]).toEqual([2, []]);
    expect(err.join()).toContain(problem);
  });

  test("names a mapping that decides nothing", async () => {
    const args = ["decode", "a.har", "--provider", "a.test=urblock", "--provider", "A.TEST=chainguard"];
    const { code, err } = await run(args, { "a.har": har(limited) });
    expect(code).toBe(0);
    expect(err.join()).toMatch(/^faultline: --provider (a|A)\.(test|TEST)=(urblock|chainguard): /);
  });
});

describe("faultline decode", () => {
  test("prints a table with the verdict below each failure and a count", async () => {
    const { code, out } = await run(["decode", "a.har"], { "a.har": har(fine, limited) });
    expect(code).toBe(0);
    expect(out.join("\n")).toMatch(
      /429 +retry after 12 s +https:\/\/api\.urblock\.io\/v1\/tokens\?limit=3\n +rate_limited: /,
    );
    expect(out.at(-1)).toMatch(/^2 API calls, 1 failed/);
  });

  test("lets no control character of the traffic reach the terminal", async () => {
    const hostile = anEntry({
      status: 400,
      url: "https://api.urblock.io/\u001B[2J\u202Ex",
      body: error("\u001B]0;title\u0007"),
    });
    const { out } = await run(["decode", "a.har"], { "a.har": har(hostile) });
    // oxlint-disable-next-line no-control-regex
    expect(out.join("")).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/);
  });

  test("shows the failures of every host, and counts the calls of each", async () => {
    const { out } = await run(["decode", "a.har"], { "a.har": har(undocumented, fine, limited, script) });
    const text = out.join("\n");
    expect(text).toContain("https://api.shop.example/v1/orders");
    expect(text).toContain("no stock");
    expect(text).not.toContain("\n1     10:29:00");
    expect(out.slice(-3)).toEqual([
      "  api.urblock.io    2 calls, 1 failed",
      "  api.shop.example  1 call, 1 failed",
      expect.stringMatching(/^3 API calls to 2 hosts, 2 failed, \d+ findings?\.$/),
    ]);
  });

  test("with --all shows the calls that did not fail as well", async () => {
    const { out } = await run(["decode", "a.har", "--all"], { "a.har": har(fine) });
    expect(out[1]).toMatch(/^0 +10:29:00\.000 GET +200/);
  });

  test("with --only-known counts what it leaves out", async () => {
    const args = ["decode", "a.har", "--only-known"];
    const { out } = await run(args, { "a.har": har(undocumented) });
    expect(out).toEqual(["--only-known left out 1 call to hosts without a document, 1 of them failed."]);
    const annotated = await run([...args, "--annotations", "github"], { "a.har": har(undocumented) });
    expect(annotated.out).toEqual([expect.stringMatching(/^::warning .*1 of them failed\.$/)]);
  });

  test("of a recording without an API call says what else is in it", async () => {
    const { code, out } = await run(["decode", "a.har"], { "a.har": har(script, script) });
    expect([code, out]).toEqual([0, ["No API call. 2 other entries: documents, scripts, images and other files."]]);
  });

  test("a file in which no entry can be read is an error", async () => {
    const { code, err } = await run(["decode", "a.har"], { "a.har": har(7, null) });
    expect(code).toBe(2);
    expect(err.at(-1)).toBe("None of the 2 entries can be read.");
  });
});

describe("exit codes", () => {
  const files = {
    "unknown.har": har(undocumented),
    "good.har": har(fine),
    "bad.har": har(limited),
    "broken.har": "{",
    "other.har": "[1",
  };

  test.each([
    [["decode", "bad.har"], 0],
    [["decode", "bad.har", "--fail-on-error"], 1],
    [["decode", "good.har", "--fail-on-error"], 0],
    [["decode", "unknown.har", "--fail-on-error"], 1],
    [["decode", "unknown.har", "--fail-on-error", "--only-known"], 0],
    [["decode", "bad.har", "--fail-on", "retry-storm,secret-key-in-browser"], 1],
    [["decode", "bad.har", "--fail-on", "retry-storm"], 0],
    [["decode", "bad.har", "--fail-on", "no-such-finding"], 2],
    [["decode", "broken.har"], 2],
    [["decode", "missing.har"], 2],
    [["decode"], 2],
    [["decode", "good.har", "missing.har"], 2],
    [["decode", "good.har", "--provider", "x"], 2],
    [["decode", "good.har", "--provider", "x=nobody"], 2],
    [["decode", "good.har", "--unknown"], 2],
    [["report", "good.har", "--format", "pdf"], 2],
    [["report", "good.har", "--entry", "9"], 2],
    [["report", "good.har", "--entry", "1", "--each"], 2],
    [["explain"], 2],
    [["--version"], 0],
    [[], 0],
  ])("faultline %j exits with %d", async (args, expected) => {
    const { code, err } = await run(args, files);
    expect(code).toBe(expected);
    if (expected === 2) expect(err.join("\n")).not.toBe("");
  });

  test("given a file that is no HAR, says what is wrong with it on standard error and prints nothing", async () => {
    const { out, err } = await run(["decode", "broken.har", "--json"], files);
    expect(out).toEqual([]);
    expect(err.join()).toMatch(/broken\.har: The file is not JSON/);
  });
});

describe("several files", () => {
  const files = { "out/a.har": har(fine, limited), "out/b.har": har(limited), "out/c.har": "{" };

  test("given a pattern, decodes what it names, each under its own name", async () => {
    const { code, out } = await run(["decode", "out/a*", "out/b.har", "out/*b.har"], files);
    expect(code).toBe(0);
    expect(out.filter((line) => line.startsWith("out/"))).toEqual(["out/a.har", "out/b.har"]);
  });

  test("with --json each line says its file, with one file it does not", async () => {
    const { out } = await run(["decode", "out/a.har", "out/b.har", "--json"], files);
    expect(out.map((line) => [JSON.parse(line).file, JSON.parse(line).entry])).toEqual([
      ["out/a.har", 0],
      ["out/a.har", 1],
      ["out/b.har", 0],
    ]);
    const one = await run(["decode", "out/b.har", "--json"], files);
    expect(one.out.map((line) => "file" in JSON.parse(line))).toEqual([false]);
  });

  test("one file that is no HAR loses none of the others, and fails the command", async () => {
    const { code, out, err } = await run(["decode", "out/*", "--json"], files);
    expect([code, out.length]).toEqual([2, 3]);
    expect(err.join()).toMatch(/out\/c\.har: The file is not JSON/);
  });

  test("a pattern that names nothing fails, so that a CI job cannot pass on no file at all", async () => {
    const { code, err } = await run(["decode", "none/*.har"], files);
    expect(code).toBe(2);
    expect(err.join()).toContain("none/*.har cannot be read");
  });
});

test("a folder is refused with the pattern that names what is in it", async () => {
  const { code, err } = await run(["decode", "out"], { "out/a.har": har(limited) });
  expect([code, err.join()]).toEqual([2, expect.stringContaining('name what is in it, as in "out/**/*.har"')]);
});

describe("files as tools write them", () => {
  test("given gzip and a zip of Playwright's recordHar, decodes what is in them", async () => {
    const attached = anEntry({ status: 429, url: "https://api.urblock.io/v1/tokens", body: null });
    const text = har(attached).replace(
      '"mimeType":"application/json"}',
      '"mimeType":"application/json","_file":"a.json"}',
    );
    const zip = zipSync({ "har.har": strToU8(text), "a.json": strToU8(error("rate_limited")) });
    const files = { packed: gzipSync(strToU8(har(limited))), "har.zip": zip };
    for (const file of Object.keys(files)) {
      const { out, err } = await run(["decode", file, "--json"], files);
      expect(err).toEqual([]);
      expect(JSON.parse(out[0] ?? "")).toMatchObject({ status: 429, code: "rate_limited" });
    }
  });

  test("given a file that was cut off, decodes what is there and says so", async () => {
    const whole = har(limited, fine);
    const { code, out, err } = await run(["decode", "a", "--json"], { a: whole.slice(0, whole.length - 200) });
    expect([code, out.length]).toEqual([0, 1]);
    expect(err.join("\n")).toMatch(/a ends early; 2 entries/);
    expect(err.join("\n")).toMatch(/Entry 1 was skipped: The file ends inside this entry/);
  });

  test("given Chrome's export without credentials, says nothing about missing ones", async () => {
    const unauthorized = anEntry({ status: 401, url: "https://api.urblock.io/v1/tokens", body: error("unauthorized") });
    const chrome = har(unauthorized).replace('"name":"test"', '"name":"WebInspector"');
    const verdicts = async (text: string) => {
      const { out } = await run(["decode", "a", "--json"], { a: text });
      return JSON.parse(out[0] ?? "").findings.map((finding: { id: string }) => finding.id);
    };
    expect(await verdicts(har(unauthorized))).toContain("missing-auth-header");
    expect(await verdicts(chrome)).not.toContain("missing-auth-header");
  });
});
