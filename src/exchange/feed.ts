import type { EpochMs, Exchange } from "./exchange.ts";

/** The page navigated: everything started before `at` belongs to an earlier page. */
export type Navigation = { readonly kind: "navigation"; readonly at: EpochMs; readonly url: string };
/** A recorded API call. `sequence` grows by one with each record of a feed and never repeats. */
export type Recorded = {
  readonly kind: "exchange";
  readonly sequence: number;
  /**
   * Reads the exchange: a recorder parses it the first time, and lets go of what it was parsed from. Always the same
   * object. Never throws.
   */
  readonly read: () => Exchange;
};
/** An entry that could not be read: shown as a row that says why. */
export type Unreadable = {
  readonly kind: "unreadable";
  readonly sequence: number;
  readonly at: EpochMs;
  readonly problem: string;
};
/** The record of an exchange that has been read. */
export function recordOf(sequence: number, exchange: Exchange): Recorded {
  return { kind: "exchange", sequence, read: () => exchange };
}

export type FeedRecord = Recorded | Unreadable | Navigation;

/** A host whose API calls were not recorded, because the user wants only APIs that have a document. */
export type SkippedHost = {
  readonly host: string;
  readonly calls: number;
  /** Of `calls`, those that failed by their status or got no response. */
  readonly failures: number;
};

/** Counters that explain why a list is empty or incomplete. All since `since`. */
export type FeedStatus = {
  readonly recording: boolean;
  /** When the recorder started (DevTools opened). */
  readonly since: EpochMs;
  readonly browser: "chromium" | "firefox";
  /** Requests the browser reported: API calls and everything else. */
  readonly entriesSeen: number;
  /** Those of them that were API calls (`isApiCall`), recorded or not. */
  readonly callsSeen: number;
  readonly callsRecorded: number;
  readonly lastEntryAt: EpochMs | null;
  /** Hosts whose calls were not recorded, the most recent first. */
  readonly skippedHosts: readonly SkippedHost[];
  /** Dropped to stay under the caps, by kind. */
  readonly dropped: { readonly successes: number; readonly failures: number; readonly bodies: number };
  readonly bodyBytes: number;
  /** Page navigations seen, and how many had no request event since: Firefox withholds events behind a filter. */
  readonly navigations: number;
  readonly silentSinceNavigation: boolean;
  /** Set when the extension was updated or removed while DevTools is open. */
  readonly disconnected: boolean;
  readonly preserveLog: boolean;
  /** Set if the feed is a finished recording from a file: nothing is listening, and the rest is about that file. */
  readonly file?: RecordingFile;
};

/** What a file says about the recording in it. */
export type RecordingFile = {
  readonly name: string;
  /** The exporter removed all credentials: nothing may be concluded from a missing one. */
  readonly areCredentialsWithheld: boolean;
};

export type Unsubscribe = () => void;

/** What is new in a feed. `cleared`: records were removed and a new snapshot is needed. */
export type FeedChange = {
  readonly added: readonly FeedRecord[];
  readonly cleared: boolean;
  readonly status: FeedStatus;
};

/**
 * The one port between the recorder (DevTools page) and the panel. Plain functions and plain data: the two pages are
 * two bundles in one process. Listeners that throw or whose page has gone are dropped.
 */
export type Feed = {
  readonly snapshot: () => { readonly records: readonly FeedRecord[]; readonly status: FeedStatus };
  /** Called after each change, batched. */
  readonly subscribe: (listener: (change: FeedChange) => void) => Unsubscribe;
  readonly clear: () => void;
  readonly setRecording: (recording: boolean) => void;
  readonly setPreserveLog: (preserve: boolean) => void;
};
