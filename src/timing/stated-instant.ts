import type { EpochMs } from "../exchange/exchange.ts";
import { parseDurationMs } from "./durations.ts";
import { parseHttpDate, parseIsoInstant, parseJsDateText } from "./http-date.ts";
import { readDecimal, timeFromNumber } from "./number-shape.ts";
import type { StatedTime } from "./number-shape.ts";
import type { Provenance, RateLimitHints, Sourced } from "./rate-limit.ts";

/** 9999-12-31T23:59:59.999Z: the last instant that prints with a four-digit year. */
const LAST_INSTANT = 253_402_300_799_999;

/** What turns a stated time into an instant on the browser's clock. */
export type ReceiptClock = {
  readonly receivedAt: EpochMs;
  /** Browser clock minus server clock, ms; null if the response does not show it. */
  readonly skewMs: number | null;
};

/** Where a text was found. */
export type Origin = Pick<Provenance, "from" | "name" | "raw">;

/** Reads a date in any accepted form; `receivedAt` decides two-digit years. Null for anything else. */
export function readDate(text: string, receivedAt: EpochMs): StatedTime | null {
  const http = parseHttpDate(text, receivedAt);
  if (http !== null) return { kind: "absolute", ms: http, form: "http-date" };
  const iso = parseIsoInstant(text);
  if (iso !== null) return { kind: "absolute", ms: iso, form: "iso-date" };
  const js = parseJsDateText(text);
  return js === null ? null : { kind: "absolute", ms: js, form: "js-date" };
}

/** Reads the value of a reset field: a number by its shape, a Go duration or a date. Null for anything else. */
export function readReset(text: string, receivedAt: EpochMs, unit?: RateLimitHints["resetUnit"]): StatedTime | null {
  const number = readDecimal(text);
  if (number !== null) return timeFromNumber(number, unit);
  const duration = parseDurationMs(text);
  if (duration !== null) return { kind: "relative", ms: duration, form: "duration" };
  return readDate(text, receivedAt);
}

/**
 * Puts a stated time onto the browser's clock, rounded to a millisecond. Relative times count from receipt (RFC 9110
 * section 10.2.3) and are never corrected; absolute ones are moved by the skew. Null outside the years 1970 to 9999.
 */
export function placeOnClock(stated: StatedTime, clock: ReceiptClock, origin: Origin): Sourced<EpochMs> | null {
  const relative = stated.kind === "relative";
  const skewMs = relative ? 0 : (clock.skewMs ?? 0);
  // + 0 turns the negative zero that rounding can leave into a plain one.
  const value = Math.round(relative ? clock.receivedAt + stated.ms : stated.ms + skewMs) + 0;
  if (!(value >= 0 && value <= LAST_INSTANT)) return null;
  return { value, provenance: { ...origin, form: stated.form, skewMs } };
}
