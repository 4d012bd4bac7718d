import { describe, expect, test } from "vitest";
import { redactText, redactUrl } from "./redact-url.ts";
import { providers } from "./testing/formats.ts";

const KEY = "sk_test_EXAMPLE4eC39HqLyjWDarjtT1";

describe("texts for tables", () => {
  test("URLs follow the rules of reports", () => {
    expect(
      redactUrl(
        `https://api.chainguardai.dev/v1/risk/score/0x742d35Cc6634C0532925a3b844Bc454c459dFE2C?chain=ethereum&api_key=cg_test_EXAMPLE`,
        providers,
      ),
    ).toBe(
      "https://api.chainguardai.dev/v1/risk/score/0x742d35Cc6634C0532925a3b844Bc454c459dFE2C?chain=ethereum&api_key=REDACTED-api-key-1",
    );
  });
  test("messages keep their words", () => {
    expect(redactText(`Invalid API key ${KEY} for eve@mail.example.test`, providers)).toBe(
      "Invalid API key \u00abredacted:api-key:1 sk_test_\u00bb for \u00abredacted:email:1\u00bb",
    );
  });
  test("every text of the provider documents stays as it is", () => {
    const texts = new Set<string>();
    JSON.stringify(providers, (_key, value: unknown) => {
      if (typeof value === "string") texts.add(value);
      return value;
    });
    expect([...texts].filter((text) => redactText(text, providers) !== text)).toEqual([]);
  });
});
