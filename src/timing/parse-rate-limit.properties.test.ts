import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldFields } from "./field-map.ts";
import { parseRateLimit } from "./parse-rate-limit.ts";
import type { RateLimit, RateLimitInput } from "./rate-limit.ts";
import { fromReceipt, headerList, parsed, RECEIVED_AT } from "./testing/a-response.ts";

const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

const NAMES = [
  "Retry-After",
  "retry-after-ms",
  "X-Retry-After",
  "X-RateLimit-Limit",
  "X-RateLimit-Remaining",
  "X-RateLimit-Reset",
  "X-RateLimit-Reset-After",
  "X-RateLimit-Used",
  "X-RateLimit-Usage",
  "X-RateLimit-Policy",
  "X-RateLimit-Resource",
  "x-ratelimit-reset-tokens",
  "RateLimit",
  "RateLimit-Policy",
  "RateLimit-ResetTime",
  "X-App-Rate-Limit",
  "X-App-Rate-Limit-Count",
  "X-Rate-Limit",
  "Zendesk-RateLimit-Tickets",
  "X-Shopify-Shop-Api-Call-Limit",
  "Sforce-Limit-Info",
  "Date",
  "Age",
];

/** Values near what the parser looks for: random text alone would never get past the first character. */
const fragment = fc.oneof(
  fc.constantFrom(
    ...'0 1 30 -1 2.0 1e3 1705320060 1705320060000 1705320060000000 253402300800 99999999999 9999999999999999 , ; = : / " ( ) w=60 r=0 t=5 q=10 limit= remaining= reset= total= "a" GMT Mon, Monday, Sun 15 Jan 2024 9999 12:00:45 23:59:60 2024-01-15T12:00:45Z 9999-12-31T23:59:59-23:59 0000-01-01T00:00Z ms s h \n'.split(
      " ",
    ),
  ),
  fc.string({ maxLength: 8, unit: "binary" }),
);
const value = fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join(""));
const header = fc.record({ name: fc.oneof(fc.constantFrom(...NAMES), fc.string({ maxLength: 20 })), value });
const body = fc.oneof(
  fc.constant(null),
  fc.json(),
  fc.string(),
  fc
    .record({ retry_after: fc.jsonValue(), error: fc.jsonValue(), "violated-policies": fc.jsonValue() })
    .map((json) => JSON.stringify(json)),
);
const input: fc.Arbitrary<RateLimitInput> = fc.record({
  url: fc.string(),
  status: fc.constantFrom(0, 200, 400, 403, 429, 500, 503),
  headers: fc.array(header, { maxLength: 12 }),
  body,
  receivedAt: fc.oneof(fc.constant(RECEIVED_AT), fc.double(), fc.integer()),
  fromCache: fc.boolean(),
  hints: fc.constantFrom(
    {},
    { resetUnit: "delta-ms", resetHeader: "Age", retryAfterPointers: ["/error/0", "x", "/~2"] },
  ),
});

function instants(result: RateLimit): readonly (number | null)[] {
  return [result.resetAt, result.retryAt, ...result.windows.map((window) => window.resetAt?.value ?? null)];
}

function counts(result: RateLimit): readonly (number | null)[] {
  const inWindows = result.windows.flatMap((window) => [
    window.limit?.value ?? null,
    window.remaining?.value ?? null,
    window.windowSeconds,
  ]);
  return [result.limit, result.remaining, ...inWindows];
}

describe("parseRateLimit on any input", () => {
  it("never throws, and gives numbers in range or null", () => {
    fc.assert(
      fc.property(input, (anything) => {
        const result = parseRateLimit(anything);
        for (const at of instants(result)) {
          if (at !== null) expect(at >= 0 && at <= LAST_INSTANT && new Date(at).toISOString().length === 24).toBe(true);
        }
        for (const count of counts(result)) if (count !== null) expect(count >= 0 && Number.isFinite(count)).toBe(true);
        expect(result.skewMs === null || Number.isFinite(result.skewMs)).toBe(true);
        expect((result.retryAt === null) === (result.retryBasis === null)).toBe(true);
        expect((result.retryAt === null) === (result.retryProvenance === null)).toBe(true);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
      { numRuns: 500 },
    );
  });

  it("gives the same answer whatever the case of the names", () => {
    fc.assert(
      fc.property(fc.array(header, { maxLength: 8 }), (headers) => {
        const upper = headers.map(({ name, value: text }) => ({ name: name.toUpperCase(), value: text }));
        const lower = headers.map(({ name, value: text }) => ({ name: name.toLowerCase(), value: text }));
        const read = (list: typeof headers): readonly (number | null)[] => {
          const result = parseRateLimit({ url: "", status: 429, headers: list, body: null, receivedAt: RECEIVED_AT });
          return [...instants(result), ...counts(result)];
        };
        // Letters outside ASCII do not survive a change of case; names with them are not header names.
        fc.pre(headers.every(({ name }) => /^[\x20-\x7e]*$/.test(name)));
        expect(read(upper)).toEqual(read(lower));
      }),
    );
  });

  it("counts whole seconds exactly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (seconds) => {
        expect(fromReceipt(parsed({ "Retry-After": `${seconds}` }).retryAt)).toBe(seconds);
        expect(fromReceipt(parsed({ "X-RateLimit-Reset": `${seconds}` }).resetAt)).toBe(seconds);
      }),
    );
  });

  it("gives the same wait for any clock of the server, as long as Date shows it", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e8, max: 1e9 }), fc.integer({ min: 0, max: 1e6 }), (offsetSeconds, wait) => {
        const serverNow = RECEIVED_AT + offsetSeconds * 1000;
        const headers = {
          Date: new Date(serverNow).toUTCString(),
          "Retry-After": new Date(serverNow + wait * 1000).toUTCString(),
        };
        expect(fromReceipt(parsed(headers).retryAt)).toBe(wait);
      }),
    );
  });
});

describe("long values", () => {
  const fillers = [
    "9",
    "a,",
    '"a";r=1,',
    "1, 2;w=3,",
    "\n",
    " ",
    "\t",
    "1s",
    "=",
    ";",
    ":",
    "1:2,",
    '"',
    "Mon, ",
    "100/",
    "-",
  ];

  it.each(fillers)("made of %j are dropped before they are read", (filler) => {
    const long = filler.repeat(Math.ceil(65_536 / filler.length));
    const folded = foldFields(headerList(Object.fromEntries(NAMES.map((name) => [name, long]))));
    for (const field of folded.values()) {
      expect(field.lines.length).toBeLessThanOrEqual(32);
      for (const line of field.lines) expect(line.length).toBeLessThanOrEqual(1024);
    }
    const result = parsed({ "X-RateLimit-Limit": long, "Retry-After": long }, { body: long });
    expect([result.limit, result.remaining, result.retryAt]).toEqual([null, null, null]);
  });

  it("take no longer than a value at the bound, give or take", () => {
    const cost = (text: string): number => {
      const headers = headerList({ RateLimit: text, "X-RateLimit-Limit": text, "Retry-After": text });
      const read = (): unknown =>
        parseRateLimit({ url: "", status: 429, headers, body: text, receivedAt: RECEIVED_AT });
      let least = Number.POSITIVE_INFINITY;
      for (let round = 0; round < 40; round += 1) {
        const start = performance.now();
        read();
        least = Math.min(least, performance.now() - start);
      }
      return least;
    };
    const item = '"a";r=1,';
    const atBound = cost(item.repeat(120));
    // 64 times the text may cost a few times as much, never 64 times and more as a superlinear reader would.
    expect(cost(item.repeat(8192))).toBeLessThan(20 * atBound + 1);
  });
});
