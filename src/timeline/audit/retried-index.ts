import type { EpochMs, Exchange } from "../../exchange/exchange.ts";
import { headerValue } from "../../exchange/headers.ts";
import { originOf } from "../../web/url.ts";
import { RETRY_WITHIN_MS, START_STEP_MS } from "./limits.ts";

/** What tells whether an attempt retries another. */
export type Sent = {
  readonly startedAt: EpochMs;
  readonly receivedAt: EpochMs;
  /** As `hasFailed` says. */
  readonly failed: boolean;
  /** Until when its answer asked to wait; absent or null if it states no wait. */
  readonly statedWait?: { readonly until: EpochMs } | null;
  /** The page load and the document that made the call, as `pageOf` gives it; absent: not looked at. */
  readonly page?: string;
};

/** Index of the latest attempt that started before the one at `index`, not at the same instant; -1 if there is none. */
export function earlierIndex(attempts: readonly Sent[], index: number): number {
  const startedAt = attempts[index]?.startedAt ?? -Infinity;
  let earlier = index - 1;
  while (earlier >= 0 && (attempts[earlier]?.startedAt ?? -Infinity) >= startedAt) earlier -= 1;
  return earlier;
}

/**
 * Index of the attempt that the one at `index` retries; -1 if it is not a retry. The latest attempt that started
 * before it must have failed, its response must have been there when this one was sent, at most an hour before (or before
 * the end of the wait it stated), and both must belong to one page load and to documents of one origin. `attempts` are in order
 * of start.
 */
export function retriedIndex(attempts: readonly Sent[], index: number): number {
  const attempt = attempts[index];
  const earlier = earlierIndex(attempts, index);
  const previous = attempts[earlier];
  const answered = previous !== undefined && previous.receivedAt < (attempt?.startedAt ?? -Infinity) + START_STEP_MS;
  if (!answered || !previous.failed || attempt === undefined || previous.page !== attempt.page) return -1;
  const latest = Math.max(previous.receivedAt, previous.statedWait?.until ?? 0) + RETRY_WITHIN_MS;
  return attempt.startedAt <= latest ? earlier : -1;
}

/** The page load, and the origin of the document, that made a call: a retry comes from the same. */
export function pageOf({ pageRef, request }: Pick<Exchange, "pageRef" | "request">): string {
  const referrer = headerValue(request.headers, "Referer") ?? "";
  return `${pageRef ?? ""}\n${originOf(referrer) ?? ""}`;
}
