import type { Provenance, RateLimitHints } from "./rate-limit.ts";

/** Longest text that can be a number worth reading; longer digit runs are neither a wait nor a count. */
const MAX_NUMBER_CHARS = 40;
const DECIMAL = /^\d+(?:\.\d+)?$/;

/** A number from here on cannot be seconds to wait: 1e9 s are 31 years. */
const EPOCH_SECONDS_FROM = 1e9;
const EPOCH_MS_FROM = 1e11;
const EPOCH_US_FROM = 1e14;
const NOTHING_FROM = 1e17;

/** A point in time as a server states it: counted from receipt, or on the server's own clock. Both in milliseconds. */
export type StatedTime = {
  readonly kind: "relative" | "absolute";
  readonly ms: number;
  readonly form: Provenance["form"];
};

/**
 * Reads digits with an optional fraction, nothing else: no sign, exponent, hex, separator or unit. `text` is already
 * trimmed. Null if it is not such a number. (Languages' own readers accept far more and stop at the first odd
 * character, which turns garbage into a wait.)
 */
export function readDecimal(text: string): number | null {
  return text.length <= MAX_NUMBER_CHARS && DECIMAL.test(text) ? Number(text) : null;
}

/** Reads a limit or a remaining count. Sentinels (-1), words and numbers beyond exact integers are unknown: null. */
export function readCount(text: string): number | null {
  const value = readDecimal(text);
  return value !== null && value <= Number.MAX_SAFE_INTEGER ? value : null;
}

/**
 * Tells by size alone what a number in a time field is: below 1e9 seconds to wait, below 1e11 epoch seconds, below 1e14
 * epoch milliseconds, below 1e17 epoch microseconds, else nothing. Never compares with the clock: a wrong clock would
 * change the reading.
 *
 * `unit` is what the provider's documents state; it decides only if the size allows it, since a gateway in front of
 * the API may well answer with its own spelling.
 */
export function timeFromNumber(value: number, unit?: RateLimitHints["resetUnit"]): StatedTime | null {
  if (!(value >= 0)) return null;
  if (unit === "delta-ms" && value < EPOCH_MS_FROM) return { kind: "relative", ms: value, form: "delta-ms" };
  if (value < EPOCH_SECONDS_FROM) return { kind: "relative", ms: value * 1000, form: "delta-seconds" };
  if (value < EPOCH_MS_FROM) return { kind: "absolute", ms: value * 1000, form: "epoch-seconds" };
  if (value < EPOCH_US_FROM) return { kind: "absolute", ms: value, form: "epoch-ms" };
  if (value < NOTHING_FROM) return { kind: "absolute", ms: value / 1000, form: "epoch-us" };
  return null;
}
