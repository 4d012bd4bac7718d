import { describe, expect, test } from "vitest";
import { auditAll, auditEvent, createAudit, takeRevisions } from "./audit.ts";
import type { ApiEvent } from "../decode/api-event.ts";
import { anEvent, START, type EventShape } from "./testing/an-event.ts";

const ids = (events: readonly ApiEvent[]): readonly string[] =>
  [...auditAll(events).values()].flat().map((finding) => finding.id);
const texts = (events: readonly ApiEvent[]): readonly string[] =>
  [...auditAll(events).values()].flat().map((finding) => finding.text);
const sequence = (...shapes: readonly EventShape[]): readonly ApiEvent[] => shapes.map((shape) => anEvent(shape));

describe("retried-too-early", () => {
  const after = (sentAt: number, first: EventShape = { status: 429, retryAfter: 45 }): readonly ApiEvent[] =>
    sequence({ at: 0, durationMs: 100, ...first }, { at: sentAt });

  test("says the gap and the wait", () => {
    expect(texts(after(400))).toContain("Retried 0.3 s after a 429 that asked for 45 s.");
  });

  test.each([
    ["a whole second before the wait ends", 100 + 44_000, false],
    ["a millisecond more than a second before it ends", 100 + 43_999, true],
    ["after it ends", 100 + 45_000, false],
    ["at once", 100, true],
  ])("sent %s", (_when, sentAt, early) => {
    expect(ids(after(sentAt)).includes("retried-too-early")).toBe(early);
  });

  test("a request sent before the 429 had arrived is not a retry", () => {
    expect(ids(after(99))).toEqual([]);
  });

  test("a retry whose start was cut to the millisecond in which the 429 arrived is one", () => {
    expect(ids(after(100, { status: 429, retryAfter: 45, durationMs: 100.9 }))).toContain("retried-too-early");
  });

  test.each([
    ["another query", { url: "https://api.example.test/v1/things?page=2" }],
    ["another method", { method: "DELETE" }],
    ["another body", { requestBody: "x" }],
  ])("a request with %s is another operation", (_what, other) => {
    expect(ids([anEvent({ status: 429, retryAfter: 45 }), anEvent({ at: 500, ...other })])).toEqual([]);
  });

  test.each([
    ["a 503 with Retry-After", { status: 503, retryAfter: 10 }, true],
    ["a 400 with Retry-After", { status: 400, retryAfter: 10 }, true],
    ["a success with Retry-After", { status: 202, retryAfter: 10 }, false],
    [
      "a 429 with nothing left and a reset ahead",
      { status: 429, rateLimit: { remaining: 0, resetAt: START + 30_100 } },
      true,
    ],
    ["a 429 that does not say what is left", { status: 429, rateLimit: { resetAt: START + 30_100 } }, true],
    ["a 429 with requests left", { status: 429, rateLimit: { remaining: 3, resetAt: START + 30_100 } }, false],
    ["a 429 whose reset has passed", { status: 429, rateLimit: { remaining: 0, resetAt: START - 5000 } }, false],
    ["a 403 with nothing left", { status: 403, rateLimit: { remaining: 0, resetAt: START + 30_100 } }, false],
    [
      "a wait that only the body states",
      { status: 429, rateLimit: { retryAt: START + 30_100, retryBasis: "body" as const } },
      false,
    ],
  ])("after %s", (_what, first, early) => {
    expect(ids(after(300, first)).includes("retried-too-early")).toBe(early);
  });

  test("names the exchange that was retried", () => {
    const [first, second] = after(300);
    const findings = auditAll([first, second].flatMap((event) => event ?? [])).get(second?.id ?? "");
    expect(findings?.find((finding) => finding.id === "retried-too-early")?.related).toEqual([first?.id]);
  });

  test("explains itself by a Retry-After that the page could not read", () => {
    const hidden = { status: 429, retryAfter: 45, requestHeaders: { Origin: "https://app.example.test" } };
    const found = [...auditAll(after(400, hidden)).values()].flat();
    expect(found.map((finding) => finding.id)).toContain("retry-after-not-exposed-to-page");
    expect(found.find((finding) => finding.id === "retried-too-early")?.change).toContain(
      "Access-Control-Expose-Headers",
    );
  });
});

