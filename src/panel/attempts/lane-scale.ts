import type { EpochMs } from "../../exchange/exchange.ts";
import type { LaneAttempt } from "../../timeline/attempts.ts";

/** Where instants stand on the lane. */
export type LaneScale = {
  readonly start: EpochMs;
  readonly end: EpochMs;
  /** From 0 at the start to 100 at the end; instants outside stand at the edge. */
  readonly percent: (at: EpochMs) => number;
  /** A stated wait goes on beyond the end. */
  readonly isCut: boolean;
};

/** No lane is drawn over less time: blocks would say nothing. */
const SHORTEST_MS = 100;

/**
 * The scale for some attempts: from the first sending to the last answer, and on to the end of the waits, but by no more
 * than the attempts themselves took: beside a wait of an hour, three calls within a second would be one dot. Null where
 * there is nothing to compare.
 */
export function laneScale(attempts: readonly LaneAttempt[]): LaneScale | null {
  const first = attempts[0];
  if (first === undefined || attempts.length < 2) return null;
  const start = first.startedAt;
  const lastAnswer = Math.max(...attempts.map(({ receivedAt }) => receivedAt));
  const lastWait = Math.max(lastAnswer, ...attempts.map(({ statedWait }) => statedWait?.until ?? lastAnswer));
  const span = Math.max(SHORTEST_MS, lastAnswer - start);
  const end = Math.min(lastWait, start + 2 * span);
  const length = Math.max(SHORTEST_MS, end - start);
  return {
    start,
    end: start + length,
    percent: (at) => (Math.min(length, Math.max(0, at - start)) / length) * 100,
    isCut: lastWait > end,
  };
}
