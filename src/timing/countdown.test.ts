import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCountdown, formatInstant, MAX_TIMER_MS, nextTickMs, remainingMs } from "./countdown.ts";

const NOW = Date.UTC(2026, 0, 15, 13, 0, 0);

describe("remainingMs", () => {
  it("is never negative", () => {
    expect(remainingMs(NOW - 5000, NOW)).toBe(0);
    expect(remainingMs(NOW + 5000, NOW)).toBe(5000);
    expect(remainingMs(Number.NaN, NOW)).toBe(0);
  });
});

describe("formatCountdown", () => {
  it.each([
    [-1, "now"],
    [0, "now"],
    [Number.NaN, "now"],
    [1, "1 s"],
    [44_001, "45 s"],
    [45_000, "45 s"],
    [59_001, "1 min 00 s"],
    [125_000, "2 min 05 s"],
    [3_599_000, "59 min 59 s"],
    [3_599_001, "1 h 00 min"],
    [3_600_001, "1 h 01 min"],
    [11_400_000, "3 h 10 min"],
    [86_340_001, "1 day"],
    [86_400_000, "1 day"],
    [86_400_001, "1 day 1 h"],
    [172_800_000, "2 days"],
    [2_592_000_000, "30 days"],
    [366 * 86_400_000, "366 days"],
    [1e15, "more than a year"],
    [Number.POSITIVE_INFINITY, "more than a year"],
  ])("shows %d ms as %s", (ms, text) => {
    expect(formatCountdown(ms)).toBe(text);
  });
});

describe("nextTickMs", () => {
  it.each([
    [0, null],
    [-1000, null],
    [1, 1],
    [1000, 1000],
    [44_001, 1],
    [44_500.5, 501],
    [3_600_000, 1000],
    [3_600_001, 1],
    [86_400_000, 60_000],
    [86_400_001, 1],
    [30 * 86_400_000, 3_600_000],
    [366 * 86_400_000 + 1, 1],
    [1e15, MAX_TIMER_MS],
    [Number.POSITIVE_INFINITY, MAX_TIMER_MS],
    [Number.NaN, null],
  ])("with %d ms left, sleeps %s ms", (left, sleep) => {
    expect(nextTickMs(NOW + left, NOW)).toBe(sleep);
  });

  it("never sleeps past a change of the text, and always until the next one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 365 * 86_400_000 }), (left) => {
        const sleep = nextTickMs(NOW + left, NOW);
        if (sleep === null) throw new Error("the wait is not over");
        expect(sleep).toBeGreaterThanOrEqual(1);
        expect(sleep).toBeLessThanOrEqual(MAX_TIMER_MS);
        expect(formatCountdown(left - sleep + 1)).toBe(formatCountdown(left));
        expect(formatCountdown(left - sleep)).not.toBe(formatCountdown(left));
      }),
    );
  });

  it("stays within what a timer can hold for any two numbers", () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (target, now) => {
        const sleep = nextTickMs(target, now);
        return sleep === null || (sleep >= 1 && sleep <= MAX_TIMER_MS);
      }),
    );
  });

  it("ends a countdown after a computer slept through its end", () => {
    const target = NOW + 90_000;
    const wokenAt = NOW + 8 * 3_600_000;
    expect(formatCountdown(remainingMs(target, wokenAt))).toBe("now");
    expect(nextTickMs(target, wokenAt)).toBeNull();
  });
});

describe("formatInstant", () => {
  it.each([
    [NOW + 1000, "13:00:01 UTC"],
    [NOW + 86_400_000, "2026-01-16 13:00:00 UTC"],
    [Date.UTC(2026, 0, 14, 23, 59, 59), "2026-01-14 23:59:59 UTC"],
    [Number.NaN, ""],
    [8.64e15, ""],
  ])("shows %d as %s", (at, text) => {
    expect(formatInstant(at, NOW)).toBe(text);
  });
});