describe("retried-non-retryable", () => {
  const twice = (gap: number, first: EventShape, second: EventShape): readonly ApiEvent[] =>
    sequence({ status: 400, code: "bad", ...first }, { at: 100 + gap, status: 400, ...second });

  test("says the gap and the code", () => {
    expect(texts(twice(2000, {}, {}))).toEqual([
      "Sent again unchanged 2 s after a 400 bad, which repeating cannot cure.",
    ]);
  });

  test.each([
    ["60 s later", twice(60_000, {}, {}), true],
    ["60.001 s later", twice(60_001, {}, {}), false],
    [
      "with another token",
      twice(10, { requestHeaders: { Authorization: "Bearer a" } }, { requestHeaders: { Authorization: "Bearer b" } }),
      false,
    ],
    [
      "with the scheme in another case",
      twice(10, { requestHeaders: { Authorization: "Bearer a" } }, { requestHeaders: { authorization: "bearer a" } }),
      true,
    ],
    ["with another organization", twice(10, {}, { requestHeaders: { "X-Organization-ID": "1" } }), false],
    ["with another Content-Type", twice(10, {}, { requestHeaders: { "Content-Type": "text/plain" } }), false],
    ["with an idempotency key", twice(10, {}, { requestHeaders: { "idempotency-key": "k" } }), false],
    ["with another tracing header", twice(10, {}, { requestHeaders: { "X-Trace": "2" } }), true],
    ["after a 503", twice(10, { status: 503 }, {}), false],
  ])("a repeat %s", (_what, events, reported) => {
    expect(ids(events).includes("retried-non-retryable")).toBe(reported);
  });
});

describe("unsafe-post-retry", () => {
  const post = (first: EventShape, second: EventShape = {}, body = "{}"): readonly ApiEvent[] =>
    sequence(
      { method: "POST", status: 500, requestBody: body, ...first },
      { at: 1100, method: "POST", requestBody: body, ...second },
    );
  const key = (value: string): EventShape => ({ requestHeaders: { "Idempotency-Key": value } });

  test.each([
    ["after a 500", post({}), true],
    ["after a 502", post({ status: 502 }), true],
    ["after no response", post({ status: 0 }), true],
    ["after a 599", post({ status: 599 }), true],
    ["after a 503, which may ignore it", post({ status: 503 }), false],
    ["after a 408, which may ignore it", post({ status: 408 }), false],
    ["after a 429", post({ status: 429 }), false],
    ["after nonce_collision", post({ status: 422, code: "nonce_collision" }), true],
    ["after another 422", post({ status: 422, code: "contract_reverted" }), false],
    ["with PATCH", post({ method: "PATCH" }, { method: "PATCH" }), true],
    ["with PUT", post({ method: "PUT" }, { method: "PUT" }), false],
    ["with the same key in the header", post(key("k1"), key("k1")), false],
    ["with two keys", post(key("k1"), key("k2")), true],
    ["with an empty key", post(key(""), key("")), true],
    ["with the key in only one", post(key("k1")), true],
    ["with the key in the body", post({}, {}, '{"idempotency_key":"k1"}'), false],
    ["with an empty key in the body", post({}, {}, '{"idempotency_key":""}'), true],
    ["with the key deeper in the body", post({}, {}, '{"params":{"idempotency_key":"k1"}}'), true],
  ])("a POST repeated %s", (_what, events, reported) => {
    expect(ids(events).includes("unsafe-post-retry")).toBe(reported);
  });
});

describe("retry-storm", () => {
  /** One failure, then `count` retries, `step` ms apart, each failing within a millisecond. */
  const retries = (count: number, step: number, url = "https://api.example.test/a"): readonly ApiEvent[] =>
    Array.from({ length: count + 1 }, (_, index) => anEvent({ url, status: 503, durationMs: 1, at: index * step }));
  const storms = (events: readonly ApiEvent[]): number => ids(events).filter((id) => id === "retry-storm").length;

  test.each([
    ["five in exactly 10 s", retries(5, 2500), 1],
    ["five in 10.004 s", retries(5, 2501), 0],
    ["four at once", retries(4, 10), 0],
    ["fifty in one go, reported once", retries(50, 10), 1],
  ])("%s", (_what, events, count) => {
    expect(storms(events)).toBe(count);
  });

  test("is attached to the fifth retry", () => {
    const events = retries(7, 100);
    const found = auditAll(events);
    expect(events.findIndex((event) => found.get(event.id)?.some((finding) => finding.id === "retry-storm"))).toBe(5);
  });

  test("adds up the retries of several operations to one origin", () => {
    expect(storms([...retries(3, 100), ...retries(2, 100, "https://api.example.test/b")])).toBe(1);
  });

  test("keeps origins apart", () => {
    expect(storms([...retries(3, 100), ...retries(2, 100, "https://other.example.test/b")])).toBe(0);
  });

  test("is reported again after the window was left", () => {
    const later = retries(5, 100).map((event) => ({
      ...event,
      id: `${event.id}-later`,
      exchange: { ...event.exchange, startedAt: event.exchange.startedAt + 60_000 },
    }));
    expect(storms([...retries(5, 100), ...later])).toBe(2);
  });
});

