import { expect, test } from "vitest";
import { aProvider } from "../../catalogue/testing/a-provider.ts";
import { decode } from "../../decode/decode.ts";
import { anExchange } from "../../exchange/testing/an-exchange.ts";
import { readRetryFacts } from "../../timeline/retry-facts.ts";
import { retryCode } from "../../timing/retry-code/retry-code.ts";
import { report } from "../report.ts";

const PROVIDERS = { providers: [aProvider({})], mappings: [] };

test.each(["fetch", "ky", "axios"] as const)("the redactor leaves the code for %s whole", (client) => {
  const event = decode(
    anExchange({
      url: "https://api.example.test/v1/things?api_key=sk_live_EXAMPLEEXAMPLE01",
      status: 429,
      requestHeaders: { Authorization: "Bearer sk_live_EXAMPLEEXAMPLE01", Origin: "https://app.example.test" },
      responseHeaders: { "Retry-After": "45", "X-RateLimit-Reset": "45" },
      body: "{}",
    }),
    PROVIDERS,
  );
  if (event === undefined) throw new Error("the exchange was not decoded");
  const result = report([event], { format: `retry-${client}`, providers: PROVIDERS, version: "0", now: 0 });
  const text = retryCode(client, readRetryFacts(event, PROVIDERS.providers[0]));
  expect(result).toMatchObject({ ok: true, text });
  expect(text).toContain("UNREAD_WAIT_MS = 45000");
});
