import { describe, expect, it } from "vitest";
import { fromReceipt, parsed, RECEIVED_AT } from "./testing/a-response.ts";
import type { HeaderRecord } from "./testing/a-response.ts";

const EPOCH = RECEIVED_AT / 1000;

describe("Retry-After", () => {
  it.each<[string, HeaderRecord, number]>([
    ["seconds", { "Retry-After": "120" }, 120],
    ["zero seconds", { "Retry-After": "0" }, 0],
    ["blanks around it", { "Retry-After": " \t45 " }, 45],
    ["a name in another case", { "RETRY-AFTER": "45" }, 45],
    ["Shopify's decimal", { "Retry-After": "2.0" }, 2],
    ["IMF-fixdate", { "Retry-After": "Mon, 15 Jan 2024 12:00:45 GMT" }, 45],
    ["RFC 850", { "Retry-After": "Monday, 15-Jan-24 12:00:45 GMT" }, 45],
    ["asctime", { "Retry-After": "Mon Jan 15 12:00:45 2024" }, 45],
    ["ISO 8601 with a zone", { "Retry-After": "2024-01-15T13:00:45+01:00" }, 45],
    ["a JavaScript date", { "Retry-After": "Mon Jan 15 2024 12:00:45 GMT+0000 (UTC)" }, 45],
    ["an epoch by its size", { "Retry-After": String(EPOCH + 45) }, 45],
    ["a date in the past", { "Retry-After": "Mon, 15 Jan 2024 11:59:00 GMT" }, -60],
    ["OpenAI's milliseconds", { "retry-after-ms": "1234" }, 1.234],
    ["Azure's milliseconds", { "x-ms-retry-after-ms": "500" }, 0.5],
    ["AWS' milliseconds", { "x-amz-retry-after": "1500" }, 1.5],
    ["milliseconds before seconds", { "Retry-After": "2", "retry-after-ms": "1234" }, 1.234],
    ["Docker Hub's epoch", { "X-Retry-After": String(EPOCH + 600) }, 600],
    ["Better Auth's seconds", { "X-Retry-After": "10" }, 10],
    ["Symfony's epoch", { "X-RateLimit-Retry-After": String(EPOCH + 7) }, 7],
    ["the standard field before vendors'", { "X-Retry-After": "10", "Retry-After": "30" }, 30],
    ["repeated equal values", { "Retry-After": ["30", "30"] }, 30],
    ["repeated equal values in one line", { "Retry-After": "30, 30" }, 30],
    ["Chromium's line-feed join of equal values", { "Retry-After": "30\n30" }, 30],
    ["a date and the same wait in seconds", { "Retry-After": "Mon, 15 Jan 2024 12:01:00 GMT, 60" }, 60],
  ])("given %s, states the wait", (_, headers, seconds) => {
    const result = parsed(headers);
    expect(fromReceipt(result.retryAt)).toBe(seconds);
    expect(result.retryBasis).toBe("retry-after");
  });

  it.each<[string, HeaderRecord]>([
    ["nothing", { "Retry-After": "" }],
    ["a sign", { "Retry-After": "-1" }],
    ["a unit", { "Retry-After": "30s" }],
    ["an exponent", { "Retry-After": "1e3" }],
    ["a word", { "Retry-After": "soon" }],
    ["a date that does not exist", { "Retry-After": "Fri, 30 Feb 2024 12:00:00 GMT" }],
    ["a date without a zone", { "Retry-After": "2024-01-15T12:00:45" }],
    ["a number too large for any unit", { "Retry-After": "9".repeat(19) }],
    ["a year before 1970", { "Retry-After": "Mon, 15 Jan 1900 12:00:00 GMT" }],
    ["repeated values that differ", { "Retry-After": ["30", "31"] }],
    ["repeated values of which one is malformed", { "Retry-After": ["30", "soon"] }],
    ["a date and another wait in seconds", { "Retry-After": "Mon, 15 Jan 2024 12:30:00 GMT, 60" }],
  ])("given %s, falls through to the reset", (_, headers) => {
    const result = parsed({ ...headers, "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "90" });
    expect(fromReceipt(result.retryAt)).toBe(90);
    expect(result.retryBasis).toBe("reset");
    expect(parsed(headers).retryAt).toBeNull();
  });

  it("falls through to the next spelling", () => {
    expect(fromReceipt(parsed({ "retry-after-ms": "soon", "Retry-After": "9" }).retryAt)).toBe(9);
  });

  it("counts seconds from receipt whatever the server's clock says", () => {
    const result = parsed({ "Retry-After": "30", Date: "Mon, 15 Jan 2024 11:00:00 GMT" });
    expect(fromReceipt(result.retryAt)).toBe(30);
    expect(result.retryProvenance).toMatchObject({ form: "delta-seconds", skewMs: 0 });
  });

  it("given a 429 whose Retry-After is a date, counts down to it on the browser's clock", () => {
    const fiveMinutesSlow = { Date: "Mon, 15 Jan 2024 11:55:00 GMT", "Retry-After": "Mon, 15 Jan 2024 11:55:45 GMT" };
    const result = parsed(fiveMinutesSlow);
    expect(fromReceipt(result.retryAt)).toBe(45);
    expect(result.retryProvenance).toEqual({
      from: "header",
      name: "Retry-After",
      raw: "Mon, 15 Jan 2024 11:55:45 GMT",
      form: "http-date",
      skewMs: 300_000,
    });
  });

  it.each([200, 202, 301, 400, 403, 413, 423, 500, 503])("counts on status %d as well", (status) => {
    expect(fromReceipt(parsed({ "Retry-After": "30" }, { status }).retryAt)).toBe(30);
  });

  it("shows an absurd wait without wrapping", () => {
    expect(fromReceipt(parsed({ "Retry-After": "1000000" }).retryAt)).toBe(1_000_000);
    const longest = parsed({ "Retry-After": "999999999" }).retryAt ?? 0;
    expect(new Date(longest).toISOString()).toBe("2055-09-23T13:46:39.000Z");
  });
});
