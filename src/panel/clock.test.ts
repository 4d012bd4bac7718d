// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createClock } from "./clock.ts";

const START = 1_705_320_000_000;

describe("the clock", () => {
  beforeEach(() => vi.useFakeTimers({ now: START }));
  afterEach(() => vi.useRealTimers());

  test("runs no timer while no countdown is visible", () => {
    createClock(Date.now, document);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("runs one timer for many countdowns, and none once all are over", () => {
    const clock = createClock(Date.now, document);
    clock.watch(START + 1500);
    clock.watch(START + 2500);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(2500);
    expect(clock.now.value).toBe(START + 2500);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("ticks when a countdown reads differently, not on the whole second", () => {
    const clock = createClock(Date.now, document);
    clock.watch(START + 1300);
    vi.advanceTimersByTime(299);
    expect(clock.now.value).toBe(START);
    vi.advanceTimersByTime(1);
    expect(clock.now.value).toBe(START + 300);
  });

  test("stops when the last countdown leaves the screen", () => {
    const clock = createClock(Date.now, document);
    const leave = clock.watch(START + 60_000);
    leave();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("after a sleep, shows the real time at the next tick", () => {
    let now = START;
    const clock = createClock(() => now, document);
    clock.watch(START + 600_000);
    now = START + 500_000;
    vi.advanceTimersToNextTimer();
    expect(clock.now.value).toBe(START + 500_000);
  });
});
