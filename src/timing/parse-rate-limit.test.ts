import { describe, expect, it } from "vitest";
import type { RateLimitInput } from "./rate-limit.ts";
import { fromReceipt, parsed, RECEIVED_AT } from "./testing/a-response.ts";
import type { HeaderRecord } from "./testing/a-response.ts";

const EPOCH = RECEIVED_AT / 1000;
const ok: Partial<RateLimitInput> = { status: 200 };

describe("the chosen window", () => {
  const window = (name: string, limit: number, remaining: number, reset: number): HeaderRecord => ({
    [`X-RateLimit-Limit-${name}`]: `${limit}`,
    [`X-RateLimit-Remaining-${name}`]: `${remaining}`,
    [`X-RateLimit-Reset-${name}`]: `${reset}`,
  });

  it("is the exhausted one, even where another is larger", () => {
    const result = parsed({ ...window("a", 10, 1, 5), ...window("b", 1000, 0, 60) });
    expect([result.limit, result.remaining, fromReceipt(result.resetAt)]).toEqual([1000, 0, 60]);
    expect(fromReceipt(result.retryAt)).toBe(60);
  });

  it("is of several exhausted ones the one that resets last", () => {
    const result = parsed({ ...window("a", 10, 0, 5), ...window("b", 20, 0, 600), ...window("c", 30, 0, 60) });
    expect([result.limit, fromReceipt(result.resetAt)]).toEqual([20, 600]);
  });

  it("is the tightest by share where none is exhausted", () => {
    const result = parsed({ ...window("a", 1000, 100, 5), ...window("b", 10, 2, 60) }, ok);
    expect([result.limit, result.remaining]).toEqual([1000, 100]);
  });

  it("is the one a problem document calls violated if no count says so", () => {
    const headers = {
      RateLimit: '"burst";r=9;t=1, "daily";r=5;t=900',
      "RateLimit-Policy": '"burst";q=10;w=1, "daily";q=1000;w=86400',
    };
    const body = JSON.stringify({ title: "Quota exceeded", "violated-policies": ["burst"] });
    const result = parsed(headers, { body });
    expect([result.limit, result.remaining, fromReceipt(result.retryAt)]).toEqual([10, 9, 1]);
    expect(parsed(headers, { ...ok, body: null }).limit).toBe(1000);
  });
});

describe("unknown counts", () => {
  it.each(["-1", "-0", "", "unlimited", "0x10", "1_000", "1,000", "1e3", "NaN", "5, 7"])(
    "takes a remaining count of %j for unknown and not for 0",
    (value) => {
      const result = parsed({ "X-RateLimit-Limit": "100", "X-RateLimit-Remaining": value });
      expect([result.limit, result.remaining]).toEqual([100, null]);
    },
  );

  it("takes repeated equal counts for one", () => {
    expect(parsed({ "X-RateLimit-Remaining": ["5", "5"] }).remaining).toBe(5);
  });

  it("reads the two windows of two gateways from fields that are all repeated", () => {
    const result = parsed({
      "X-RateLimit-Limit": ["100", "60"],
      "X-RateLimit-Remaining": ["50", "0"],
      "X-RateLimit-Reset": ["10", "20"],
    });
    expect([result.limit, result.remaining, fromReceipt(result.resetAt)]).toEqual([60, 0, 20]);
  });

  it("knows nothing about a response without any of these headers", () => {
    expect(parsed({ "Content-Type": "application/json" }, ok)).toEqual({
      limit: null,
      remaining: null,
      resetAt: null,
      retryAt: null,
      retryBasis: null,
      retryProvenance: null,
      windows: [],
      skewMs: null,
      stale: false,
    });
  });
});

describe("the reset", () => {
  it.each(["-5", "soon", "9".repeat(18), "2024-01-15T12:00:00", "Fri, 30 Feb 2024 12:00:00 GMT", "5, 7"])(
    "given %j, is absent",
    (value) => {
      const result = parsed({ "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": value });
      expect([result.resetAt, result.retryAt]).toEqual([null, null]);
    },
  );

  it("falls through to the next spelling", () => {
    const headers = { "RateLimit-Reset": "?", "RateLimit-ResetTime": "Mon, 15 Jan 2024 12:01:00 GMT" };
    expect(fromReceipt(parsed(headers).resetAt)).toBe(60);
  });

  it("never comes from Retry-After", () => {
    expect(parsed({ "Retry-After": "30", "X-RateLimit-Limit": "10" }).resetAt).toBeNull();
  });

  it("stays apart from the time to retry", () => {
    const result = parsed({
      "Retry-After": "30",
      "X-RateLimit-Remaining": "0",
      "X-RateLimit-Reset": `${EPOCH + 600}`,
    });
    expect([fromReceipt(result.retryAt), fromReceipt(result.resetAt)]).toEqual([30, 600]);
  });

  it.each<[number, string | undefined, boolean]>([
    [429, "0", true],
    [429, undefined, true],
    [429, "5", true],
    [403, "0", true],
    [503, "0", true],
    [403, "5", false],
    [503, undefined, false],
    [400, "0", false],
    [500, "0", false],
    [200, "0", false],
    [0, "0", false],
  ])("on status %d with %s remaining, is the time to retry: %s", (status, remaining, expected) => {
    const result = parsed(
      { "X-RateLimit-Reset": "60", ...(remaining === undefined ? {} : { "X-RateLimit-Remaining": remaining }) },
      { status },
    );
    expect(fromReceipt(result.retryAt)).toBe(expected ? 60 : null);
    expect(result.retryBasis).toBe(expected ? "reset" : null);
  });

  it("may lie in the past", () => {
    const result = parsed({ "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": `${EPOCH - 10}` });
    expect(fromReceipt(result.retryAt)).toBe(-10);
  });
});

