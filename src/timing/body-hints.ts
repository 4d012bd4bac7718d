import { asRecord } from "../exchange/json-fields.ts";
import { parseJson } from "../web/json.ts";
import { valueAt } from "../web/json-pointer.ts";
import { timeFromNumber } from "./number-shape.ts";
import type { StatedTime } from "./number-shape.ts";
import { placeOnClock, readReset } from "./stated-instant.ts";
import type { ReceiptClock } from "./stated-instant.ts";
import type { StatedRetry } from "./retry-after.ts";

/** Longest body read for a wait. Rate-limit answers are short; the bound keeps reading under a millisecond. */
const MAX_BODY_CHARS = 16_384;
const MAX_LIST = 16;

/** Where APIs without the header put a number of seconds to wait (Discord, Telegram, GraphQL servers …). */
const SECONDS_POINTERS: readonly string[] = [
  "retry_after",
  "retryAfter",
  "retry_after_seconds",
  "retryAfterSeconds",
  "error/retry_after",
  "error/retryAfter",
  "error/retry_after_seconds",
  "error/retryAfterSeconds",
  "error/details/retry_after",
  "error/details/retryAfter",
  "details/retry_after",
  "details/retryAfter",
  "parameters/retry_after",
  "errors/0/retry_after",
  "errors/0/retryAfter",
  "errors/0/extensions/retry_after",
  "errors/0/extensions/retryAfter",
].map((path) => `/${path}`);
const MS_POINTERS: readonly string[] = [
  "/retry_after_ms",
  "/retryAfterMs",
  "/error/retry_after_ms",
  "/error/retryAfterMs",
];

/** A response body as far as it says something about waiting. */
export type BodyHints = {
  /** From a pointer the provider's document names. */
  readonly pinned: StatedRetry | null;
  /** From a member that many APIs use for it. */
  readonly generic: StatedRetry | null;
  /** Names of policies the problem document calls violated (rate-limit draft 10, section 4). */
  readonly violated: ReadonlySet<string>;
};

const NOTHING: BodyHints = { pinned: null, generic: null, violated: new Set() };

/**
 * Looks for a stated wait in a JSON body: at the `pointers` of the provider's document (any status), and on failures
 * in the usual members, in Google's RetryInfo and in problem documents. Prose never counts. Numbers are seconds unless
 * their size makes them an epoch. Anything unreadable is absent.
 */
export function readBodyHints(
  body: string | null,
  status: number,
  pointers: readonly string[],
  clock: ReceiptClock,
): BodyHints {
  if (body === null || body.length > MAX_BODY_CHARS) return NOTHING;
  const generic = status >= 400 && /retry|violated-policies/i.test(body);
  if (!generic && pointers.length === 0) return NOTHING;
  const json = parseJson(body);
  const root = asRecord(Array.isArray(json) ? json[0] : json);
  if (root === undefined) return NOTHING;
  return {
    pinned: firstStated(root, pointers, clock, false),
    generic: generic ? readGeneric(root, clock) : null,
    violated: new Set(generic ? strings(root["violated-policies"]) : []),
  };
}

function readGeneric(root: Readonly<Record<string, unknown>>, clock: ReceiptClock): StatedRetry | null {
  return (
    firstStated(root, MS_POINTERS, clock, true) ??
    firstStated(root, SECONDS_POINTERS, clock, false) ??
    readRetryInfo(root, clock)
  );
}

function firstStated(
  root: unknown,
  pointers: readonly string[],
  clock: ReceiptClock,
  milliseconds: boolean,
): StatedRetry | null {
  for (const pointer of pointers) {
    const found = valueAt(root, pointer);
    const placed = found === undefined ? null : place(found, pointer, clock, milliseconds);
    if (placed !== null) return placed;
  }
  return null;
}

/** google.rpc.RetryInfo in `error.details[]`; its protobuf duration reads "3.7s". */
function readRetryInfo(root: unknown, clock: ReceiptClock): StatedRetry | null {
  const details = valueAt(root, "/error/details");
  if (!Array.isArray(details)) return null;
  for (let index = 0; index < Math.min(details.length, MAX_LIST); index += 1) {
    const pointer = `/error/details/${index}/retryDelay`;
    const delay = valueAt(root, pointer);
    const placed = typeof delay === "string" ? place(delay, pointer, clock, false) : null;
    if (placed !== null) return placed;
  }
  return null;
}

function place(found: unknown, pointer: string, clock: ReceiptClock, milliseconds: boolean): StatedRetry | null {
  const stated = readValue(found, clock, milliseconds);
  if (stated === null) return null;
  const raw = String(found);
  const placed = placeOnClock(stated, clock, { from: "body", name: pointer, raw });
  return placed === null ? null : { retryAt: placed.value, retryProvenance: placed.provenance };
}

function readValue(found: unknown, clock: ReceiptClock, milliseconds: boolean): StatedTime | null {
  const unit = milliseconds ? "delta-ms" : undefined;
  if (typeof found === "number") return timeFromNumber(found, unit);
  return typeof found === "string" ? readReset(found.trim(), clock.receivedAt, unit) : null;
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.slice(0, MAX_LIST).filter((item) => typeof item === "string") : [];
}
