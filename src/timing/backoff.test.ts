import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backoffSchedule, DEFAULT_BACKOFF } from "./backoff.ts";

const ends = (steps: ReturnType<typeof backoffSchedule>): readonly (readonly number[])[] =>
  steps.map(({ fromMs, drawnMs, toMs }) => [fromMs, drawnMs, toMs]);

describe("backoffSchedule", () => {
  it("doubles the upper end and draws from the whole range below it", () => {
    expect(ends(backoffSchedule(() => 0.5))).toEqual([
      [0, 500, 1000],
      [0, 1000, 2000],
      [0, 2000, 4000],
    ]);
  });

  it("never exceeds the cap", () => {
    const steps = backoffSchedule(() => 1, null, { ...DEFAULT_BACKOFF, retries: 8 });
    expect(steps.map((step) => step.drawnMs)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });

  it("starts no earlier than the wait the server asked for", () => {
    expect(ends(backoffSchedule(() => 0, 45_000))).toEqual([
      [45_000, 45_000, 46_000],
      [0, 0, 2000],
      [0, 0, 4000],
    ]);
  });

  it("counts a wait that is over as none", () => {
    expect(ends(backoffSchedule(() => 0, -5000))[0]).toEqual([0, 0, 1000]);
  });

  it("keeps within its ends and its budget whatever the random numbers and the policy are", () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (random, retries) => {
        const steps = backoffSchedule(() => random, null, { ...DEFAULT_BACKOFF, retries });
        expect(steps.length).toBeLessThanOrEqual(10);
        for (const step of steps) {
          expect(step.drawnMs).toBeGreaterThanOrEqual(step.fromMs);
          expect(step.drawnMs).toBeLessThanOrEqual(step.toMs);
        }
      }),
    );
  });
});
