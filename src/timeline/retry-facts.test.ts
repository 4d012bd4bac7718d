import { describe, expect, test } from "vitest";
import { aProvider } from "../catalogue/testing/a-provider.ts";
import { decode } from "../decode/decode.ts";
import { anExchange } from "../exchange/testing/an-exchange.ts";
import type { RetryCodeFacts } from "../timing/retry-code/retry-code-facts.ts";
import { readRetryFacts } from "./retry-facts.ts";

const PROVIDER = aProvider({});

function factsOf(
  responseHeaders: Readonly<Record<string, string>>,
  requestHeaders: Readonly<Record<string, string>> = {},
  provider = PROVIDER,
): RetryCodeFacts {
  const exchange = anExchange({
    url: "https://api.example.test/v1/things",
    method: "GET",
    status: 429,
    requestHeaders,
    responseHeaders,
    body: "{}",
  });
  const event = decode(exchange, { providers: [provider], mappings: [] });
  if (event === undefined) throw new Error("the exchange was not decoded");
  return readRetryFacts(event, provider);
}

const FROM_ELSEWHERE = { Origin: "https://app.example.test" };

describe("readRetryFacts", () => {
  test("of a same-origin call can read the wait", () => {
    expect(factsOf({ "Retry-After": "45" })).toMatchObject({ unread: null, statedMs: 45_000 });
  });

  test("of a cross-origin call cannot, unless the server exposes the header", () => {
    expect(factsOf({ "Retry-After": "45" }, FROM_ELSEWHERE).unread).toBe("cors");
    const exposed = { "Retry-After": "45", "Access-Control-Expose-Headers": "Retry-After" };
    expect(factsOf(exposed, FROM_ELSEWHERE).unread).toBeNull();
  });

  test("reports a wait in a header of the API's own", () => {
    expect(factsOf({ "retry-after-ms": "1500" })).toMatchObject({ unread: "elsewhere", statedMs: 1500 });
  });

  test("names the reset's header as it was received", () => {
    expect(factsOf({ "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "30" }).resetHeader).toBe("X-RateLimit-Reset");
    expect(factsOf({}).resetHeader).toBeNull();
  });

  test("says where an idempotency key goes only if one is documented", () => {
    expect(factsOf({}).idempotencyKey).toBeNull();
    const idempotency = { place: "body", name: "idempotency_key", meaning: "Remembered.", source: "seed" } as const;
    expect(factsOf({}, {}, aProvider({ idempotency })).idempotencyKey).toBe("the body field idempotency_key");
  });
});
