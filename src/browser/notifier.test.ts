import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createNotifier } from "./notifier.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function aNotifier() {
  let taken = 0;
  return createNotifier(() => ++taken, 100);
}

it("reports a single change at once", () => {
  const notifier = aNotifier();
  const heard: number[] = [];
  notifier.subscribe((change) => heard.push(change));
  notifier.schedule();
  expect(heard).toEqual([1]);
});

it("reports a burst in one further batch", () => {
  const notifier = aNotifier();
  const heard: number[] = [];
  notifier.subscribe((change) => heard.push(change));
  for (let index = 0; index < 300; index++) notifier.schedule();
  vi.advanceTimersByTime(1000);
  expect(heard).toEqual([1, 2]);
});

it("drops a listener that throws and still tells the others", () => {
  const notifier = aNotifier();
  const heard: number[] = [];
  const dead = vi.fn(() => {
    throw new TypeError("can't access dead object");
  });
  notifier.subscribe(dead);
  notifier.subscribe((change) => heard.push(change));
  notifier.schedule();
  vi.advanceTimersByTime(100);
  notifier.schedule();
  expect(dead).toHaveBeenCalledTimes(1);
  expect(heard).toEqual([1, 2]);
});

it("tells nothing after unsubscribing", () => {
  const notifier = aNotifier();
  const listener = vi.fn();
  notifier.subscribe(listener)();
  notifier.schedule();
  expect(listener).not.toHaveBeenCalled();
});

it("does not repeat to a new listener what its snapshot already holds", () => {
  const notifier = aNotifier();
  notifier.schedule();
  notifier.schedule();
  const listener = vi.fn();
  notifier.subscribe(listener);
  vi.advanceTimersByTime(1000);
  expect(listener).not.toHaveBeenCalled();
});
