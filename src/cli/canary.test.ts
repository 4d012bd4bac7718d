import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { echoes, headerPlantings, headerSafe, named, plantings } from "../report/testing/canaries.ts";
import { harEntry, type CorpusEntry } from "../report/testing/corpus/case.ts";
import { leaksOf } from "../report/testing/leaks.ts";
import { har, run } from "./testing/run.ts";

/** Every way in which the command line prints something of a recording. */
const DOORS: readonly (readonly string[])[] = [
  ["decode", "a.har"],
  ["decode", "a.har", "--json"],
  ["decode", "a.har", "--json", "--all"],
  ["decode", "a.har", "--annotations", "github"],
  ["compare", "a.har", "empty.har"],
  ["compare", "empty.har", "a.har", "--json"],
  ["report", "a.har"],
  ["report", "a.har", "--format", "har", "--all"],
  ...["markdown", "curl", "har", "json", "text"].map((format) => ["report", "a.har", "--format", format, "--each"]),
];

/** The doors at which the secret can be read, on standard output or standard error. */
async function openDoors(entries: readonly object[], secret: string): Promise<readonly string[]> {
  const files = { "a.har": har(...entries), "empty.har": har() };
  const open: string[] = [];
  for (const door of DOORS) {
    const { out, err } = await run(door, files);
    if (leaksOf([...out, ...err].join("\n"), secret).length > 0) open.push(door.join(" "));
  }
  return open;
}

const RUNS = { numRuns: Number(process.env["CANARY_RUNS"] ?? 8) };
const SECRET = "Zx8kQ2mVt7Rb4LpN9sWc1Yh6Jd3Gf5Ta";
const failure = (error: object): CorpusEntry => ({ status: 400, body: JSON.stringify({ error }) });

describe("no door of the command line shows a secret", { timeout: 600_000 }, () => {
  test("that any place of a call gives away and the answer repeats in any spelling", async () => {
    const cases = named.chain((secret) =>
      fc.tuple(plantings(secret), echoes(secret)).map(([plant, echo]) => ({ secret, entry: { ...plant, ...echo } })),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ({ secret, entry }) => {
        expect(await openDoors([harEntry(entry)], secret)).toEqual([]);
      }),
      RUNS,
    );
  });

  test("that a header gives away", async () => {
    const cases = headerSafe.chain((secret) =>
      fc
        .tuple(headerPlantings(secret), echoes(secret))
        .map(([plant, echo]) => ({ secret, entry: { ...plant, ...echo } })),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ({ secret, entry }) => {
        expect(await openDoors([harEntry(entry)], secret)).toEqual([]);
      }),
      RUNS,
    );
  });

  test("that only another call gives away, before or after it, of a known API or another host", async () => {
    const login = (url: string): CorpusEntry => ({ url, status: 200, body: JSON.stringify({ access_token: SECRET }) });
    const asked = (echo: CorpusEntry): CorpusEntry => ({ url: "https://api.urblock.io/v1/tokens/7", ...echo });
    for (const signIn of ["https://api.urblock.io/v1/session", "https://id.shop.test/oauth/token"]) {
      for (const echo of [
        failure({ code: SECRET, message: "no" }),
        failure({ code: "refused", message: `cannot use ${SECRET} here` }),
        failure({ code: "refused", param: SECRET, request_id: SECRET }),
        { ...failure({ code: "refused" }), url: `https://api.urblock.io/v1/tokens/${SECRET}?cursor=${SECRET}` },
        { ...failure({ code: "refused" }), responseHeaders: [["X-Request-ID", SECRET]] as const },
      ]) {
        const calls = [login(signIn), asked(echo)].map(harEntry);
        expect(await openDoors(calls, SECRET)).toEqual([]);
        expect(await openDoors(calls.toReversed(), SECRET)).toEqual([]);
      }
    }
  });

  test("that is sent as the method, or repeated by a finding about the next call", async () => {
    const sent = { requestHeaders: [["Authorization", `Bearer ${SECRET}`]] as const, requestBody: '{"a":1}' };
    const refused = { ...sent, ...failure({ code: SECRET, message: "no" }), status: 429 };
    expect(await openDoors([harEntry(refused), harEntry(refused), harEntry(refused)], SECRET)).toEqual([]);
    expect(await openDoors([harEntry({ ...sent, method: SECRET })], SECRET)).toEqual([]);
  });
});

