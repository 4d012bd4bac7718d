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

  test("ticks once a second for fifty countdowns that end at fifty different fractions of one", () => {
    const clock = createClock(Date.now, document);
    let ticks = 0;
    clock.now.subscribe(() => {
      ticks += 1;
    });
    for (let index = 0; index < 50; index += 1) clock.watch(START + 60_000 + index * 17);
    ticks = 0;
    vi.advanceTimersByTime(10_000);
    expect(ticks).toBe(10);
  });

  test("is exact at the end of each countdown", () => {
    const clock = createClock(Date.now, document);
    clock.watch(START + 60_300);
    clock.watch(START + 1_700);
    vi.advanceTimersByTime(1_700);
    expect(clock.now.value).toBe(START + 1_700);
    vi.advanceTimersByTime(58_600);
    expect(clock.now.value).toBe(START + 60_300);
  });

  test("has the real time for a countdown that comes on screen later", () => {
    const clock = createClock(Date.now, document);
    clock.watch(START + 60_000);
    vi.advanceTimersByTime(500);
    clock.watch(START + 30_000);
    expect(clock.now.value).toBe(START + 500);
  });

  test("has the real time for a countdown that has just come to read differently", () => {
    const clock = createClock(Date.now, document);
    vi.advanceTimersByTime(20);
    clock.watch(START + 13_010);
    expect(clock.now.value).toBe(START + 20);
    vi.advanceTimersByTime(20);
    clock.watch(START + 13_930);
    expect(clock.now.value).toBe(START + 20);
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
