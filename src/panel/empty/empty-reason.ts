import type { FeedStatus } from "../../exchange/feed.ts";
import type { Unlisted } from "../../timeline/listing.ts";

/** Why the timeline shows no row. Every blank has one of these. */
export type EmptyReason =
  | "filtered" // there are rows, and none passes the filter
  | "paused" // recording is off
  | "silent" // the page navigated and the browser has reported nothing since (Firefox withholds filtered requests)
  | "nothing-yet" // no request at all was seen
  | "no-call" // requests were seen, none of them an API call
  | "undocumented" // API calls were seen, none to a host with a document, and the settings want only those
  | "plain" // every call succeeded and told nothing more, and such successes are not listed
  | "hidden" // there are rows, all of hosts that the user hid
  | "cleared"; // calls were recorded, and removed by hand or by a navigation

const NOTHING_UNLISTED: Unlisted = { hidden: [], undocumented: { calls: 0, failures: 0 }, plainSuccesses: 0 };

/**
 * The reason for an empty timeline, the one that the user can act on first. `total` counts rows before the filter,
 * `isFiltering` says whether one is in force.
 */
export function readEmptyReason(
  status: FeedStatus,
  total: number,
  unlisted: Unlisted = NOTHING_UNLISTED,
  isFiltering = true,
): EmptyReason {
  if (total > 0) return isFiltering ? "filtered" : "plain";
  if (unlisted.hidden.length > 0) return "hidden";
  if (unlisted.undocumented.calls > 0) return "undocumented";
  if (!status.recording) return "paused";
  if (status.silentSinceNavigation) return "silent";
  if (status.entriesSeen === 0) return "nothing-yet";
  if (status.callsSeen === 0) return "no-call";
  return status.callsRecorded === 0 ? "undocumented" : "cleared";
}
