import { describe, expect, it } from "vitest";
import { readCount, readDecimal, timeFromNumber } from "./number-shape.ts";

describe("readDecimal", () => {
  it.each([
    ["0", 0],
    ["30", 30],
    ["007", 7],
    ["2.0", 2],
    ["64.57", 64.57],
  ])("reads %s", (text, value) => {
    expect(readDecimal(text)).toBe(value);
  });

  it.each([
    "",
    "-1",
    "+1",
    "1e3",
    "0x10",
    "1_000",
    "1,000",
    ".5",
    "5.",
    "1.2.3",
    "30s",
    "٣٠",
    "NaN",
    "Infinity",
    "9".repeat(41),
  ])("does not take %j for a number", (text) => {
    expect(readDecimal(text)).toBeNull();
  });
});

describe("readCount", () => {
  it("reads Reddit's float", () => {
    expect(readCount("299.0")).toBe(299);
  });

  it.each(["-1", "unlimited", "99999999999999999999"])("takes %j for unknown", (text) => {
    expect(readCount(text)).toBeNull();
  });
});

describe("timeFromNumber", () => {
  it.each([
    [0, "relative", 0, "delta-seconds"],
    [999_999_999, "relative", 999_999_999_000, "delta-seconds"],
    [1e9, "absolute", 1e12, "epoch-seconds"],
    [1_705_323_600, "absolute", 1_705_323_600_000, "epoch-seconds"],
    [1e11 - 1, "absolute", (1e11 - 1) * 1000, "epoch-seconds"],
    [1e11, "absolute", 1e11, "epoch-ms"],
    [1_705_323_600_000, "absolute", 1_705_323_600_000, "epoch-ms"],
    [1e14, "absolute", 1e11, "epoch-us"],
    [1_705_323_600_000_000, "absolute", 1_705_323_600_000, "epoch-us"],
  ])("reads %d as %s %d ms from %s", (value, kind, ms, form) => {
    expect(timeFromNumber(value)).toEqual({ kind, ms, form });
  });

  it.each([1e17, 1e30, Number.POSITIVE_INFINITY, Number.NaN, -1])("discards %d", (value) => {
    expect(timeFromNumber(value)).toBeNull();
  });

  it("takes small numbers for milliseconds if the provider's document says so", () => {
    expect(timeFromNumber(4000, "delta-ms")).toEqual({ kind: "relative", ms: 4000, form: "delta-ms" });
    expect(timeFromNumber(2_592_000_000, "delta-ms")?.ms).toBe(2_592_000_000);
  });

  it("keeps to the size if the stated unit cannot be meant", () => {
    expect(timeFromNumber(1_705_323_600_000, "delta-ms")?.form).toBe("epoch-ms");
    expect(timeFromNumber(45, "epoch-seconds")?.form).toBe("delta-seconds");
    expect(timeFromNumber(1_705_323_600, "delta-seconds")?.form).toBe("epoch-seconds");
  });
});
