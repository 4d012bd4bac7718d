import type { RetryWord } from "../catalogue/retry-word.ts";
import type { EpochMs } from "../exchange/exchange.ts";
import { attemptOf, type Attempt } from "./audit/attempt.ts";
import { isEarly } from "./follow-up.ts";
import { operationKey } from "./audit/operation.ts";
import { retriedIndex } from "./audit/retried-index.ts";
import type { StatedWait } from "./audit/stated-wait.ts";
import { eventItem, type Timeline } from "./timeline.ts";

/** One attempt in the lane of an operation. Instants on the browser's clock, lengths in milliseconds. */
export type LaneAttempt = {
  /** The event's id. */
  readonly id: string;
  readonly startedAt: EpochMs;
  readonly receivedAt: EpochMs;
  readonly status: number;
  readonly code: string | null;
  readonly failed: boolean;
  readonly advice: RetryWord;
  /** From receipt of the attempt before to this one's sending; null for the first. */
  readonly gapMs: number | null;
  /** The wait this response states, for the bar after it; null if it states none. */
  readonly statedWait: StatedWait | null;
  /**
   * How long before the end of the wait that the attempt before stated this one was sent; 0 when it was in time, also
   * if it was early by no more than the audit forgives.
   */
  readonly earlyMs: number;
};

/**
 * The attempts that belong together with an event: what it retried, in turn, and what retried it, oldest first. A
 * single attempt for an event that was never retried; empty if the event is not kept. Linear in the timeline.
 */
export function attemptsOf(timeline: Timeline, id: string): readonly LaneAttempt[] {
  const item = eventItem(timeline, id);
  if (item === undefined) return [];
  const { method, url } = item.event.exchange.request;
  const key = operationKey(item.event.exchange);
  const attempts: Attempt[] = [];
  for (const other of timeline.items) {
    if (other.kind !== "event") continue;
    const { request } = other.event.exchange;
    if (request.url !== url || request.method !== method || operationKey(other.event.exchange) !== key) continue;
    attempts.push(attemptOf(other.event, []));
  }
  const indexes = laneIndexes(
    attempts,
    attempts.findIndex((attempt) => attempt.id === item.id),
  );
  return indexes.flatMap((index, place) => {
    const attempt = attempts[index];
    const event = attempt === undefined ? undefined : eventItem(timeline, attempt.id)?.event;
    const before = place === 0 ? undefined : attempts[indexes[place - 1] ?? -1];
    return attempt === undefined || event === undefined ? [] : [laneAttempt(attempt, before, event.code)];
  });
}

function laneAttempt(attempt: Attempt, before: Attempt | undefined, code: string | null): LaneAttempt {
  const { id, startedAt, receivedAt, status, failed, advice, statedWait } = attempt;
  const earlyMs = before?.statedWait ? before.statedWait.until - startedAt : 0;
  return {
    id,
    startedAt,
    receivedAt,
    status,
    code,
    failed,
    advice,
    statedWait,
    gapMs: before === undefined ? null : Math.max(0, startedAt - before.receivedAt),
    earlyMs: before !== undefined && isEarly(before, attempt) ? earlyMs : 0,
  };
}

/** Indexes of the chain of retries through `index`, in order. */
function laneIndexes(attempts: readonly Attempt[], index: number): readonly number[] {
  const lane: number[] = [];
  for (let at = index; at !== -1; at = retriedIndex(attempts, at)) lane.unshift(at);
  for (let at = index + 1; at < attempts.length; at += 1) {
    if (retriedIndex(attempts, at) === lane.at(-1)) lane.push(at);
  }
  return lane;
}