/** An entry with a text in every place that HAR has. */
function everyPlace(): object {
  const error = { code: "refused", type: "t", message: "no", param: "p", request_id: "r", timestamp: "x" };
  const base = harEntry({
    requestHeaders: [["x-sent", "a"]],
    responseHeaders: [["x-answered", "b"]],
    requestBody: '{"a":1}',
    params: [{ name: "f", value: "v", fileName: "n.txt", contentType: "text/plain" }],
    body: JSON.stringify({ error }),
    redirectUrl: "https://app.shop.test/x",
    statusText: "Bad",
  });
  const frame = { functionName: "f", url: "https://app.shop.test/x.js", lineNumber: 1, columnNumber: 1 };
  return {
    ...base,
    pageref: "page",
    comment: "c",
    connection: "443",
    serverIPAddress: "203.0.113.9",
    _resourceType: "xhr",
    _priority: "High",
    _initiator: { type: "script", stack: { callFrames: [frame] } },
  };
}

/** The same with every text in turn made to hold the secret; bodies get it as each fact of their error. */
function planted(entry: unknown, secret: string): readonly unknown[] {
  if (typeof entry === "string") {
    if (entry.startsWith("http")) return [`https://api.urblock.io/v1/${secret}/x?cursor=${secret}#${secret}`];
    if (!entry.includes('"error"')) return [secret, `${entry};x=${secret}`];
    return Object.keys(JSON.parse(entry).error as object).map((fact) =>
      JSON.stringify({ error: { message: "no", [fact]: secret } }),
    );
  }
  if (typeof entry !== "object" || entry === null) return [];
  return Object.entries(entry).flatMap(([name, value]) =>
    planted(value, secret).map((changed) =>
      Array.isArray(entry)
        ? entry.map((item, at) => (String(at) === name ? changed : item))
        : { ...entry, [name]: changed },
    ),
  );
}

test("a token of the sign-in is at no door, in whichever place of a call it is, and no report is refused", async () => {
  const login = harEntry({ url: "https://id.shop.test/token", status: 200, body: `{"access_token":"${SECRET}"}` });
  const calls = planted(everyPlace(), SECRET);
  expect(calls.length).toBeGreaterThan(50);
  const problems: string[] = [];
  for (const call of calls) {
    const open = await openDoors([login, call as object], SECRET);
    const { err } = await run(["report", "a.har", "--each"], { "a.har": har(login, call) });
    const refused = err.filter((line) => line.includes("has no report"));
    if (open.length + refused.length > 0) problems.push(`${JSON.stringify(call)}: ${[...open, ...refused].join(", ")}`);
  }
  expect(problems).toEqual([]);
}, 600_000);

describe("a key of a known form as the error code", () => {
  const key = ["sk", "live", "EXAMPLE4eC39HqLyjWDarjtT1"].join("_");
  const limited = failure({ code: key, message: "no" });

  test("is in no table, annotation, line or comparison", async () => {
    const windows = { responseHeaders: [["RateLimit-Policy", `"${key}";q=10;w=60`]] as const };
    expect(await openDoors([harEntry({ ...limited, ...windows })], key)).toEqual([]);
  });

  test("leaves the words beside it", async () => {
    const { out } = await run(["decode", "a.har", "--annotations", "github"], { "a.har": har(harEntry(limited)) });
    expect(out[0]).toMatch(/title=400 «redacted%3Aapi-key%3A1 sk_live_»%3A Unknown code «redacted%3Aapi-key%3A1/);
  });
});

describe("what a report could not decide", () => {
  const random = "q7Wm2ZxEXAMPLE94kTnB5vLp";
  const undecided = { ...failure({ code: "refused", message: "no" }), requestBody: JSON.stringify({ thing: random }) };

  test("is named on standard error with its place, without the value", async () => {
    const { out, err } = await run(["report", "a.har"], { "a.har": har(harEntry(undecided)) });
    expect(out.join("\n")).toContain(random);
    expect(err).toEqual(["Needs review: the request body holds a value of 24 characters that looks generated."]);
  });

  test("is named for each entry under --each", async () => {
    const { err } = await run(["report", "a.har", "--each"], { "a.har": har(harEntry(undecided)) });
    expect(err[0]).toMatch(/^Entry 0: Needs review: /);
  });
});
