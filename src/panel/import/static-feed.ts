import { findProvider, hostRules, watchedHosts } from "../../catalogue/find-provider.ts";
import type { Providers } from "../../catalogue/provider.ts";
import { hostOfUrl, originText, splitUrl } from "../../web/url.ts";
import { createListeners } from "../../exchange/listeners.ts";
import type { Feed, FeedChange, FeedRecord, FeedStatus } from "../../exchange/feed.ts";
import { type ImportedRecording, statusOf } from "./imported-recording.ts";

const MOST_HOSTS = 20;

/**
 * The feed of a finished recording. It holds the calls to other hosts too, so that a host that is mapped while looking
 * shows its rows at once. Nothing is ever added; clearing empties it.
 */
export function createStaticFeed(recording: ImportedRecording, providers: () => Providers): Feed {
  const listeners = createListeners<FeedChange>();
  let { records } = recording;
  // Counted once for each set of providers: a long recording has thousands of calls.
  let countedFor: Providers | undefined;
  let counted: FeedStatus | undefined;
  const status = (): FeedStatus => {
    const inForce = providers();
    if (counted === undefined || countedFor !== inForce)
      counted = statusOf(recording, countHosts(recording.records, inForce));
    countedFor = inForce;
    return counted;
  };
  return {
    snapshot: () => ({ records, status: status() }),
    subscribe: listeners.subscribe,
    clear: () => {
      records = [];
      listeners.tell({ added: [], cleared: true, status: status() });
    },
    setRecording: () => undefined,
    setPreserveLog: () => undefined,
  };
}

/** How many calls are to hosts that some provider answers for, and which other hosts there are, most called first. */
function countHosts(
  records: readonly FeedRecord[],
  providers: Providers,
): Pick<FeedStatus, "entriesWatched" | "otherHosts" | "watchedHosts"> {
  let entriesWatched = 0;
  const others = new Map<string, number>();
  for (const [url, count] of countedPlaces(records, providers)) {
    if (findProvider(providers, url) !== undefined) entriesWatched += count;
    else {
      const host = hostOfUrl(url);
      if (host === undefined) continue;
      others.set(host, (others.get(host) ?? 0) + count);
    }
  }
  const otherHosts = [...others]
    .map(([host, count]) => ({ host, count }))
    .toSorted((one, other) => other.count - one.count)
    .slice(0, MOST_HOSTS);
  return { entriesWatched, otherHosts, watchedHosts: watchedHosts(providers) };
}

/**
 * How often each place was called. Thousands of calls go to a few hosts, and looking for a provider costs more than
 * counting; where some pattern has a path, a place is a URL without its query, else scheme and host are enough.
 */
function countedPlaces(records: readonly FeedRecord[], providers: Providers): ReadonlyMap<string, number> {
  const needsPath = hostRules(providers).some(({ pattern }) => pattern.path !== "");
  const places = new Map<string, number>();
  for (const record of records) {
    if (record.kind !== "exchange") continue;
    const { url } = record.exchange.request;
    const { origin, path } = splitUrl(url);
    const place = needsPath ? origin + path : originText(url);
    places.set(place, (places.get(place) ?? 0) + 1);
  }
  return places;
}
