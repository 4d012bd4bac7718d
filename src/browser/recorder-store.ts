import { bodyBytes } from "../exchange/body-text.ts";
import type { EpochMs, Exchange } from "../exchange/exchange.ts";
import type { FeedRecord, FeedStatus } from "../exchange/feed.ts";

export type StoreLimits = { readonly maxExchanges: number; readonly maxBodyBytes: number };

/** What changed since the last look. `cleared`: records were removed or replaced, read `records()` again. */
export type StoreChange = { readonly added: readonly FeedRecord[]; readonly cleared: boolean };

export type RecorderStore = {
  readonly add: (exchange: Exchange) => void;
  readonly addUnreadable: (at: EpochMs, problem: string) => void;
  readonly addNavigation: (at: EpochMs, url: string) => void;
  /** Forgets what started before `at`. */
  readonly dropBefore: (at: EpochMs) => void;
  readonly clear: () => void;
  readonly setLimits: (limits: StoreLimits) => void;
  /** In order of arrival; browsers deliver out of order, so sort by `startedAt` where order matters. */
  readonly records: () => readonly FeedRecord[];
  readonly bodyBytes: () => number;
  /** Since the last `clear`. */
  readonly dropped: () => FeedStatus["dropped"];
  readonly takeChange: () => StoreChange;
};

/**
 * Part of a cap that is freed at once when it is reached. Each removal makes the panel read the whole log again, so
 * removing one by one would cost that for every further request.
 */
const FREED_SHARE = 1 / 20;
const MAX_NAVIGATIONS = 500;

type Rank = "success" | "failure" | "navigation";

/** A status below 400 is a success here: a failure hidden in a 200 is known to the decoder only. */
function rankOf(record: FeedRecord): Rank {
  if (record.kind === "navigation") return "navigation";
  if (record.kind === "unreadable") return "failure";
  const { status } = record.exchange.response;
  return status > 0 && status < 400 ? "success" : "failure";
}

function bytesOf(record: FeedRecord): number {
  if (record.kind !== "exchange") return 0;
  return bodyBytes(record.exchange.request.body) + bodyBytes(record.exchange.response.body);
}

function startOf(record: FeedRecord): EpochMs {
  return record.kind === "exchange" ? record.exchange.startedAt : record.at;
}

function withoutBodies(exchange: Exchange): Exchange {
  const body = { kind: "unavailable", reason: "over-limit" } as const;
  return {
    ...exchange,
    request: bodyBytes(exchange.request.body) > 0 ? { ...exchange.request, body } : exchange.request,
    response: bodyBytes(exchange.response.body) > 0 ? { ...exchange.response, body } : exchange.response,
  };
}

/**
 * The bounded log. Over `maxExchanges` it drops the oldest successes first, then the oldest failures; over
 * `maxBodyBytes` it drops the bodies of the oldest successes, then those of the oldest failures, and keeps the
 * exchanges. All that is dropped is counted.
 */
export function createRecorderStore(initial: StoreLimits): RecorderStore {
  let limits = initial;
  let log = new Map<number, FeedRecord>();
  // Keys of `log` by rank: a set keeps insertion order, so its first member is the oldest.
  let ranks = newRanks();
  let bytes = 0;
  let nextKey = 0;
  let nextSequence = 0;
  let dropped = { successes: 0, failures: 0, bodies: 0 };
  let added: FeedRecord[] = [];
  let cleared = false;

  function append(record: FeedRecord): void {
    const key = nextKey++;
    log.set(key, record);
    ranks[rankOf(record)].add(key);
    bytes += bytesOf(record);
    added.push(record);
    trimCount();
    trimBodies();
  }

  function remove(key: number): Rank | undefined {
    const record = log.get(key);
    if (record === undefined) return undefined;
    const rank = rankOf(record);
    log.delete(key);
    ranks[rank].delete(key);
    bytes -= bytesOf(record);
    cleared = true;
    return rank;
  }

  function trimCount(): void {
    trimRank(ranks.navigation, MAX_NAVIGATIONS);
    const count = ranks.success.size + ranks.failure.size;
    if (count <= limits.maxExchanges) return;
    const target = limits.maxExchanges - Math.floor(limits.maxExchanges * FREED_SHARE);
    const before = ranks.success.size;
    trimRank(ranks.success, Math.max(0, target - ranks.failure.size));
    dropped.successes += before - ranks.success.size;
    const failuresBefore = ranks.failure.size;
    trimRank(ranks.failure, target - ranks.success.size);
    dropped.failures += failuresBefore - ranks.failure.size;
  }

  function trimRank(keys: Set<number>, size: number): void {
    for (const key of keys) {
      if (keys.size <= size) return;
      remove(key);
    }
  }

  function trimBodies(): void {
    if (bytes <= limits.maxBodyBytes) return;
    const target = limits.maxBodyBytes * (1 - FREED_SHARE);
    for (const key of [...ranks.success, ...ranks.failure]) {
      if (bytes <= target) return;
      const record = log.get(key);
      if (record?.kind !== "exchange" || bytesOf(record) === 0) continue;
      bytes -= bytesOf(record);
      log.set(key, { ...record, exchange: withoutBodies(record.exchange) });
      dropped.bodies += 1;
      cleared = true;
    }
  }

  return {
    add: (exchange) => append({ kind: "exchange", sequence: nextSequence++, exchange }),
    addUnreadable: (at, problem) => append({ kind: "unreadable", sequence: nextSequence++, at, problem }),
    addNavigation: (at, url) => append({ kind: "navigation", at, url }),
    dropBefore: (at) => {
      for (const [key, record] of log) if (startOf(record) < at) remove(key);
    },
    clear: () => {
      log = new Map();
      ranks = newRanks();
      bytes = 0;
      dropped = { successes: 0, failures: 0, bodies: 0 };
      added = [];
      cleared = true;
    },
    setLimits: (next) => {
      limits = next;
      trimCount();
      trimBodies();
    },
    records: () => [...log.values()],
    bodyBytes: () => bytes,
    dropped: () => ({ ...dropped }),
    takeChange: () => {
      const change = { added: cleared ? [] : added, cleared };
      added = [];
      cleared = false;
      return change;
    },
  };
}

function newRanks(): Record<Rank, Set<number>> {
  return { success: new Set(), failure: new Set(), navigation: new Set() };
}
