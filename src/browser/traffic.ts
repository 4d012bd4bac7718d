import type { EpochMs } from "../exchange/exchange.ts";
import type { FeedStatus, SkippedHost } from "../exchange/feed.ts";

/** What an entry is: a recorded call, a call to a host that is not recorded, or not an API call. */
export type Seen =
  | { readonly as: "call" }
  | { readonly as: "skipped"; readonly host: string; readonly failed: boolean }
  | { readonly as: "other" };

/** Counters that explain an empty or incomplete list. */
export type Traffic = {
  readonly sawEntry: (seen: Seen, startedAt: EpochMs, at: EpochMs) => void;
  /** Forgets which hosts were skipped: the log was cleared, or the settings that skip them changed. */
  readonly forgetSkipped: () => void;
  readonly sawNavigation: (url: string, heardAt: EpochMs) => void;
  /** When the page of the last navigation began; null if that is not known. */
  readonly pageBegan: (at: EpochMs | null) => void;
  readonly navigations: () => number;
  readonly status: (now: EpochMs) => TrafficStatus;
};

type Page = {
  readonly isHttp: boolean;
  readonly heardAt: EpochMs;
  /** Undefined while it is being asked for, null if it is not known. */
  readonly beganAt: EpochMs | null | undefined;
};

export type TrafficStatus = Pick<
  FeedStatus,
  | "entriesSeen"
  | "callsSeen"
  | "callsRecorded"
  | "lastEntryAt"
  | "skippedHosts"
  | "navigations"
  | "silentSinceNavigation"
>;

/** Hosts beyond this many are forgotten, those that were quiet for longest first. */
const HOSTS_REMEMBERED = 200;

/** Firefox reports a request about 150 ms after its end, so a shorter silence means nothing. */
export const SILENCE_AFTER_MS = 1000;

/**
 * Counts what the browser reports. Silence is looked for in Firefox only: it withholds every request that a filter in
 * its Network panel hides, or that comes while that panel's recording is paused, without any sign. A page that was loaded
 * over http must have shown at least its own document.
 */
export function createTraffic(browser: FeedStatus["browser"]): Traffic {
  const skipped = new Map<string, SkippedHost>();
  let entriesSeen = 0;
  let callsRecorded = 0;
  let callsSkipped = 0;
  let lastEntryAt: EpochMs | null = null;
  let newestStart: EpochMs = 0;
  let navigations = 0;
  let page: Page | null = null;

  function countSkipped({ host, failed }: Extract<Seen, { as: "skipped" }>): void {
    callsSkipped += 1;
    const { calls = 0, failures = 0 } = skipped.get(host) ?? {};
    // Deleted and set again, the host moves to the end: the map is ordered by last use.
    skipped.delete(host);
    skipped.set(host, { host, calls: calls + 1, failures: failures + (failed ? 1 : 0) });
    if (skipped.size <= HOSTS_REMEMBERED) return;
    const [oldest] = skipped.keys();
    if (oldest !== undefined) skipped.delete(oldest);
  }

  function isSilent(now: EpochMs): boolean {
    if (browser !== "firefox" || page === null || !page.isHttp || page.beganAt === undefined) return false;
    if (now - page.heardAt < SILENCE_AFTER_MS) return false;
    // If not even the document's own request is known, any request reported since will do.
    return page.beganAt === null ? (lastEntryAt ?? 0) < page.heardAt : newestStart < page.beganAt;
  }

  return {
    sawEntry: (seen, startedAt, at) => {
      entriesSeen += 1;
      lastEntryAt = at;
      newestStart = Math.max(newestStart, startedAt);
      if (seen.as === "call") callsRecorded += 1;
      else if (seen.as === "skipped") countSkipped(seen);
    },
    forgetSkipped: () => skipped.clear(),
    sawNavigation: (url, heardAt) => {
      navigations += 1;
      page = { isHttp: /^https?:/i.test(url), heardAt, beganAt: undefined };
    },
    pageBegan: (at) => {
      if (page !== null) page = { ...page, beganAt: at };
    },
    navigations: () => navigations,
    status: (now) => ({
      entriesSeen,
      callsSeen: callsRecorded + callsSkipped,
      callsRecorded,
      lastEntryAt,
      skippedHosts: [...skipped.values()].toReversed(),
      navigations,
      silentSinceNavigation: isSilent(now),
    }),
  };
}
