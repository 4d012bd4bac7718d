import type { EpochMs } from "../../exchange/exchange.ts";
import type { Finding } from "../finding.ts";
import { MAX_RETRIES_PER_ORIGIN, ROUNDING_MS, STORM_RETRIES, STORM_WINDOW_MS } from "./limits.ts";
import { inWords } from "../../web/duration.ts";

/** One retry, as the storm detector remembers it. */
type StormRetry = { readonly id: string; readonly at: EpochMs };

/** The retries sent to one origin, in order of sending, and when the last one of the latest reported storm was sent. */
export type OriginRetries = { readonly retries: StormRetry[]; stormUntil: EpochMs };

/** An origin to which no retry was sent yet. */
export function noRetries(): OriginRetries {
  return { retries: [], stormUntil: -Infinity };
}

/**
 * Notes a retry and returns the finding when it completes a storm: with it, some window of ten seconds holds five
 * retries, none of which belongs to a storm that was reported before. Retries may come late; each is put in its place.
 */
export function noteRetry(state: OriginRetries, retry: StormRetry, origin: string): Finding | null {
  const index = insert(state.retries, retry);
  const members = windowAround(state.retries, index);
  if (state.retries.length > MAX_RETRIES_PER_ORIGIN) state.retries.shift();
  const first = members[0];
  const last = members.at(-1);
  if (first === undefined || last === undefined) return null;
  const goesOn = first.at <= state.stormUntil;
  state.stormUntil = Math.max(state.stormUntil, last.at);
  if (goesOn) return null;
  return {
    id: "retry-storm",
    text: `${members.length} retries went to ${origin} within ${inWords(last.at - first.at)}.`,
    change:
      "Share one retry budget between all calls to this API and let the waits grow with jitter, so that a failing server is not hit by every call at once.",
    rule: "RFC 9110 section 9.2.2: failed automatic retries should not be repeated automatically; they add to the overload that caused them.",
    related: members.filter((member) => member.id !== retry.id).map((member) => member.id),
  };
}

function insert(retries: StormRetry[], retry: StormRetry): number {
  let index = retries.length;
  while ((retries[index - 1]?.at ?? -Infinity) > retry.at) index -= 1;
  retries.splice(index, 0, retry);
  return index;
}

/** The latest five consecutive retries within one window that include the one at `index`; empty if there are none. */
function windowAround(retries: readonly StormRetry[], index: number): readonly StormRetry[] {
  const latestEnd = Math.min(retries.length - 1, index + STORM_RETRIES - 1);
  for (let end = latestEnd; end >= index && end >= STORM_RETRIES - 1; end -= 1) {
    const first = retries[end - STORM_RETRIES + 1];
    const last = retries[end];
    if (first !== undefined && last !== undefined && last.at - first.at <= STORM_WINDOW_MS + ROUNDING_MS)
      return retries.slice(end - STORM_RETRIES + 1, end + 1);
  }
  return [];
}
