import { expect, test } from "vitest";
import { counterHeaders, createMeter, secondsUntil } from "./rate-limit.ts";

const T = 1_800_000_000_000;

test("a fixed window starts with its first request and gives the whole allowance back when it ends", () => {
  const meter = createMeter({ limit: 2, windowSeconds: 10, kind: "fixed" });
  meter.take("a", T);
  meter.take("a", T + 9_000);
  expect(meter.take("a", T + 9_999)).toMatchObject({ granted: false, remaining: 0, resetAt: T + 10_000 });
  expect(meter.take("a", T + 10_000)).toMatchObject({ granted: true, remaining: 1, resetAt: T + 20_000 });
});

test("a sliding window gives places back one by one", () => {
  const meter = createMeter({ limit: 2, windowSeconds: 10, kind: "sliding" });
  meter.take("a", T);
  meter.take("a", T + 4_000);
  expect(meter.take("a", T + 9_000)).toMatchObject({ granted: false, resetAt: T + 10_000 });
  expect(meter.take("a", T + 10_000)).toMatchObject({ granted: true, remaining: 0, resetAt: T + 14_000 });
});

test("one account's requests leave another's window alone, and looking counts nothing", () => {
  const meter = createMeter({ limit: 1, windowSeconds: 10, kind: "fixed" });
  meter.take("a", T);
  expect(meter.look("b", T).remaining).toBe(1);
  expect(meter.take("b", T).granted).toBe(true);
});

test("a refused request takes no place", () => {
  const meter = createMeter({ limit: 1, windowSeconds: 10, kind: "sliding" });
  meter.take("a", T);
  meter.take("a", T + 5_000);
  expect(meter.take("a", T + 10_000).granted).toBe(true);
});

test("reset and wait are rounded up, so that a client that obeys is never early", () => {
  const meter = createMeter({ limit: 1, windowSeconds: 10, kind: "fixed" });
  const standing = meter.take("a", T + 1);
  expect(counterHeaders(standing)["x-ratelimit-reset"]).toBe(String(T / 1000 + 11));
  expect(secondsUntil(standing.resetAt, T + 9_500)).toBe(1);
  expect(secondsUntil(standing.resetAt, T + 8_500)).toBe(2);
});
