import { receivedAt, type EpochMs, type Exchange, type HeaderList } from "../../exchange/exchange.ts";

/*
 * A request that a service worker passes on is listed twice by Chromium: as the page sent it and as the worker sent it
 * on. What tells the two was measured, see docs/browser-notes.md. Their instants are written by two processes and are
 * apart by some milliseconds, the more the busier the computer is, so no distance between them is asked for.
 */

/** What an exchange shows of being one of the two. */
export type Listing = {
  readonly startedAt: EpochMs;
  /** When the head of the response had arrived; the end if the recorder does not say. */
  readonly answeredAt: EpochMs;
  readonly receivedAt: EpochMs;
  readonly status: number;
  readonly viaServiceWorker: boolean;
  readonly isFromCache: boolean;
  readonly headers: HeaderList;
};

/**
 * The facts of an exchange that find its other listing, which may come later; null if it has none: Firefox lists
 * such a request once, and what a page sent past its worker is nothing the worker sent.
 */
export function listingOf(exchange: Exchange): Listing | null {
  const { response, recorder, pageRef } = exchange;
  if (recorder === "firefox" || (pageRef !== null && !response.viaServiceWorker)) return null;
  const end = receivedAt(exchange);
  return {
    startedAt: exchange.startedAt,
    answeredAt: end - (exchange.timings.receive ?? 0),
    receivedAt: end,
    status: response.status,
    viaServiceWorker: response.viaServiceWorker,
    isFromCache: response.fromCache !== null,
    headers: response.headers,
  };
}

/**
 * Which of `others`, all of the same operation, lists the same request as `mine`; of several the one that ended nearest
 * to it. `listing` also gives null for one that has found its other listing already: no request is listed thrice.
 */
export function findTwin<Other>(
  mine: Listing | null,
  others: readonly Other[],
  listing: (other: Other) => Listing | null,
): Other | undefined {
  if (mine === null) return undefined;
  let nearest: Other | undefined;
  let distance = Infinity;
  for (const other of others) {
    const theirs = listing(other);
    if (theirs === null || !(isPassedOn(mine, theirs) || isPassedOn(theirs, mine))) continue;
    const apart = Math.abs(theirs.receivedAt - mine.receivedAt);
    if (apart >= distance) continue;
    nearest = other;
    distance = apart;
  }
  return nearest;
}

/**
 * Whether `inner` may be a service worker's own request and `outer` the page's that got its answer. The worker's runs
 * while the page waits, and has its answer before the page has all of it. The page sees the same status and, of the same
 * headers, those that CORS lets through. If the worker answered from a cache of its own and still asked the network,
 * the two are different answers.
 */
function isPassedOn(outer: Listing, inner: Listing): boolean {
  return (
    outer.viaServiceWorker &&
    !inner.viaServiceWorker &&
    outer.status === inner.status &&
    (!outer.isFromCache || inner.isFromCache) &&
    outer.startedAt <= inner.receivedAt &&
    inner.answeredAt <= outer.receivedAt &&
    areWithin(outer.headers, inner.headers)
  );
}

function areWithin(some: HeaderList, all: HeaderList): boolean {
  const values = combined(all);
  for (const [name, value] of combined(some)) if (values.get(name) !== value) return false;
  return true;
}

/** Combined values by lower-case name, as `headerValue` gives them one by one: in one pass, however many there are. */
function combined(headers: HeaderList): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { name, value } of headers) {
    const key = name.toLowerCase();
    const before = values.get(key);
    const own = value
      .split("\n")
      .map((part) => part.trim())
      .join(", ");
    values.set(key, before === undefined ? own : `${before}, ${own}`);
  }
  return values;
}
