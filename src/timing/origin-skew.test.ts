import { describe, expect, it } from "vitest";
import { addSkew, type ClockSkews, medianSkewMs } from "./origin-skew.ts";

const ORIGIN = "https://api.example.com";

function after(...skews: readonly (number | null)[]): ClockSkews {
  return skews.reduce<ClockSkews>((known, skewMs) => addSkew(known, ORIGIN, { skewMs, stale: false }), new Map());
}

describe("the skew of an origin", () => {
  it("is the median, which one slow response does not move", () => {
    expect(medianSkewMs(after(300_000, 300_400, 360_000, 300_200, 299_900), ORIGIN)).toBe(300_200);
    expect(medianSkewMs(after(300_000, 301_000), ORIGIN)).toBe(300_500);
  });

  it("is 0 below two seconds and unknown without a response", () => {
    expect(medianSkewMs(after(1999), ORIGIN)).toBe(0);
    expect(medianSkewMs(after(-2000), ORIGIN)).toBe(-2000);
    expect(medianSkewMs(after(null), ORIGIN)).toBeNull();
    expect(medianSkewMs(after(5000), "https://other.example.com")).toBeNull();
  });

  it("leaves cached responses out", () => {
    const skews = after(5000);
    expect(addSkew(skews, ORIGIN, { skewMs: 900_000, stale: true })).toBe(skews);
  });

  it("follows a corrected clock after a few responses", () => {
    expect(medianSkewMs(after(...Array.from({ length: 50 }, () => 300_000), 0, 0, 0, 0, 0), ORIGIN)).toBe(0);
  });

  it("forgets the origin that was quiet longest", () => {
    let skews = after(5000);
    for (let index = 0; index < 64; index += 1) {
      skews = addSkew(skews, `https://${index}.example.com`, { skewMs: 5000, stale: false });
    }
    expect(skews.size).toBe(64);
    expect(medianSkewMs(skews, ORIGIN)).toBeNull();
  });
});
