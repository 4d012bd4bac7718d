import { describe, expect, test } from "vitest";
import { isPlaceholder } from "./placeholders.ts";

describe("what stands where a value is missing", () => {
  test.each([
    "",
    " ",
    "null",
    "undefined",
    "[object Object]",
    "NaN",
    "YOUR_API_KEY",
    "your-api-key",
    "<token>",
    "<your api key>",
    "{{api_key}}",
    "${API_KEY}",
    "$API_KEY",
    "%API_KEY%",
    "{token}",
    "****",
    "sk_live_****1234",
    "xxxxxxxx",
    "[REDACTED]",
    "\u00abredacted:api-key:1 sk_live_\u00bb",
    "\u00ab\u00bb",
    "REDACTED-token-2",
    "$FAULTLINE_API_KEY",
  ])("%j is no secret", (value) => {
    expect(isPlaceholder(value)).toBe(true);
  });

  test.each([
    "hunter2",
    "improve",
    "sk_live_EXAMPLE1234",
    "$ecret",
    "<b>x1</b>",
    "my-secret-password",
    "changeme",
    "x7",
    "\u00abredacted:token:1 hunter2\u00bb",
    "***hunter2secret***",
    "your1pass",
  ])("%j may be one", (value) => {
    expect(isPlaceholder(value)).toBe(false);
  });
});
