import { listMembers } from "./field-map.ts";
import type { Field, FieldMap } from "./field-map.ts";
import { readDecimal, timeFromNumber } from "./number-shape.ts";
import type { StatedTime } from "./number-shape.ts";
import type { RateLimit } from "./rate-limit.ts";
import { placeOnClock, readDate } from "./stated-instant.ts";
import type { ReceiptClock } from "./stated-instant.ts";

/** What a bare number in the field is. "by-size": seconds to wait or an epoch, told by `timeFromNumber`. */
type NumberMeaning = "by-size" | "milliseconds";

/**
 * Every spelling, best first. The millisecond ones say the same as Retry-After, only finer (OpenAI's and Azure's own
 * clients read them first); those of a rate-limit family come after the standard field.
 */
const SPELLINGS: readonly (readonly [name: string, numbers: NumberMeaning])[] = [
  ["retry-after-ms", "milliseconds"],
  ["x-ms-retry-after-ms", "milliseconds"],
  ["x-amz-retry-after", "milliseconds"],
  ["retry-after", "by-size"],
  ["x-ratelimit-retry-after", "by-size"],
  ["ratelimit-retry-after", "by-size"],
  ["x-rate-limit-retry-after", "by-size"],
  ["x-rate-limit-retry-after-seconds", "by-size"],
  ["x-retry-after", "by-size"], // an epoch at Docker Hub, seconds elsewhere
];

/** A date and a number this close are one statement in two spellings; dates have whole seconds. */
const SAME_WITHIN_MS = 1000;

/** The earliest time to retry as a header states it. */
export type StatedRetry = Pick<RateLimit, "retryAt" | "retryProvenance">;

/**
 * The first usable Retry-After in any spelling; null if there is none. Seconds may have a fraction (Shopify's
 * "2.0"), dates may be any accepted form. A malformed value is absent, and so is a repeated field whose values differ:
 * RFC 9110 section 5.3 gives it no defined value.
 */
export function readRetryAfter(fields: FieldMap, clock: ReceiptClock): StatedRetry | null {
  for (const [name, numbers] of SPELLINGS) {
    const field = fields.get(name);
    const stated = field === undefined ? null : readField(field, numbers, clock);
    if (stated !== null) return stated;
  }
  for (const [name, field] of fields) {
    if (!OF_A_THROTTLER.test(name) || SPELLINGS.some(([known]) => known === name)) continue;
    const stated = readField(field, /(?:^|-)ms$|-millis(?:econds)?$/.test(name) ? "milliseconds" : "by-size", clock);
    if (stated !== null) return stated;
  }
  return null;
}

/** "Retry-After-short": NestJS's throttler appends its name to every field; vendors put theirs before it. */
const OF_A_THROTTLER = /^retry-after-[a-z0-9_-]{1,60}$|^[a-z0-9-]{1,60}-retry-after(?:-(?:seconds|ms))?$/;

function readField(field: Field, numbers: NumberMeaning, clock: ReceiptClock): StatedRetry | null {
  let result: { retryAt: number; retryProvenance: StatedRetry["retryProvenance"] } | null = null;
  for (const raw of listMembers(field)) {
    const stated = readText(raw, numbers, clock);
    const placed = stated === null ? null : placeOnClock(stated, clock, { from: "header", name: field.name, raw });
    if (placed === null) return null;
    if (result === null) result = { retryAt: placed.value, retryProvenance: placed.provenance };
    else if (Math.abs(placed.value - result.retryAt) > toleranceMs(result.retryProvenance, placed.provenance))
      return null;
  }
  return result;
}

function toleranceMs(a: StatedRetry["retryProvenance"], b: StatedRetry["retryProvenance"]): number {
  return a?.form === b?.form ? 0 : SAME_WITHIN_MS;
}

function readText(text: string, numbers: NumberMeaning, clock: ReceiptClock): StatedTime | null {
  const number = readDecimal(text);
  if (number === null) return readDate(text, clock.receivedAt);
  return numbers === "milliseconds" ? { kind: "relative", ms: number, form: "delta-ms" } : timeFromNumber(number);
}
