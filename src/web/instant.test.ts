import { expect, test } from "vitest";
import { isoInstant } from "./instant.ts";

test.each([
  [1, "1970-01-01T00:00:00.001Z"],
  [Date.UTC(2026, 0, 31, 12), "2026-01-31T12:00:00.000Z"],
  [253_402_300_799_999, "9999-12-31T23:59:59.999Z"],
  [253_402_300_800_000, null],
  [0, null],
  [-1, null],
  [Number.NaN, null],
  [Infinity, null],
  [null, null],
])("the instant %j is written as %j", (at, expected) => {
  expect(isoInstant(at)).toBe(expected);
});
