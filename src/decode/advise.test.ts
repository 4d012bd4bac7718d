import { describe, expect, test } from "vitest";
import { decoded, urblockError } from "./testing/decoded.ts";
import { generic } from "./testing/generic.ts";

const DATE = "Wed, 14 Jan 2026 10:30:00 GMT";
const STARTED = Date.UTC(2026, 0, 14, 10, 30);
const CHAINGUARD = "https://api.chainguardai.dev/v1/scan/url";

function chainguard(code: string): string {
  return JSON.stringify({
    success: false,
    error: { code, message: "x" },
    meta: { requestId: "req_1", timestamp: "2026-01-14T10:30:00Z" },
  });
}

describe("the wait", () => {
  test("given a 429 whose Retry-After is in seconds, counts them from receipt", () => {
    const { advice } = decoded({
      status: 429,
      body: urblockError("rate_limited"),
      responseHeaders: { "Retry-After": "12", Date: DATE },
    });
    expect(advice).toMatchObject({
      retry: "after-delay",
      waitSeconds: 12,
      retryAt: STARTED + 100 + 12_000,
      basis: "header",
    });
  });

  test("given a 429 whose Retry-After is a date, moves it to the browser's clock", () => {
    const { advice } = decoded({
      status: 429,
      body: urblockError("rate_limited"),
      // The server's clock is ten minutes ahead: 30 s of its time are 30 s of ours.
      responseHeaders: { "Retry-After": "Wed, 14 Jan 2026 10:40:30 GMT", Date: "Wed, 14 Jan 2026 10:40:00 GMT" },
    });
    expect(advice.waitSeconds).toBe(30);
    expect(advice.cautions).toContain("clock-skew");
  });

  test("given a 429 without Retry-After, waits for the window's reset", () => {
    const reset = String(Math.floor(STARTED / 1000) + 41);
    const { advice } = decoded({
      status: 429,
      body: urblockError("rate_limited"),
      responseHeaders: { "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset, Date: DATE },
    });
    expect(advice).toMatchObject({ retry: "after-delay", basis: "header" });
    expect(advice.waitSeconds).toBeGreaterThanOrEqual(40);
    expect(advice.waitSeconds).toBeLessThanOrEqual(42);
  });

  test("given a wait in the body only, says that it comes from there", () => {
    const body = '{"error":{"code":"RATE_LIMITED","message":"x","retry_after":45}}';
    expect(decoded({ url: "https://api.blocksecops.com/api/v1/me", status: 429, body }).advice).toMatchObject({
      waitSeconds: 45,
      basis: "body",
    });
  });

  test("given no wait anywhere, says that none is stated", () => {
    const { advice } = decoded({ status: 429, body: urblockError("rate_limited") });
    expect(advice).toMatchObject({ retry: "after-delay", waitSeconds: null, retryAt: null });
    expect(advice.cautions).toContain("wait-unstated");
  });

  test("given a 503 with Retry-After, waits; without it, backs off", () => {
    expect(
      decoded({ status: 503, body: urblockError("service_unavailable"), responseHeaders: { "Retry-After": "5" } })
        .advice.retry,
    ).toBe("after-delay");
    expect(decoded({ status: 503, body: urblockError("service_unavailable") }).advice.retry).toBe("yes");
  });

  test("given a monthly allowance, never shows a short wait", () => {
    const { advice } = decoded({
      status: 429,
      body: urblockError("usage_limit_exceeded"),
      responseHeaders: { "Retry-After": "12" },
    });
    expect(advice).toMatchObject({ retry: "no", waitSeconds: null });
    expect(advice.cautions).toContain("quota");
  });

  test("given a slot to wait for, does not take the window's reset for it", () => {
    const body = '{"error":{"code":"CONCURRENT_LIMIT","message":"x"}}';
    const reset = String(Math.floor(STARTED / 1000) + 41);
    const { advice } = decoded({
      url: "https://api.blocksecops.com/api/v1/scans",
      method: "POST",
      status: 429,
      body,
      responseHeaders: { "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset },
    });
    expect(advice).toMatchObject({ retry: "after-delay", retryAt: null });
    expect(advice.cautions).toContain("state");
  });

  test.each([
    ["403", 403, { "Retry-After": "30" }],
    ["404", 404, { "Retry-After": "30" }],
    ["413", 413, { "Retry-After": "30" }],
    ["403 with no requests left", 403, { "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "30" }],
  ])("given a %s of an API without a document that states a wait, waits", (_, status, responseHeaders) => {
    const { advice } = generic({
      status,
      body: '{"message":"no"}',
      responseHeaders: { Date: DATE, ...responseHeaders },
    });
    expect(advice).toMatchObject({ retry: "after-delay", waitSeconds: 30, basis: "header" });
    expect(advice.reason).toContain("The response says when to come back");
  });

  test("given a 403 with requests left in the window, the reset says nothing of it", () => {
    const responseHeaders = { Date: DATE, "X-RateLimit-Remaining": "7", "X-RateLimit-Reset": "30" };
    expect(generic({ status: 403, body: "{}", responseHeaders }).advice).toMatchObject({ retry: "no", retryAt: null });
  });

  test("given a 403 that the documents call final, keeps to them, and says from when at the earliest", () => {
    expect(
      decoded({ status: 403, body: urblockError("insufficient_scope"), responseHeaders: { "Retry-After": "30" } })
        .advice,
    ).toMatchObject({ retry: "no", waitSeconds: 30, basis: "code" });
  });

  test("given a lock with Retry-After, still says no, and until when", () => {
    expect(
      decoded({ status: 423, body: urblockError("account_locked"), responseHeaders: { "Retry-After": "60" } }).advice,
    ).toMatchObject({ retry: "no", waitSeconds: 60, basis: "code" });
  });
});

describe("the word", () => {
  test.each([
    [400, "no"],
    [402, "no"],
    [418, "no"],
    [429, "after-delay"],
    [500, "yes"],
    [501, "no"],
    [505, "no"],
    [506, "no"],
    [508, "no"],
    [510, "no"],
    [504, "yes"],
    [529, "yes"],
  ])("given status %d without a readable body, is %s", (status, word) => {
    expect(decoded({ status, body: "x" }).advice.retry).toBe(word);
  });

  test("given a code, it outranks the status", () => {
    expect(decoded({ url: CHAINGUARD, status: 500, body: chainguard("NOT_FOUND") }).advice).toMatchObject({
      retry: "no",
      basis: "code",
    });
  });

  test("given a success, there is nothing to retry", () => {
    expect(decoded({ status: 200 }).advice).toMatchObject({ retry: "no", cautions: [] });
  });
});

describe("cautions about repeating work", () => {
  const lost = { status: 0, body: null, error: "net::ERR_EMPTY_RESPONSE" } as const;

  test("given no response to a GET, repeats; to a POST without a key, checks first", () => {
    expect(decoded({ ...lost }).advice).toMatchObject({ retry: "yes", basis: "network", cautions: [] });
    expect(decoded({ ...lost, method: "POST", requestBody: "{}" }).advice).toMatchObject({
      retry: "sometimes",
      cautions: ["idempotency"],
    });
  });

  test("given an idempotency key in the body or a header, the caution goes", () => {
    for (const keyed of [
      { requestBody: '{"idempotency_key":"mint-1"}' },
      { requestBody: "{}", requestHeaders: { "Idempotency-Key": "mint-1" } },
    ]) {
      const event = decoded({ method: "POST", status: 500, body: urblockError("internal_error"), ...keyed });
      expect(event.advice.cautions).not.toContain("idempotency");
    }
  });

  test("given an empty idempotency key, the caution stays", () => {
    const event = decoded({
      method: "POST",
      status: 502,
      body: urblockError("rpc_error"),
      requestBody: '{"idempotency_key":""}',
    });
    expect(event.advice.cautions).toContain("idempotency");
  });
});
