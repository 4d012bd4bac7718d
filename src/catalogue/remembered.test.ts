import { expect, test, vi } from "vitest";
import { remembered } from "./remembered.ts";

test("works out a text once, also where nothing comes of it", () => {
  const workOut = vi.fn((text: string) => (text === "nothing" ? undefined : text.length));
  const lengthOf = remembered(workOut);
  expect([lengthOf("four"), lengthOf("nothing"), lengthOf("four"), lengthOf("nothing")]).toEqual([
    4,
    undefined,
    4,
    undefined,
  ]);
  expect(workOut).toHaveBeenCalledTimes(2);
});

test("stays right, and bounded, however many texts come", () => {
  const workOut = vi.fn((text: string) => Number(text));
  const numberOf = remembered(workOut);
  for (let index = 0; index < 1000; index += 1) expect(numberOf(String(index))).toBe(index);
  expect(numberOf("0")).toBe(0);
  expect(workOut).toHaveBeenCalledTimes(1001);
});
