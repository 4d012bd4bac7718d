import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completions, seenValues } from "./filter/complete.ts";
import { FILTER_HELP, parseFilter } from "./filter/parse-filter.ts";
import { EMPTY_FILTER, matches, narrows } from "./filter.ts";
import { FILTER_KEYS } from "./filter/keys.ts";
import { rowOf, type EventRow, type Row } from "./row.ts";
import { anEvent, START, type EventShape } from "./testing/an-event.ts";

function aRow(shape: EventShape = {}, members: Partial<EventRow> = {}): Row {
  const event = anEvent(shape);
  const row = rowOf({ kind: "event", id: event.id, at: event.exchange.startedAt, event, findings: [], notes: [] });
  return row.kind === "event" ? { ...row, ...members } : row;
}
const passes = (text: string, row: Row): boolean => matches(parseFilter(text), row);
const problems = (text: string): readonly string[] => parseFilter(text).problems.map(({ problem }) => problem);

const limited = aRow(
  {
    method: "POST",
    url: "https://api.urblock.io/v1/tokens/tok_1/mint?dry=1",
    status: 429,
    code: "rate_limited",
    type: "rate_limit_error",
    message: "Too many requests",
    providerId: "urblock",
    providerName: "Urblock",
    requestId: { value: "req_ab12", from: "header", name: "X-Request-ID" },
    requestBody: '{"to":"0xABC"}',
    responseBody: { kind: "text", text: '{"error":"Slow down"}' },
    responseHeaders: { "Retry-After": "12", "Content-Type": "application/json" },
    durationMs: 2000,
    size: 10_000,
    advice: { retry: "after-delay", waitSeconds: 12, retryAt: null, basis: "header", reason: "", cautions: [] },
  },
  { findings: [{ id: "retry-storm", text: "", change: "", rule: "", related: [] }] },
);

describe("each key", () => {
  test.each([
    ["status:429", true],
    ["status:4xx", true],
    ["status:400-499", true],
    ["status:500,429", true],
    ["status:5xx", false],
    ["status-code:429", true],
    ["method:post", true],
    ["method:GET,POST", true],
    ["method:GET", false],
    ["host:urblock", true],
    ["host:*.urblock.io", true],
    ["host:urblock.*", false],
    ["domain:api.urblock.io", true],
    ["provider:urblock", true],
    ["provider:Urb*", true],
    ["provider:chainguard", false],
    ["code:RATE_LIMITED", true],
    ["code:/^rate/", true],
    ["code:/^limited/", false],
    ["type:rate_limit", true],
    ["type:card_error", false],
    ["retry:after-delay", true],
    ["retry:no,after-delay", true],
    ["retry:yes", false],
    ["finding:retry-storm", true],
    ["finding:storm", true],
    ["finding:*", true],
    ["finding:missing-bearer", false],
    ["id:req_ab", true],
    ["id:zz", false],
    ["path:/mint", true],
    ["path:dry", false],
    ["url:dry=1", true],
    ["body:0xabc", true],
    ['body:"slow down"', true],
    ["body:nothing", false],
    ["message:many", true],
    ["mime-type:application/json", true],
    ["has-response-header:retry-after", true],
    ["is:error", true],
    ["is:from-cache", false],
    ["larger-than:9.9k", true],
    ["larger-than:10k", false],
    ["slower-than:1.9s", true],
    ["slower-than:2s", false],
    ["after:12:00", true],
    ["before:12:00", false],
    ["before:12:00:01", true],
    ["after:2024-01-15T13:00:00+01:00", true],
    ["before:2024-01-15T12:00:00Z", false],
    ["before:2024-01-16", true],
  ])("%s", (text, expected) => {
    expect(problems(text)).toEqual([]);
    expect(passes(text, limited)).toBe(expected);
    expect(passes(`-${text}`, limited)).toBe(!expected);
  });

  test("is tried above and listed in the help", () => {
    const help = FILTER_HELP.map(({ syntax }) => syntax).join(" ");
    for (const key of FILTER_KEYS) expect(help).toContain(`${key.name}:`);
    for (const key of FILTER_KEYS) expect(problems(`${key.name}:${key.example}`), key.name).toEqual([]);
  });
});

