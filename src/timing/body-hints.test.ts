import { describe, expect, it } from "vitest";
import { fromReceipt, parsed } from "./testing/a-response.ts";

function waitIn(body: unknown, status = 429): number | null {
  return fromReceipt(parsed({}, { status, body: typeof body === "string" ? body : JSON.stringify(body) }).retryAt);
}

describe("a wait in the body", () => {
  it.each<[string, unknown, number]>([
    ["BlockSecOps", { error: { code: "RATE_LIMITED", retry_after: 45 } }, 45],
    ["Discord", { message: "You are being rate limited.", retry_after: 64.57, global: false }, 64.57],
    ["Telegram", { ok: false, parameters: { retry_after: 35 } }, 35],
    ["camel case", { retryAfter: 3 }, 3],
    ["a numeric string", { retry_after: "30" }, 30],
    ["milliseconds by name", { retry_after_ms: 1500 }, 1.5],
    ["a GraphQL error", { errors: [{ message: "slow down", extensions: { retryAfter: 7 } }] }, 7],
    [
      "Google's RetryInfo",
      {
        error: {
          code: 429,
          details: [
            { "@type": "type.googleapis.com/google.rpc.Help" },
            { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "3.7s" },
          ],
        },
      },
      3.7,
    ],
    ["Google's streamed array", [{ error: { details: [{ retryDelay: "2s" }] } }], 2],
    ["zero", { retry_after: 0 }, 0],
  ])("is read from %s", (_, body, seconds) => {
    expect(waitIn(body)).toBe(seconds);
  });

  it.each<[string, unknown]>([
    ["prose", { error: { message: "retry_after 30 seconds. Please try again in 30 s" } }],
    ["a negative number", { retry_after: -1 }],
    ["a word", { retry_after: "soon" }],
    ["null", { retry_after: null }],
    ["a boolean", { retry_after: true }],
    ["an object", { retry_after: { seconds: 3 } }],
    ["a number beyond every unit", { retry_after: 1e18 }],
    ["text that is not JSON", "retry_after=30"],
    ["a cut body", '{"retry_after":30'],
    ["a JSON string", '"retry_after"'],
    ["null itself", "null"],
    ["an inherited member", { error: { retryable: true } }],
  ])("is absent in %s", (_, body) => {
    expect(waitIn(body)).toBeNull();
  });

  it("does not count on success, because the member may be data", () => {
    expect(waitIn({ retry_after: 30 }, 200)).toBeNull();
  });

  it("comes after every header", () => {
    const body = JSON.stringify({ retry_after: 99 });
    expect(fromReceipt(parsed({ "Retry-After": "45" }, { body }).retryAt)).toBe(45);
    expect(fromReceipt(parsed({ "X-RateLimit-Reset": "60" }, { body }).retryAt)).toBe(60);
  });

  it("comes before nothing: a malformed header falls through to it", () => {
    const result = parsed({ "Retry-After": "soon" }, { body: JSON.stringify({ error: { retry_after: 9 } }) });
    expect(fromReceipt(result.retryAt)).toBe(9);
    expect(result.retryProvenance).toEqual({
      from: "body",
      name: "/error/retry_after",
      raw: "9",
      form: "delta-seconds",
      skewMs: 0,
    });
  });

  it("is not looked for in bodies nested beyond reason", () => {
    expect(waitIn(`${'{"a":'.repeat(100)}{"retry_after":1}${"}".repeat(100)}`)).toBeNull();
  });
});
