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
 * source is asked: a header before the body, the body's members before its sentence (only of hosts without a document). Every instant lies in the years
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
  const isFailure = input.isFailure === true || input.status >= 400;
  const body = readBodyHints(input, isFailure, hints.retryAfterPointers ?? [], clock);
  const inHeaders = collectWindows(fields, clock, hints);
  const windows = inHeaders.length === 0 ? body.limits.windows : inHeaders;
  const usual = chooseWindow(windows, body.violated);
  const scarce = input.status === 429 ? scarceWindow(windows, usual) : null;
  const chosen = scarce ?? usual;
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
    ...(scarce === null ? {} : { isTooLittle: true }),
  };

  function pickRetry(): Pick<RateLimit, "retryAt" | "retryBasis" | "retryProvenance"> {
    const header = readRetryAfter(fields, clock);
    if (header !== null) return { ...header, retryBasis: "retry-after" };
    const inBody = statedIn(hints.statedWait, clock) ?? body.pinned ?? body.generic;
    const isLimited = input.isRateLimited === true && remaining === 0;
    const isRetryTime = reset !== null && (isLimited || resetIsRetryTime(input.status, remaining));
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

/** The unit of a window, if one call takes many at once. */
const MANY_AT_ONCE = /token|cost|credit|point|complexity|byte|unit|weight|neuron/i;

/**
 * The window of tokens or cost that refused a 429 although something is left in every window: a call takes many at once,
 * so that what is left may be too little. Null if another window is empty, or none counts such units.
 */
function scarceWindow(windows: readonly RateLimitWindow[], chosen: RateLimitWindow | null): RateLimitWindow | null {
  if (windows.some(({ remaining }) => remaining?.value === 0) || chosen?.resetAt === undefined) return null;
  const counted = windows.filter(
    ({ name, remaining, resetAt }) => MANY_AT_ONCE.test(name) && remaining !== null && resetAt !== null,
  );
  const share = ({ limit, remaining }: RateLimitWindow): number =>
    (remaining?.value ?? 0) / Math.max(1, limit?.value ?? Number.POSITIVE_INFINITY);
  return counted.toSorted((one, other) => share(one) - share(other))[0] ?? null;
}

/** On other statuses the reset of a quota says nothing about when this failure ends. */
function resetIsRetryTime(status: number, remaining: number | null): boolean {
  return status === 429 || ((status === 403 || status === 503) && remaining === 0);
}

/** An unnamed reset without counts applies to all windows (Kong sends one beside limits per minute and per hour). */
function sharedReset(windows: readonly RateLimitWindow[]): RateLimitWindow["resetAt"] {
  const bare = windows.find((window) => window.name === "" && window.limit === null && window.remaining === null);
  return bare?.resetAt ?? null;
}
