import type { FeedStatus } from "../../exchange/feed.ts";

/** Why the timeline shows no row. Every blank has one of these. */
export type EmptyReason =
  | "filtered" // there are rows, and none passes the filter
  | "paused" // recording is off
  | "silent" // the page navigated and the browser has told of nothing since (Firefox withholds filtered requests)
  | "nothing-yet" // no request at all was seen
  | "not-watched" // requests were seen, none to a watched host
  | "cleared"; // watched requests were seen, and removed by hand or by a navigation

/** The reason for an empty timeline, the one that the user can act on first. `total` counts rows before the filter. */
export function readEmptyReason(status: FeedStatus, total: number): EmptyReason {
  if (total > 0) return "filtered";
  if (!status.recording) return "paused";
  if (status.silentSinceNavigation) return "silent";
  if (status.entriesSeen === 0) return "nothing-yet";
  return status.entriesWatched === 0 ? "not-watched" : "cleared";
}
