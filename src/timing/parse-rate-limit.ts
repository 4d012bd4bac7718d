import { readBodyHints } from "./body-hints.ts";
import { chooseWindow } from "./choose-window.ts";
import { ageSeconds, skewOfResponse } from "./clock-skew.ts";
import { collectWindows } from "./collect-windows.ts";
import { foldFields } from "./field-map.ts";
import type { RateLimit, RateLimitInput, RateLimitWindow, StatedWait } from "./rate-limit.ts";
import { readRetryAfter, type StatedRetry } from "./retry-after.ts";
import { placeOnClock, type ReceiptClock } from "./stated-instant.ts";

/**
 * Reads everything one response says about limits and waiting. Pure: relative times count from `receivedAt`, absolute
 * ones are moved from the server's clock to the browser's by Date and Age. A malformed value is absent and the next
 * source is asked: a header before the body, the body before nothing, prose never. Every instant lies in the years
 * 1970 to 9999; everything unknown is null. Never throws.
 *
 * `retryAt`: a usable Retry-After in any spelling; else, on 429 and on a 403 or 503 with nothing remaining, the reset of
 * the chosen window; else a wait that the body states. The body goes before a reset that is over, and before the reset of
 * a window with requests left, which is not what refused this call.
 */
export function parseRateLimit(input: RateLimitInput): RateLimit {
  const hints = input.hints ?? {};
  const fields = foldFields(input.headers);
  const fromCache = input.fromCache === true;
  // A browser's cache hands out the Date of the first receipt: it does not tell the server's time now.
  const skewMs = fromCache ? null : skewOfResponse(fields, input.receivedAt);
  const clock: ReceiptClock = { receivedAt: input.receivedAt, skewMs };
  const body = readBodyHints(input.body, input.status, hints.retryAfterPointers ?? [], clock);
  const windows = collectWindows(fields, clock, hints);
  const chosen = chooseWindow(windows, body.violated);
  const reset = chosen?.resetAt ?? sharedReset(windows);
  const remaining = chosen?.remaining?.value ?? null;

  return {
    limit: chosen?.limit?.value ?? null,
    remaining,
    resetAt: reset?.value ?? null,
    ...pickRetry(),
    windows,
    skewMs,
    stale: fromCache || ageSeconds(fields) > 0,
  };

  function pickRetry(): Pick<RateLimit, "retryAt" | "retryBasis" | "retryProvenance"> {
    const header = readRetryAfter(fields, clock);
    if (header !== null) return { ...header, retryBasis: "retry-after" };
    const inBody = statedIn(hints.statedWait, clock) ?? body.pinned ?? body.generic;
    const isRetryTime = reset !== null && resetIsRetryTime(input.status, remaining);
    const isDoubtful = reset === null || reset.value <= input.receivedAt || (remaining !== null && remaining > 0);
    if (inBody !== null && (!isRetryTime || isDoubtful)) return { ...inBody, retryBasis: "body" };
    if (!isRetryTime) return { retryAt: null, retryProvenance: null, retryBasis: null };
    return { retryAt: reset.value, retryProvenance: reset.provenance, retryBasis: "reset" };
  }
}

/** The wait that the document's own place states, on the browser's clock. */
function statedIn(wait: StatedWait | undefined, clock: ReceiptClock): StatedRetry | null {
  if (wait === undefined) return null;
  const { waitMs, ...origin } = wait;
  const placed = placeOnClock({ kind: "relative", ms: waitMs, form: "duration" }, clock, origin);
  return placed === null ? null : { retryAt: placed.value, retryProvenance: placed.provenance };
}

/** On other statuses the reset of a quota says nothing about when this failure ends. */
function resetIsRetryTime(status: number, remaining: number | null): boolean {
  return status === 429 || ((status === 403 || status === 503) && remaining === 0);
}

/** An unnamed reset without counts stands for all windows (Kong sends one beside limits per minute and per hour). */
function sharedReset(windows: readonly RateLimitWindow[]): RateLimitWindow["resetAt"] {
  const bare = windows.find((window) => window.name === "" && window.limit === null && window.remaining === null);
  return bare?.resetAt ?? null;
}
