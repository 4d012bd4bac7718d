import type { RateLimit } from "./rate-limit.ts";

/** How many responses of an origin decide its median: enough to outvote a slow one, few enough to follow a corrected clock. */
const KEPT_PER_ORIGIN = 9;
const MAX_ORIGINS = 64;
/** Whole seconds in Date and the time on the wire make smaller differences meaningless. */
const NEGLIGIBLE_SKEW_MS = 2000;

/** The latest skews per origin, newest last. Bounded. */
export type ClockSkews = ReadonlyMap<string, readonly number[]>;

/** Adds one response's skew. Responses without a Date, and those that came through a cache, leave `skews` as it is. */
export function addSkew(skews: ClockSkews, origin: string, response: Pick<RateLimit, "skewMs" | "stale">): ClockSkews {
  if (response.skewMs === null || response.stale) return skews;
  const next = new Map(skews);
  const known = next.get(origin) ?? [];
  // Deleted first, so that the map's order is that of the last response and the first origin is the oldest.
  next.delete(origin);
  next.set(origin, [...known, response.skewMs].slice(-KEPT_PER_ORIGIN));
  const oldest = next.size > MAX_ORIGINS ? next.keys().next().value : undefined;
  if (oldest !== undefined) next.delete(oldest);
  return next;
}

/**
 * Browser clock minus the origin's clock in milliseconds, as the median of the recent responses; 0 if it is below
 * two seconds, null if no response showed it. For display: each instant is corrected by its own response.
 */
export function medianSkewMs(skews: ClockSkews, origin: string): number | null {
  const sorted = (skews.get(origin) ?? []).toSorted((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  if (low === undefined || high === undefined) return null;
  const median = (low + high) / 2;
  return Math.abs(median) < NEGLIGIBLE_SKEW_MS ? 0 : median;
}
