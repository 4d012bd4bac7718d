import { describe } from "vitest";
import { JSON_KEY, KEY, lastShows, post, START, type Step, waits } from "../testing/sequence.ts";

/*
 * Whole sequences, from HAR entries through the real documents to findings: each definition of docs/findings.md with what
 * is just inside and just outside of it. Written from the definitions, not from the code.
 */

const httpDate = (ms: number): string => new Date(START + ms).toUTCString();
const resets = (seconds: number, more: Readonly<Record<string, string>> = {}): Step => ({
  status: 429,
  responseHeaders: { "X-RateLimit-Reset": String(START / 1000 + seconds), ...more },
});
describe("retried-too-early", () => {
  lastShows([
    ["well before the wait is over", [waits(45), { at: 400, ...waits(45) }], ["retried-too-early"]],
    ["one second before", [waits(10), { at: 9_100, status: 429 }], []],
    ["a millisecond more", [waits(10), { at: 9_099, status: 429 }], ["retried-too-early"]],
    [
      "counted from receipt of a slow answer",
      [
        { ...waits(5), took: 30_000 },
        { at: 33_000, status: 429 },
      ],
      ["retried-too-early"],
    ],
    [
      "after a 503 with Retry-After",
      [
        { ...waits(30), status: 503 },
        { at: 200, status: 503 },
      ],
      ["retried-too-early"],
    ],
    ["where only a reset is stated", [resets(60), { at: 900, status: 429 }], ["retried-too-early"]],
    [
      "where remaining is 0",
      [resets(60, { "X-RateLimit-Remaining": "0" }), { at: 900, status: 429 }],
      ["retried-too-early"],
    ],
    ["not where requests remain", [resets(60, { "X-RateLimit-Remaining": "3" }), { at: 900, status: 429 }], []],
    ["not if the reset is over", [resets(-60), { at: 900, status: 429 }], []],
    [
      "not by a reset of a 503",
      [
        { ...resets(60, { "X-RateLimit-Remaining": "0" }), status: 503 },
        { at: 900, status: 503 },
      ],
      [],
    ],
    [
      "by a reset where Retry-After is malformed",
      [resets(60, { "Retry-After": "soon" }), { at: 900, status: 429 }],
      ["retried-too-early"],
    ],
    ["Retry-After goes before the reset", [resets(600, { "Retry-After": "2" }), { at: 3_000, status: 429 }], []],
    [
      "by a date of a clock that is ten minutes behind",
      [resets(0, { Date: httpDate(-600_000), "Retry-After": httpDate(-570_000) }), { at: 5_000, status: 429 }],
      ["retried-too-early"],
    ],
    [
      "not by a date of a clock that is ten minutes ahead",
      [resets(0, { Date: httpDate(600_000), "Retry-After": httpDate(605_000) }), { at: 5_300, status: 429 }],
      [],
    ],
    [
      "also with another token",
      [waits(45), { at: 400, status: 429, requestHeaders: { Authorization: "Bearer pk_NEW" } }],
      ["retried-too-early"],
    ],
    ["not another query", [waits(45), { at: 400, status: 429, url: "https://api.urblock.io/v1/tokens?page=2" }], []],
    ["not another method", [waits(45), { at: 400, status: 429, method: "HEAD" }], []],
    ["not another body", [post(waits(45)), post({ at: 400, status: 429, requestBody: '{"n":1}' })], []],
    [
      "not a call that overlaps",
      [
        { ...waits(45), took: 500 },
        { at: 100, status: 429 },
      ],
      [],
    ],
    ["not after a success in between", [waits(45), { at: 46_000 }, { at: 46_400 }], []],
    [
      "a preflight in between is another operation",
      [waits(45), { at: 200, method: "OPTIONS", status: 204 }, { at: 400, status: 429 }],
      ["retried-too-early"],
    ],
  ]);
});

describe("retried-non-retryable", () => {
  const missing: Step = { status: 404, code: "token_not_found" };
  const invalid: Step = post({ status: 400, code: "invalid_field" });
  lastShows([
    ["60 s after the answer", [missing, { ...missing, at: 60_100 }], ["retried-non-retryable"]],
    ["a millisecond later", [missing, { ...missing, at: 60_101 }], []],
    ["with another token", [missing, { ...missing, at: 500, requestHeaders: { Authorization: "Bearer pk_NEW" } }], []],
    [
      "with the scheme in lower case",
      [missing, { ...missing, at: 500, requestHeaders: { authorization: "bearer pk_EXAMPLE" } }],
      ["retried-non-retryable"],
    ],
    [
      "with another Content-Type",
      [invalid, { ...invalid, at: 500, requestHeaders: { ...KEY, "Content-Type": "application/json; charset=utf-8" } }],
      [],
    ],
    [
      "with an organisation",
      [missing, { ...missing, at: 500, requestHeaders: { ...KEY, "X-Organization-ID": "o" } }],
      [],
    ],
    [
      "with another idempotency key",
      [invalid, { ...invalid, at: 500, requestHeaders: { ...JSON_KEY, "Idempotency-Key": "k" } }],
      [],
    ],
    [
      "with a header that does not matter",
      [missing, { ...missing, at: 500, requestHeaders: { ...KEY, "X-Trace": "2" } }],
      ["retried-non-retryable"],
    ],
    [
      "an unknown code falls back to its status",
      [
        { status: 400, code: "brand_new" },
        { at: 500, status: 400, code: "brand_new" },
      ],
      ["retried-non-retryable"],
    ],
    [
      "a lock, even after its Retry-After",
      [
        { ...waits(2), status: 423, code: "account_locked" },
        { at: 3_000, status: 423, code: "account_locked" },
      ],
      ["retried-non-retryable"],
    ],
    [
      "not what may pass",
      [
        { status: 500, code: "internal_error" },
        { at: 500, status: 500 },
      ],
      [],
    ],
    ["and its success is not a recovery", [missing, { at: 500 }], ["retried-non-retryable"]],
  ]);
});

