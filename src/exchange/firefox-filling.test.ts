import { describe, expect, test } from "vitest";
import { textWithoutFilling } from "./firefox-filling.ts";
import { readEntry } from "./read-entry.ts";
import { anEntry } from "./testing/an-entry.ts";

const KEPT = `{"message":"${"x".repeat(786_432)}`;
const FILLED = KEPT.padEnd(3_145_900, "\u0000");

describe("a text that Firefox filled up with NUL characters", () => {
  test("given a long one, takes the filling off and calls the body cut by the browser", () => {
    expect(textWithoutFilling(FILLED, 3_145_900)).toEqual({
      kind: "text",
      text: KEPT,
      truncated: { by: "browser", totalBytes: 3_145_900 },
    });
  });

  test("given no stated size, says that it was cut and not from how much", () => {
    expect(textWithoutFilling(FILLED, undefined)).toMatchObject({ truncated: { by: "browser" } });
  });

  test("given three-byte characters, knows that fewer units make the same bytes", () => {
    const kept = "語".repeat(300_000);
    expect(textWithoutFilling(kept.padEnd(360_000, "\u0000"), undefined)).toMatchObject({ text: kept });
  });

  test("given a short text that ends with NUL, leaves it as it is", () => {
    expect(textWithoutFilling("END\u0000", 4)).toEqual({ kind: "text", text: "END\u0000" });
  });

  test("given NUL characters in the middle of a long text, leaves them", () => {
    const text = `${"x".repeat(600_000)}\u0000${"x".repeat(600_000)}`;
    expect(textWithoutFilling(text, undefined)).toEqual({ kind: "text", text });
  });

  test("given one in a HAR file, reads what is there of it, and that it was cut", () => {
    const result = readEntry(anEntry({ status: 500, body: FILLED }), { id: "1" });
    expect(result.ok ? result.exchange.response.body : result).toEqual({
      kind: "text",
      text: KEPT,
      truncated: { by: "browser", totalBytes: 3_145_900 },
    });
  });
});
