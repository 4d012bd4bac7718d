import type { EpochMs } from "../../exchange/exchange.ts";
import { START_STEP_MS } from "./limits.ts";

/** What tells whether an attempt retries another. */
type Sent = {
  readonly startedAt: EpochMs;
  readonly receivedAt: EpochMs;
  /** As `hasFailed` says. */
  readonly failed: boolean;
};

/** Index of the latest attempt that started before the one at `index`, not at the same instant; -1 where there is none. */
export function earlierIndex(attempts: readonly Sent[], index: number): number {
  const startedAt = attempts[index]?.startedAt ?? -Infinity;
  let earlier = index - 1;
  while (earlier >= 0 && (attempts[earlier]?.startedAt ?? -Infinity) >= startedAt) earlier -= 1;
  return earlier;
}

/**
 * Index of the attempt that the one at `index` retries; -1 where it is no retry. The latest attempt that started
 * before it must have failed, and its response must have been there when this one was sent. `attempts` are in order
 * of start.
 */
export function retriedIndex(attempts: readonly Sent[], index: number): number {
  const attempt = attempts[index];
  const earlier = earlierIndex(attempts, index);
  const previous = attempts[earlier];
  const answered = previous !== undefined && previous.receivedAt < (attempt?.startedAt ?? -Infinity) + START_STEP_MS;
  return answered && previous.failed ? earlier : -1;
}