describe("unsafe-post-retry", () => {
  const again = (status: number, members: Step = {}): readonly Step[] => [
    post({ status, ...members }),
    post({ at: 900, status: 500, ...members }),
  ];
  lastShows([
    ["after 500", again(500), ["unsafe-post-retry"]],
    ["after 504, of a PATCH", again(504, { method: "PATCH" }), ["unsafe-post-retry"]],
    ["after 599", again(599), ["unsafe-post-retry"]],
    ["after no response", again(0), ["unsafe-post-retry"]],
    [
      "not after 503, 408, 429",
      [
        post({ status: 503 }),
        post({ at: 900, status: 408 }),
        post({ at: 2_900, status: 429 }),
        post({ at: 6_900, status: 429 }),
      ],
      [],
    ],
    ["not of a PUT", again(500, { method: "PUT" }), []],
    ["not with the same header key", again(500, { requestHeaders: { ...JSON_KEY, "idempotency-key": "k" } }), []],
    [
      "with an empty header key",
      again(500, { requestHeaders: { ...JSON_KEY, "Idempotency-Key": "" } }),
      ["unsafe-post-retry"],
    ],
    [
      "with a key on the second only",
      [post({ status: 500 }), post({ at: 900, status: 500, requestHeaders: { ...JSON_KEY, "Idempotency-Key": "k" } })],
      ["unsafe-post-retry"],
    ],
    ["not with a key in the body", again(500, { requestBody: '{"idempotency_key":"k"}' }), []],
    ["with an empty key in the body", again(500, { requestBody: '{"idempotency_key":""}' }), ["unsafe-post-retry"]],
    [
      "with a key deeper in the body",
      again(500, { requestBody: '{"a":{"idempotency_key":"k"}}' }),
      ["unsafe-post-retry"],
    ],
    ["after nonce_collision, in any case of letters", again(422, { code: "NONCE_COLLISION" }), ["unsafe-post-retry"]],
  ]);
});

describe("retry-storm", () => {
  /** A call of its own at the start, and its retry at each of the times. */
  const retries = (...times: readonly number[]): readonly Step[] => [
    ...times.map((_, n) => ({ at: n, took: 5, status: 500, url: `https://api.urblock.io/v1/tokens?n=${n}` })),
    ...times.map((at, n) => ({ at: 1_000 + at, took: 5, status: 500, url: `https://api.urblock.io/v1/tokens?n=${n}` })),
  ];
  lastShows([
    ["five retries of five operations in 10 s", retries(0, 1, 2, 3, 10_000), ["retry-storm"]],
    ["in a millisecond more", retries(0, 1, 2, 3, 10_001), []],
    ["four", retries(0, 1, 2, 3), []],
    ["ten first calls at once", retries(0, 1, 2, 3, 4).slice(0, 5), []],
  ]);
});

describe("fixed-interval-no-backoff", () => {
  /** Calls of 50 ms that fail, with these pauses from answer to next sending. */
  const paused = (pauses: readonly number[], members: Step = {}): readonly Step[] => {
    let at = 0;
    return [0, ...pauses].map((pause, index) => {
      at += index === 0 ? 0 : 50 + pause;
      return { status: 500, ...members, at, took: 50 };
    });
  };
  lastShows([
    ["three times a second", paused([1_000, 1_000, 1_000]), ["fixed-interval-no-backoff"]],
    ["twice", paused([1_000, 1_000]), []],
    ["0.1 s apart at most", paused([200, 250, 300]), ["fixed-interval-no-backoff"]],
    ["a millisecond more", paused([200, 250, 301]), []],
    ["10 % of their mean apart at most", paused([5_000, 5_250, 5_525]), ["fixed-interval-no-backoff"]],
    ["more than that", paused([5_000, 5_250, 5_530]), []],
    ["growing waits", paused([1_000, 2_000, 4_000]), []],
    ["at once each time", paused([0, 0, 0]), ["fixed-interval-no-backoff"]],
    ["not if a wait is stated", paused([2_000, 2_000, 2_000], { ...waits(1), status: 503 }), []],
    ["also after a first gap that differs", paused([300, 1_000, 1_000, 1_000]), ["fixed-interval-no-backoff"]],
  ]);
});

describe("recovered-after-n-retries", () => {
  lastShows([
    [
      "after failures that may pass",
      [{ status: 503 }, { at: 900, status: 500 }, { at: 2_900, status: 204 }],
      ["recovered-after-n-retries"],
    ],
    ["not a 304", [{ status: 503 }, { at: 900, status: 304 }], []],
    [
      "not if one failure had the advice no",
      [{ status: 404, code: "token_not_found" }, { at: 900, status: 500 }, { at: 2_900 }],
      [],
    ],
    [
      "failures before the last success do not count",
      [{ status: 404, code: "token_not_found" }, { at: 90_000 }, { at: 91_000, status: 500 }, { at: 92_000 }],
      ["recovered-after-n-retries"],
    ],
    [
      "not a success that overlapped the failure",
      [
        { status: 500, took: 500 },
        { at: 100, took: 900 },
      ],
      [],
    ],
  ]);
});
