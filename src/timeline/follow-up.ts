import type { EpochMs } from "../exchange/exchange.ts";
import { graceMs } from "./audit/limits.ts";
import { retriedIndex, type Sent } from "./audit/retried-index.ts";

/**
 * What became of a failed call. recovered: a later try of it succeeded. retried, retried-too-early: it was tried again
 * and has not succeeded so far. gave-up: it is the last of several tries and failed; a client that still waits looks the
 * same, so show it only after the stated wait.
 */
export type FollowUp = {
  readonly kind: "recovered" | "retried" | "retried-too-early" | "gave-up";
  /** The event that shows it: the try that succeeded, the next try, the last try. */
  readonly by: string;
  /** From the receipt of this call's answer to the sending of `by`; 0 for gave-up. */
  readonly afterMs: number;
  /** Tries of the operation in a row, the first one included. */
  readonly tries: number;
};

type Tried = Sent & { readonly id: string };

/** What became of each failed call in the chain of retries through `index`, by event id. Linear in the attempts. */
export function followUpsOf(attempts: readonly Tried[], index: number): ReadonlyMap<string, FollowUp> {
  const found = new Map<string, FollowUp>();
  const chain: Tried[] = [];
  for (let at = index; at !== -1; at = retriedIndex(attempts, at)) {
    const attempt = attempts[at];
    if (attempt !== undefined) chain.unshift(attempt);
  }
  const last = chain.at(-1);
  if (last === undefined || chain.length < 2) return found;
  const tries = chain.length;
  for (const [place, attempt] of chain.entries()) {
    const next = chain[place + 1];
    if (!attempt.failed) continue;
    if (next === undefined) {
      found.set(attempt.id, { kind: "gave-up", by: attempt.id, afterMs: 0, tries });
      continue;
    }
    const by = last.failed ? next : last;
    const kind = !last.failed ? "recovered" : isEarly(attempt, next) ? "retried-too-early" : "retried";
    found.set(attempt.id, { kind, by: by.id, afterMs: Math.max(0, by.startedAt - attempt.receivedAt), tries });
  }
  return found;
}

/** Sent before the wait that the failure stated was over, by more than is forgiven. */
export function isEarly(failure: Sent, next: { readonly startedAt: EpochMs }): boolean {
  const until = failure.statedWait?.until;
  return until !== undefined && next.startedAt < until - graceMs(until - failure.receivedAt);
}

/** What one lane of tries shows, for a line above them; null for a single try. */
export type LaneVerdict = {
  /** How the lane ended. */
  readonly ended: "recovered" | "failed";
  readonly retries: number;
  /** Retries that came before the stated wait was over, of those after an answer that stated one. */
  readonly early: number;
  readonly asked: number;
  /** The wait that was stated most often, in milliseconds; null if none was. */
  readonly usualWaitMs: number | null;
};

/** Sums up a lane, oldest try first. */
export function laneVerdict(attempts: readonly Tried[]): LaneVerdict | null {
  const last = attempts.at(-1);
  if (last === undefined || attempts.length < 2) return null;
  const waits = new Map<number, number>();
  let early = 0;
  let asked = 0;
  for (const [place, attempt] of attempts.entries()) {
    const next = attempts[place + 1];
    const until = attempt.statedWait?.until;
    if (next === undefined || until === undefined) continue;
    asked += 1;
    if (isEarly(attempt, next)) early += 1;
    const waitMs = Math.round(until - attempt.receivedAt);
    waits.set(waitMs, (waits.get(waitMs) ?? 0) + 1);
  }
  const usual = [...waits].toSorted(([, one], [, other]) => other - one)[0];
  return {
    ended: last.failed ? "failed" : "recovered",
    retries: attempts.length - 1,
    early,
    asked,
    usualWaitMs: usual?.[0] ?? null,
  };
}
