import { expect, test } from "vitest";
import { inWords } from "./duration.ts";

test.each([
  [-5, "0 s"],
  [0, "0 s"],
  [12.3, "12 ms"],
  [99.4, "99 ms"],
  [300, "0.3 s"],
  [1000, "1 s"],
  [9949, "9.9 s"],
  [9951, "10 s"],
  [45_000, "45 s"],
  [125_000, "2 min 5 s"],
  [3_599_400, "59 min 59 s"],
  [3_600_000, "1 h"],
  [9_000_000, "2 h 30 min"],
  [86_400_000, "1 day"],
  [2_678_400_000, "31 days"],
])("a length of %d ms reads as %s", (ms, words) => {
  expect(inWords(ms)).toBe(words);
});