describe("the clocks", () => {
  const slowServer = { Date: "Mon, 15 Jan 2024 11:55:00 GMT" };

  it("moves absolute instants to the browser's clock", () => {
    const result = parsed({ ...slowServer, "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": `${EPOCH - 300 + 45}` });
    expect(fromReceipt(result.resetAt)).toBe(45);
    expect(fromReceipt(result.retryAt)).toBe(45);
    expect(result.skewMs).toBe(300_000);
  });

  it("counts Age into the server's time", () => {
    const result = parsed({ ...slowServer, Age: "240", "X-RateLimit-Reset": `${EPOCH}` });
    expect(result.skewMs).toBe(60_000);
    expect(fromReceipt(result.resetAt)).toBe(60);
    expect(result.stale).toBe(true);
  });

  it("never corrects relative values", () => {
    const result = parsed({ ...slowServer, "X-RateLimit-Reset": "45" });
    expect(fromReceipt(result.resetAt)).toBe(45);
    expect(result.windows[0]?.resetAt?.provenance.skewMs).toBe(0);
  });

  it.each(["", "yesterday", "Mon, 15 Jan 1990 11:55:00 GMT", "2024-01-15T11:55:00Z"])(
    "corrects nothing with the Date %j",
    (date) => {
      const result = parsed({ Date: date, "X-RateLimit-Reset": `${EPOCH + 45}` });
      expect([fromReceipt(result.resetAt), result.skewMs]).toEqual([45, null]);
    },
  );

  it("corrects nothing from a browser's cache, whose Date is that of the first receipt, and calls it stale", () => {
    const result = parsed({ ...slowServer, "X-RateLimit-Reset": `${EPOCH + 45}` }, { ...ok, fromCache: true });
    expect([fromReceipt(result.resetAt), result.skewMs, result.stale]).toEqual([45, null, true]);
  });

  it.each<[string | undefined, boolean]>([
    [undefined, false],
    ["0", false],
    ["12", true],
    ["12, 0", true],
    ["-1", false],
    ["1.5", false],
    ["soon", false],
  ])("given Age %s, calls the counters stale: %s", (age, stale) => {
    expect(parsed(age === undefined ? {} : { Age: age }).stale).toBe(stale);
  });
});

describe("what a provider's document pins", () => {
  it("reads small numbers in the unit it states", () => {
    const headers = { "X-RateLimit-Reset": "4000" };
    expect(fromReceipt(parsed(headers, { hints: { resetUnit: "delta-ms" } }).resetAt)).toBe(4);
    expect(fromReceipt(parsed(headers).resetAt)).toBe(4000);
  });

  it("reads a reset header of its own name", () => {
    expect(fromReceipt(parsed({ "X-Quota-Renews": "90" }, { hints: { resetHeader: "X-Quota-Renews" } }).resetAt)).toBe(
      90,
    );
  });

  it("reads its wait in the body of any status", () => {
    const body = JSON.stringify({ quota: { renews_in: 45 } });
    const result = parsed({}, { ...ok, body, hints: { retryAfterPointers: ["/quota/renews_in"] } });
    expect([fromReceipt(result.retryAt), result.retryBasis]).toEqual([45, "body"]);
  });
});

describe("a wait in the body and a reset in the headers", () => {
  const body = JSON.stringify({ error: { code: "RATE_LIMITED", retry_after: 45 } });

  it.each<[string, HeaderRecord, number, string]>([
    ["header beats body", { "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "600" }, 600, "reset"],
    ["even if the remaining count is not stated", { "X-RateLimit-Reset": "600" }, 600, "reset"],
    ["a reset that is over does not", { "X-RateLimit-Reset": `${EPOCH - 60}` }, 45, "body"],
    [
      "nor that of a window with requests left",
      { "X-RateLimit-Remaining": "3", "X-RateLimit-Reset": "600" },
      45,
      "body",
    ],
    ["nor a malformed one", { "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "soon" }, 45, "body"],
  ])("%s", (_, headers, seconds, basis) => {
    for (const hints of [{}, { retryAfterPointers: ["/error/retry_after"] }]) {
      const result = parsed(headers, { body, hints });
      expect([fromReceipt(result.retryAt), result.retryBasis]).toEqual([seconds, basis]);
    }
  });
});
