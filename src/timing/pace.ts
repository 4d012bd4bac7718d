import type { EpochMs } from "../exchange/exchange.ts";

/** What was left at one moment. */
export type RemainingPoint = { readonly at: EpochMs; readonly remaining: number };

/** Only the latest minute tells the present pace. */
const PACE_SPAN_MS = 60_000;
/** Fewer points or a shorter time say nothing about a pace. */
const LEAST_POINTS = 3;
const LEAST_SPAN_MS = 2000;

/**
 * How much of a window is spent per millisecond: over the last minute up to `now`, since the count last rose (a rise is
 * a reset or a refill). Time without requests counts, so the pace falls when they stop. Null if too little was seen
 * to say. `history` is in order of time.
 */
export function spendingPace(history: readonly RemainingPoint[], now: EpochMs): number | null {
  const last = history.at(-1);
  if (last === undefined) return null;
  let first = last;
  let points = 1;
  for (let index = history.length - 2; index >= 0; index -= 1) {
    const point = history[index];
    if (point === undefined || point.remaining < first.remaining || now - point.at > PACE_SPAN_MS) break;
    first = point;
    points += 1;
  }
  const span = Math.max(now, last.at) - first.at;
  if (points < LEAST_POINTS || !(span >= LEAST_SPAN_MS)) return null;
  return (first.remaining - last.remaining) / span;
}

/**
 * Milliseconds from `now` until nothing remains at this pace; 0 if nothing remains now. Null if it cannot be
 * computed, if nothing is being spent, or if the window resets first.
 */
export function forecastMs(
  remaining: number | null,
  pace: number | null,
  resetAt: EpochMs | null,
  now: EpochMs,
): number | null {
  if (remaining === null || (resetAt !== null && resetAt <= now)) return null;
  if (remaining <= 0) return 0;
  if (pace === null || pace <= 0) return null;
  const wait = remaining / pace;
  return Number.isFinite(wait) && (resetAt === null || now + wait < resetAt) ? wait : null;
}