describe("fixed-interval-no-backoff", () => {
  /** Failures whose gaps, receipt to next send, are as given in ms. */
  const withGaps = (gaps: readonly number[], shape: EventShape = {}): readonly ApiEvent[] => {
    let at = 0;
    return [0, ...gaps].map((gap, index) => {
      at += index === 0 ? 0 : gap + 50;
      return anEvent({ at, durationMs: 50, status: 503, ...shape });
    });
  };
  const count = (events: readonly ApiEvent[]): number =>
    ids(events).filter((id) => id === "fixed-interval-no-backoff").length;

  test.each([
    ["three at 1 s", [1000, 1000, 1000], 1],
    ["two at 1 s", [1000, 1000], 0],
    ["a spread of exactly 0.1 s", [500, 600, 550], 1],
    ["a spread of 0.101 s", [500, 601, 550], 0],
    ["a spread of exactly 10 % of a mean of 4 s", [3800, 4200, 4000], 1],
    ["a spread of 0.402 s around 4 s", [3799, 4201, 4000], 0],
    ["doubling", [1000, 2000, 4000, 8000], 0],
    ["at once", [0, 0, 0], 1],
    ["ten at 1 s, reported once", Array.from({ length: 10 }, () => 1000), 1],
    ["one odd gap first", [300, 1000, 1000, 1000], 1],
  ])("%s", (_what, gaps, expected) => {
    expect(count(withGaps(gaps))).toBe(expected);
  });

  test("is attached to the third retry", () => {
    const events = withGaps([1000, 1000, 1000, 1000]);
    const found = auditAll(events);
    expect(
      events.findIndex((event) => found.get(event.id)?.some((finding) => finding.id === "fixed-interval-no-backoff")),
    ).toBe(3);
  });

  test("does not count retries that answer a stated wait", () => {
    expect(count(withGaps([1000, 1000, 1000], { retryAfter: 1 }))).toBe(0);
  });
});

describe("recovered-after-n-retries", () => {
  const recoveries = (...shapes: readonly EventShape[]): readonly string[] =>
    texts(sequence(...shapes.map((shape, index) => ({ at: index * 1000, ...shape })))).filter((text) =>
      text.startsWith("Answered"),
    );

  test("says how many retries it took", () => {
    expect(recoveries({ status: 503 }, { status: 502 }, { status: 200 })).toEqual([
      "Answered 200 after 2 retries (503, 502 before it), 2.1 s after the first was sent.",
    ]);
  });

  test.each([
    ["one failure that could pass", [{ status: 503 }, { status: 200 }], 1],
    ["a failure that could not pass", [{ status: 400 }, { status: 200 }], 0],
    ["one of each", [{ status: 400 }, { status: 503 }, { status: 200 }], 0],
    ["one of each with a success between", [{ status: 400 }, { status: 200 }, { status: 503 }, { status: 201 }], 1],
    ["no failure", [{ status: 200 }, { status: 200 }], 0],
    ["a failure and a redirect", [{ status: 503 }, { status: 302 }], 0],
    ["no response", [{ status: 0 }, { status: 200 }], 1],
  ])("a success after %s", (_what, shapes, count) => {
    expect(recoveries(...shapes)).toHaveLength(count);
  });

  test("counts more failures than it remembers", () => {
    const failures = Array.from({ length: 200 }, (): EventShape => ({ status: 503 }));
    expect(recoveries(...failures, { status: 200 })[0]).toContain("after 200 retries (… 503, 503");
  });
});

describe("events out of order", () => {
  test("a late failure turns the next one into a retry", () => {
    const failed = anEvent({ id: "failed", status: 429, retryAfter: 45 });
    const retry = anEvent({ id: "retry", at: 400 });
    const state = createAudit();
    expect(auditEvent(state, retry)).toEqual([]);
    auditEvent(state, failed);
    const revised = takeRevisions(state);
    expect(revised.get("retry")?.map((finding) => finding.id)).toContain("retried-too-early");
    expect(takeRevisions(state).size).toBe(0);
  });

  test("a storm whose members come in any order is reported once", () => {
    const events = ["a", "b", "c", "d", "e"].flatMap((name) =>
      sequence(
        { url: `https://api.example.test/${name}`, status: 503 },
        { url: `https://api.example.test/${name}`, status: 503, at: 1000 },
      ),
    );
    const state = createAudit();
    const found = events.toReversed().flatMap((event) => auditEvent(state, event));
    const revised = [...takeRevisions(state).values()].flat();
    expect([...found, ...revised].filter((finding) => finding.id === "retry-storm")).toHaveLength(1);
  });
});
