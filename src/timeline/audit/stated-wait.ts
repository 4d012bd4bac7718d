import type { ApiEvent } from "../../decode/api-event.ts";
import { receivedAt, type EpochMs, type Exchange } from "../../exchange/exchange.ts";

/** Until when a failed response asked the client to wait, on the browser's clock, and by which header. */
export type StatedWait = { readonly until: EpochMs; readonly from: "Retry-After" | "X-RateLimit-Reset" };

/** Failed as the audit counts it: no response, or a status of 400 and above. Not the provider's notion of a failure. */
export function hasFailed(exchange: Exchange): boolean {
  return exchange.response.status === 0 || exchange.response.status >= 400;
}

/**
 * The wait a failed response states: a usable Retry-After; else, on a 429 whose remaining count is 0 or not given, the
 * time to a reset that lies ahead (RFC 9110 section 10.2.3, RFC 6585 section 4). Null otherwise: a wait that only the
 * body gives does not count, because clients written to the standard cannot know it.
 */
export function statedWait(event: ApiEvent): StatedWait | null {
  const { exchange, rateLimit } = event;
  if (!hasFailed(exchange)) return null;
  if (rateLimit.retryBasis === "retry-after" && rateLimit.retryAt !== null)
    return { until: rateLimit.retryAt, from: "Retry-After" };
  if (exchange.response.status !== 429 || (rateLimit.remaining !== null && rateLimit.remaining > 0)) return null;
  const reset = rateLimit.resetAt;
  return reset !== null && reset > receivedAt(exchange) ? { until: reset, from: "X-RateLimit-Reset" } : null;
}
