import fc from "fast-check";
import { expect, test } from "vitest";
import { findText } from "./find-text.ts";

test("finds every place, without regard to case and without overlaps", () => {
  expect(findText("aaAAa b", "aa")).toEqual([0, 2]);
  expect(findText("aaa", "")).toEqual([]);
});

test("gives places of the text itself, whatever lower case makes of it", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "A", "\u0130", "b") }), (whole) => {
      for (const at of findText(whole, "a")) expect(whole.charAt(at).toLowerCase()).toBe("a");
    }),
  );
});

test("stops at ten thousand", () => {
  expect(findText("x".repeat(50_000), "x")).toHaveLength(10_000);
});
