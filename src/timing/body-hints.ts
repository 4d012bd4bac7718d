import { asRecord } from "../exchange/json-fields.ts";
import { parseJson } from "../web/json.ts";
import { valueAt } from "../web/json-pointer.ts";
import { bodyLimits, type BodyLimits } from "./body-limits.ts";
import { timeFromNumber } from "./number-shape.ts";
import type { RateLimitInput } from "./rate-limit.ts";
import type { StatedTime } from "./number-shape.ts";
import { placeOnClock, readReset } from "./stated-instant.ts";
import type { ReceiptClock } from "./stated-instant.ts";
import type { StatedRetry } from "./retry-after.ts";
import { waitInText } from "./text-waits.ts";

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
  readonly limits: BodyLimits;
};

const NO_LIMITS: BodyLimits = { windows: [], refillMs: null };
const NOTHING: BodyHints = { pinned: null, generic: null, violated: new Set(), limits: NO_LIMITS };

/**
 * Looks for a stated wait in a JSON body: at the `pointers` of the provider's document (any status), and on failures
 * in the usual members, in Google's RetryInfo and in problem documents; of hosts without a document also in the
 * server's sentence. Numbers are seconds unless their size makes them an epoch. Anything unreadable is absent.
 */
export function readBodyHints(
  { body, said }: Pick<RateLimitInput, "body" | "said">,
  isFailure: boolean,
  pointers: readonly string[],
  clock: ReceiptClock,
): BodyHints {
  const inSentence = isFailure && typeof said === "string" ? sentenceWait(said, clock) : null;
  const sentenceOnly = (): BodyHints =>
    typeof said === "string" && isFailure
      ? { ...NOTHING, generic: inSentence, limits: bodyLimits(undefined, said, clock) }
      : NOTHING;
  if (body === null || body.length > MAX_BODY_CHARS) return sentenceOnly();
  const isTelling = isFailure && TELLING.test(body);
  if (!isTelling && pointers.length === 0) return sentenceOnly();
  const json = parseJson(body);
  const root = asRecord(Array.isArray(json) ? json[0] : json);
  if (root === undefined) return sentenceOnly();
  // Limits in a body are read only for hosts without a document: a document itself says where limits are.
  const limits = isFailure && said !== undefined ? bodyLimits(root, said, clock) : NO_LIMITS;
  return {
    pinned: firstStated(root, pointers, clock, false),
    generic: (isTelling ? readGeneric(root, clock) : null) ?? refill(limits, clock) ?? inSentence,
    violated: new Set(isTelling ? strings(root["violated-policies"]) : []),
    limits,
  };
}

const TELLING =
  /retry|limit|quota|violated-policies|estimated_time|wait|backoff|reset|cooldown|throttleStatus|quotaValue/i;

function sentenceWait(said: string, clock: ReceiptClock): StatedRetry | null {
  const found = waitInText(said, clock.receivedAt);
  const placed =
    found === null ? null : placeOnClock(found.time, clock, { from: "body", name: "the message", raw: found.raw });
  return placed === null ? null : { retryAt: placed.value, retryProvenance: placed.provenance };
}

/** When a bucket that refills holds what the refused call costs. */
function refill({ refillMs }: BodyLimits, clock: ReceiptClock): StatedRetry | null {
  if (refillMs === null) return null;
  const origin = { from: "body", name: "/extensions/cost", raw: String(refillMs) } as const;
  const placed = placeOnClock({ kind: "relative", ms: refillMs, form: "duration" }, clock, origin);
  return placed === null ? null : { retryAt: placed.value, retryProvenance: placed.provenance };
}

function readGeneric(root: Readonly<Record<string, unknown>>, clock: ReceiptClock): StatedRetry | null {
  return (
    firstStated(root, MS_POINTERS, clock, true) ??
    firstStated(root, SECONDS_POINTERS, clock, false) ??
    readRetryInfo(root, clock) ??
    anywhere(root, "", clock, 0)
  );
}

/** Members that state a wait wherever they stand, and the unit that their name gives. */
const WAIT_NAMES: readonly (readonly [name: RegExp, milliseconds: boolean])[] = [
  [/^(?:retry|wait|backoff|cooldown|reset)_?(?:after|in|time)?_?(?:ms|millis|milliseconds|msecs)$/i, true],
  [
    /^(?:retry_?(?:after|in|delay)(?:_?(?:s|secs|seconds))?|wait_?(?:time|for)?_?(?:s|secs|seconds)?|estimated_time|backoff(?:_?seconds)?|cooldown(?:_?seconds)?|resets?_?in(?:_?seconds)?|reset_?after|seconds_?(?:until|to|left).{0,20}|time_?(?:until|to)_?(?:reset|retry)|retryafterseconds|retry-after|x-retry-after)$/i,
    false,
  ],
  [
    /^(?:resets?_?at|reset_?time|retry_?at|next_?(?:retry|request|available)_?(?:at|time)?|available_?at|banned_?until|blocked_?until|x-ratelimit-reset)$/i,
    false,
  ],
];
const MOST_MEMBERS = 60;
const DEEPEST = 5;

/** The first member of such a name, a level at a time from the outside in. */
function anywhere(value: unknown, pointer: string, clock: ReceiptClock, depth: number): StatedRetry | null {
  if (depth > DEEPEST || typeof value !== "object" || value === null) return null;
  const members = Object.entries(value).slice(0, MOST_MEMBERS);
  for (const [pattern, milliseconds] of WAIT_NAMES) {
    for (const [name, member] of members) {
      if (!pattern.test(name) || typeof member === "object") continue;
      const placed = place(member, `${pointer}/${name}`, clock, milliseconds);
      if (placed !== null) return placed;
    }
  }
  for (const [name, member] of members) {
    const found = anywhere(member, `${pointer}/${name}`, clock, depth + 1);
    if (found !== null) return found;
  }
  return null;
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