describe("free text", () => {
  test.each([
    ["", true],
    ["mint", true],
    ["MINT", true],
    ["tok_1 429", true],
    ["tok_1 404", false],
    ['"too many"', true],
    ['"many too"', false],
    ["-mint", false],
    ["-delete", true],
    ["/tok_\\d/", true],
    ["/tok_[a-z]/i", false],
    ["-/tok_\\d/", false],
    ["/v1/tokens", true],
    ["https://api.urblock.io", true],
    ["req_ab12", true],
    ["retry-storm", true],
    ["-", true],
    ["rate*", false],
  ])("%s", (text, expected) => {
    expect(passes(text, limited)).toBe(expected);
  });

  test("a host with a port is text, not a key", () => {
    const local = aRow({ url: "http://localhost:4010/x" });
    expect(passes("localhost:4010", local)).toBe(true);
    expect(passes("localhost:4011", local)).toBe(false);
  });

  test("finds an unreadable entry by its problem, and no key finds one", () => {
    const unreadable: Row = { kind: "unreadable", id: "u", at: START, problem: "The entry has no request." };
    expect(passes("no request", unreadable)).toBe(true);
    expect(passes("urblock", unreadable)).toBe(false);
    expect(passes("status:4xx", unreadable)).toBe(false);
    expect(passes("-status:4xx", unreadable)).toBe(true);
  });

  test("navigation markers pass every filter", () => {
    expect(passes("nothing", { kind: "navigation", id: "n", at: START, url: "https://app.example.test/" })).toBe(true);
  });
});

describe("a word that means nothing is marked in its place and ignored", () => {
  test.each([
    ["status:4x", "“4x” is not a status: write 404, 4xx, 400-499 or none."],
    ["status:499-400", "“499-400” is not a status: write 404, 4xx, 400-499 or none."],
    ["status:", "“status:” needs a value, such as 4xx."],
    ["statuss:404", "There is no filter “statuss:”. Put the text in quotation marks to search for it."],
    ["retry:later", "“later” is not a retry advice: write no, yes, after-delay, sometimes."],
    ["finding:nonsense", "There is no finding of this name."],
    ["method:/get/", "“method:” takes no pattern."],
    ["before:25:00", "“25:00” is not a time: write 14:32, 14:32:05 or 2024-01-15T14:32:00Z."],
    ["after:2024-02-30", "“2024-02-30” is not a time: write 14:32, 14:32:05 or 2024-01-15T14:32:00Z."],
    ["larger-than:big", "“big” is not a size: write 500, 10k or 1.5M."],
    ["slower-than:1h", "“1h” is not a length of time: write 300ms, 2s or 1m."],
    ['"open', "The closing quotation mark is missing."],
    ["/(a/", "A parenthesis is not closed."],
    ["code:/(?=x)/", "Look-ahead and look-behind are not supported."],
    ["is:odd", "“odd” is not a state: write error, from-cache, service-worker-intercepted."],
  ])("%s", (text, problem) => {
    const filter = parseFilter(`mint ${text}`);
    expect(filter.problems).toEqual([{ start: 5, end: 5 + text.length, problem }]);
    expect(matches(filter, limited)).toBe(true);
    expect(filter.tokens.map((token) => token.problem)).toEqual([null, problem]);
  });

  test("a filter of nothing but such words is empty", () => {
    expect(parseFilter("status:x").isEmpty).toBe(true);
    expect(EMPTY_FILTER.isEmpty).toBe(true);
    expect(matches(EMPTY_FILTER, limited)).toBe(true);
  });
});

