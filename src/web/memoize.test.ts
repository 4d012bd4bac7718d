import { expect, test, vi } from "vitest";
import { memoize } from "./memoize.ts";

test("a memoized function works out a text once, also if its result is undefined", () => {
  const workOut = vi.fn((text: string) => (text === "nothing" ? undefined : text.length));
  const lengthOf = memoize(workOut);
  expect([lengthOf("four"), lengthOf("nothing"), lengthOf("four"), lengthOf("nothing")]).toEqual([
    4,
    undefined,
    4,
    undefined,
  ]);
  expect(workOut).toHaveBeenCalledTimes(2);
});

test("a memoized function stays right however many texts come", () => {
  const workOut = vi.fn((text: string) => Number(text));
  const numberOf = memoize(workOut);
  for (let index = 0; index < 1000; index += 1) expect(numberOf(String(index))).toBe(index);
  expect(numberOf("0")).toBe(0);
  expect(workOut).toHaveBeenCalledTimes(1001);
});
