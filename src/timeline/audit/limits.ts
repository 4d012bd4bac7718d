/*
 * Thresholds of the retry audit. They are choices, not standards; docs/findings.md states each. All in milliseconds
 * unless the name says otherwise.
 */

/** A retry this much before the stated wait has run out is still in time: timers and clocks are not exact … */
const EARLY_GRACE_MS = 1000;
/** … but never by more than this share of the wait, so that a wait of a second can also be judged. */
const EARLY_GRACE_SHARE = 0.5;

/** By how much a retry may come before the end of a stated wait of this length. Both in milliseconds. */
export function graceMs(waitMs: number): number {
  return Math.min(EARLY_GRACE_MS, Math.max(0, waitMs) * EARLY_GRACE_SHARE) + ROUNDING_MS;
}

/** A call sent this long after a failure is not a retry of it, unless the failure stated a wait that ended lately. */
export const RETRY_WITHIN_MS = 3_600_000;

/** An identical retry of something that cannot succeed counts within this time of the response. */
export const HOPELESS_RETRY_MS = 60_000;

/** So many retries to one origin … */
export const STORM_RETRIES = 5;
/** … within so long are a storm. */
export const STORM_WINDOW_MS = 10_000;

/** So many retries in a row are needed before their gaps say anything about backoff. */
export const FIXED_INTERVAL_RETRIES = 3;
/** Gaps are equal when they differ by at most this … */
export const FIXED_INTERVAL_SPREAD_MS = 100;
/** … or by this share of their mean, whichever is more. */
export const FIXED_INTERVAL_SPREAD_SHARE = 0.1;

/** Characters of [A-Za-z0-9_] that must follow `sk_` before it counts as a secret key. */
export const SECRET_KEY_TAIL = 6;

/**
 * HAR times are fractions of a millisecond added to instants of thirteen digits, and a double keeps about 0.0002 ms.
 * Comparisons at a threshold forgive that much.
 */
export const ROUNDING_MS = 0.001;

/**
 * Recorders cut the start of a request to whole milliseconds, but not its duration: a retry sent at once seems to start
 * up to this long before its response had come.
 */
export const START_STEP_MS = 1;

/*
 * Memory bounds: what lies beyond is forgotten, oldest first.
 */

/** As many as the recorder keeps exchanges by default, so that no retry loses its failure to other calls in between. */
export const MAX_OPERATIONS = 10_000;
export const MAX_ATTEMPTS_PER_OPERATION = 64;
export const MAX_ORIGINS = 256;
export const MAX_RETRIES_PER_ORIGIN = 512;
