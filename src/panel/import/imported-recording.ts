import type { EpochMs } from "../../exchange/exchange.ts";
import type { FeedRecord, FeedStatus } from "../../exchange/feed.ts";

/** An entry that was skipped: its place in the file, from 0, and why. */
export type SkippedEntry = { readonly index: number; readonly problem: string };

/** A recording read from a file or from pasted text, ready for a feed. */
export type ImportedRecording = {
  /** What it is called on screen: the file's name. */
  readonly name: string;
  readonly records: readonly FeedRecord[];
  /** Entries in the file, skipped and unknown ones too. */
  readonly entryCount: number;
  /** In file order, the first few hundred; `skippedCount` counts all. */
  readonly skipped: readonly SkippedEntry[];
  readonly skippedCount: number;
  /** The file stops before its own end. */
  readonly isCut: boolean;
  /** The exporter removed all credentials (exchange/withheld-credentials.ts). */
  readonly areCredentialsWithheld: boolean;
  /** Entries that were left out to stay within memory: successes, the latest first. */
  readonly leftOut: number;
  /** First start and last end of a call; both 0 where no entry states a time. */
  readonly startedAt: EpochMs;
  readonly endedAt: EpochMs;
};

export type ImportResult =
  | { readonly kind: "read"; readonly recording: ImportedRecording }
  /** Why nothing can be shown, as a sentence. */
  | { readonly kind: "refused"; readonly problem: string }
  | { readonly kind: "cancelled" };

/** What a feed of a finished recording with so many API calls reports: nothing is listening. */
export function statusOf(recording: ImportedRecording, calls: number): FeedStatus {
  return {
    callsSeen: calls,
    callsRecorded: calls,
    skippedHosts: [],
    file: { name: recording.name, areCredentialsWithheld: recording.areCredentialsWithheld },
    recording: true,
    since: recording.startedAt,
    browser: "chromium",
    entriesSeen: recording.entryCount,
    lastEntryAt: recording.endedAt === 0 ? null : recording.endedAt,
    dropped: { successes: 0, failures: 0, bodies: 0 },
    bodyBytes: 0,
    navigations: 0,
    silentSinceNavigation: false,
    disconnected: false,
    preserveLog: true,
  };
}
