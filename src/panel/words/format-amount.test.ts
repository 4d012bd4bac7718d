import { expect, test } from "vitest";
import { formatBytes, formatDuration } from "./format-amount.ts";
import { panelWords } from "./english/panel.ts";

test.each([
  [0, "0 ms"],
  [311.6, "312 ms"],
  [1240, "1.24 s"],
  [126_000, "2.1 min"],
  [-1, ""],
  [Number.NaN, ""],
])("writes a duration of %d ms as %j", (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

test.each([
  [0, "0 B"],
  [1200, "1.2 kB"],
  [4_000_000, "4.0 MB"],
  [Number.NaN, ""],
])("writes %d bytes as %j", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test("groups digits and knows one from many", () => {
  const words = (count: number) => panelWords.toolbarErrors(count);
  expect([words(1), words(0), words(12_345)]).toEqual(["1 error", "0 errors", "12,345 errors"]);
});
