import type { EpochMs } from "../exchange/exchange.ts";
import type { FeedStatus } from "../exchange/feed.ts";

/** Counters that explain an empty or incomplete list. */
export type Traffic = {
  readonly sawEntry: (host: string | undefined, startedAt: EpochMs, at: EpochMs, watched: boolean) => void;
  readonly sawNavigation: (url: string, heardAt: EpochMs) => void;
  /** When the page of the last navigation began; null where that is not known. */
  readonly pageBegan: (at: EpochMs | null) => void;
  readonly navigations: () => number;
  readonly status: (now: EpochMs) => TrafficStatus;
};

type Page = {
  readonly isHttp: boolean;
  readonly heardAt: EpochMs;
  /** Undefined while it is being asked for, null where it is not known. */
  readonly beganAt: EpochMs | null | undefined;
};

export type TrafficStatus = Pick<
  FeedStatus,
  "entriesSeen" | "entriesWatched" | "lastEntryAt" | "otherHosts" | "navigations" | "silentSinceNavigation"
>;

const HOSTS_SHOWN = 20;
/** More are remembered than shown, so that a host that comes and goes keeps its count. */
const HOSTS_REMEMBERED = 200;

/** Firefox tells of a request about 150 ms after its end; silence is called one after this long. */
export const SILENCE_AFTER_MS = 1000;

/**
 * Counts what the browser tells of. Silence is looked for in Firefox only: it withholds every request that a filter in
 * its Network panel hides, or that comes while that panel's recording is paused, and says so nowhere. A page that was
 * loaded over http must have shown at least its own document.
 */
export function createTraffic(browser: FeedStatus["browser"]): Traffic {
  const others = new Map<string, number>();
  let entriesSeen = 0;
  let entriesWatched = 0;
  let lastEntryAt: EpochMs | null = null;
  let newestStart: EpochMs = 0;
  let navigations = 0;
  let page: Page | null = null;

  function countOther(host: string): void {
    const count = (others.get(host) ?? 0) + 1;
    // Deleted and set again, the host moves to the end: the map is ordered by last use.
    others.delete(host);
    others.set(host, count);
    if (others.size <= HOSTS_REMEMBERED) return;
    const [oldest] = others.keys();
    if (oldest !== undefined) others.delete(oldest);
  }

  function isSilent(now: EpochMs): boolean {
    if (browser !== "firefox" || page === null || !page.isHttp || page.beganAt === undefined) return false;
    if (now - page.heardAt < SILENCE_AFTER_MS) return false;
    // Not even the document's own request is known: then anything told of since will do.
    return page.beganAt === null ? (lastEntryAt ?? 0) < page.heardAt : newestStart < page.beganAt;
  }

  return {
    sawEntry: (host, startedAt, at, watched) => {
      entriesSeen += 1;
      lastEntryAt = at;
      newestStart = Math.max(newestStart, startedAt);
      if (watched) entriesWatched += 1;
      else if (host !== undefined) countOther(host);
    },
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
      entriesWatched,
      lastEntryAt,
      otherHosts: [...others]
        .slice(-HOSTS_SHOWN)
        .toReversed()
        .map(([host, count]) => ({ host, count })),
      navigations,
      silentSinceNavigation: isSilent(now),
    }),
  };
}
