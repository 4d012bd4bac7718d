import { expect, test } from "vitest";
import { createListeners } from "./listeners.ts";

test("each subscriber receives every value until it unsubscribes", () => {
  const { subscribe, tell } = createListeners<number>();
  const heard: string[] = [];
  const leave = subscribe((value) => heard.push(`one ${value}`));
  subscribe((value) => heard.push(`other ${value}`));
  tell(1);
  leave();
  tell(2);
  expect(heard).toEqual(["one 1", "other 1", "other 2"]);
});

test("a listener of another page that throws is dropped and keeps no other from hearing", () => {
  const { subscribe, tell } = createListeners({ areOfOtherPages: true });
  let called = 0;
  let heard = 0;
  subscribe(() => {
    called += 1;
    throw new Error("dead object");
  });
  subscribe(() => (heard += 1));
  tell();
  tell();
  expect([called, heard]).toEqual([1, 2]);
});

test("a listener of the same page that throws is not hushed up", () => {
  const { subscribe, tell } = createListeners();
  subscribe(() => {
    throw new Error("a mistake");
  });
  expect(tell).toThrow("a mistake");
});
