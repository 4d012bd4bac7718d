import { describe, expect, it } from "vitest";
import { parseDurationMs } from "./durations.ts";

describe("parseDurationMs", () => {
  it.each([
    ["12ms", 12],
    ["1s", 1000],
    ["1m30.5s", 90_500],
    ["6m0s", 360_000],
    ["23h59m59.9s", 86_399_900],
    ["1500µs", 1.5],
    ["1500μs", 1.5],
    ["3.7s", 3700],
    ["0s", 0],
  ])("reads %s", (text, ms) => {
    expect(parseDurationMs(text)).toBeCloseTo(ms, 6);
  });

  it.each(["", "12", "s", "-1s", "1d", "1 s", "1s ", "1m30", "PT30S", "1.s", "s1", "1s".repeat(40)])(
    "does not take %j for a duration",
    (text) => {
      expect(parseDurationMs(text)).toBeNull();
    },
  );
});