test("times without a zone are the user's own", () => {
  const row = aRow({ at: 0 });
  expect(matches(parseFilter("after:14:00", { utcOffsetMinutes: 120 }), row)).toBe(true);
  expect(matches(parseFilter("before:14:00", { utcOffsetMinutes: 120 }), row)).toBe(false);
  expect(matches(parseFilter("after:2024-01-15T14:00", { utcOffsetMinutes: 120 }), row)).toBe(true);
});

test("any text parses, and its tokens lie in order within it", () => {
  const words = fc.oneof(
    fc.string(),
    fc.constantFrom("status:", "-", '"', "/", "code:/", "retry:no", ",", " ", "before:", "*"),
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 8 }), (parts) => {
      const text = parts.join("");
      const filter = parseFilter(text);
      let end = 0;
      for (const token of filter.tokens) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(token.end).toBeGreaterThan(token.start);
        end = token.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
      expect(typeof matches(filter, limited)).toBe("boolean");
      expect(completions(text, text.length, seenValues([limited])).replaces.end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 500 },
  );
});

describe("completions", () => {
  const seen = seenValues([limited, limited, aRow({ status: 404, url: "https://api.example.test/a b" })]);
  const inserts = (text: string, caret = text.length): readonly string[] =>
    completions(text, caret, seen).items.map((item) => item.insert);

  test.each([
    ["sta", ["status:"]],
    ["-sta", ["status:"]],
    ["dom", ["host:"]],
    ["status:", ["429", "404", "4xx", "5xx", "none"]],
    ["status:42", ["429"]],
    ["status:404,4", ["429", "404", "4xx"]],
    ["retry:", ["no", "yes", "after-delay", "sometimes"]],
    ["host:urb", ["api.urblock.io"]],
    ["path:b", ['"/a b"']],
    ["nonsense:", []],
  ])("%s", (text, expected) => {
    expect(inserts(text)).toEqual(expected);
  });

  test("an empty field offers every key", () => {
    expect(inserts("")).toHaveLength(FILTER_KEYS.length);
    expect(inserts("mint ")).toHaveLength(FILTER_KEYS.length);
  });

  test("replaces the written word, or the text after its colon", () => {
    expect(completions("mint sta", 8, seen).replaces).toEqual({ start: 5, end: 8 });
    expect(completions("status:42", 9, seen).replaces).toEqual({ start: 7, end: 9 });
    expect(completions("-status:404,42", 14, seen).replaces).toEqual({ start: 12, end: 14 });
  });
});

describe("a filter narrows another", () => {
  test.each([
    ["stat", "", true],
    ["stat", "s", true],
    ["status", "tat", true],
    ["status:4xx lim", "status:4xx li", true],
    ["li status:4xx", "status:4xx", true],
    ['"rate lim"', "rate", true],
    ["STATus", "sta", true],
    ["s", "st", false],
    ["-stat", "-sta", false],
    ["stat", "-sta", false],
    ["code:lim", "code:li", false],
    ["/v1/", "/v1", false],
    ["status:4xx li", "status:5xx l", false],
  ])("%s, of %s: %s", (filter, wider, expected) => {
    expect(narrows(parseFilter(filter), parseFilter(wider))).toBe(expected);
  });

  test("only where all that passes it passes the other, too", () => {
    const rows = [limited, aRow(), aRow({ status: 404, code: "not_found", url: "https://a.example.test/v1/lim?a=-b" })];
    const word = fc.constantFrom(
      "lim",
      "li",
      "l",
      "-l",
      "-lim",
      '"l i"',
      "/l/",
      "/l",
      "/lim/",
      "status:4",
      "status:429",
      "*",
      "l*m",
      "code:l",
      "code:li",
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 4 }),
        fc.array(word, { maxLength: 3 }),
        fc.nat(rows.length - 1),
        (one, other, at) => {
          const [filter, wider] = [parseFilter(one.join(" ")), parseFilter(other.join(" "))];
          const row = rows[at] ?? limited;
          if (narrows(filter, wider) && matches(filter, row)) expect(matches(wider, row)).toBe(true);
        },
      ),
    );
  });
});
