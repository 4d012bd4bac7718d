import { bodyBytes } from "../exchange/body-text.ts";
import type { EpochMs, Exchange } from "../exchange/exchange.ts";
import { type FeedRecord, type FeedStatus, recordOf } from "../exchange/feed.ts";
import type { Captured } from "./capture.ts";

export type StoreLimits = { readonly maxExchanges: number; readonly maxBodyBytes: number };

/** What changed since the last look. `cleared`: records were removed or replaced, read `records()` again. */
export type StoreChange = { readonly added: readonly FeedRecord[]; readonly cleared: boolean };

export type RecorderStore = {
  readonly add: (call: Captured, startedAt: EpochMs) => void;
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

/** A record, and what the log has to know of it without reading it. */
type Kept = {
  readonly record: FeedRecord;
  readonly rank: Rank;
  readonly bytes: number;
  readonly startedAt: EpochMs;
};

/** A status below 400 is a success here: a failure hidden in a 200 is known to the decoder only. */
function rankOf(status: number): Rank {
  return status > 0 && status < 400 ? "success" : "failure";
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
 * A bounded log of unread calls. Most tabs never open the panel, and reading the calls was two fifths of what
 * recording costs beyond receiving them. Unread they take four times the memory of read ones, as with any recorder that
 * keeps what it receives. Over `maxExchanges` it drops the oldest successes first, then the oldest failures; over
 * `maxBodyBytes` it drops the bodies of the oldest successes, then those of the oldest failures, and keeps the exchanges.
 * All that is dropped is counted.
 */
export function createRecorderStore(initial: StoreLimits): RecorderStore {
  let limits = initial;
  let log = new Map<number, Kept>();
  // Keys of `log` by rank: a set keeps insertion order, so its first member is the oldest.
  let ranks = newRanks();
  let bytes = 0;
  let nextKey = 0;
  let nextSequence = 0;
  let dropped = { successes: 0, failures: 0, bodies: 0 };
  let added: FeedRecord[] = [];
  let cleared = false;

  function append(kept: Kept): void {
    log.set(nextKey, kept);
    ranks[kept.rank].add(nextKey);
    nextKey += 1;
    bytes += kept.bytes;
    added.push(kept.record);
    trimCount();
    trimBodies();
  }

  function remove(key: number): void {
    const kept = log.get(key);
    if (kept === undefined) return;
    log.delete(key);
    ranks[kept.rank].delete(key);
    bytes -= kept.bytes;
    cleared = true;
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
      const kept = log.get(key);
      if (kept?.record.kind !== "exchange" || kept.bytes === 0) continue;
      bytes -= kept.bytes;
      log.set(key, {
        ...kept,
        bytes: 0,
        record: recordOf(kept.record.sequence, withoutBodies(kept.record.read())),
      });
      dropped.bodies += 1;
      cleared = true;
    }
  }

  return {
    add: ({ status, bodyBytes, read }, startedAt) => {
      const record: FeedRecord = { kind: "exchange", sequence: nextSequence++, read };
      append({ record, rank: rankOf(status), bytes: bodyBytes, startedAt });
    },
    addUnreadable: (at, problem) =>
      append({
        record: { kind: "unreadable", sequence: nextSequence++, at, problem },
        rank: "failure",
        bytes: 0,
        startedAt: at,
      }),
    addNavigation: (at, url) =>
      append({ record: { kind: "navigation", at, url }, rank: "navigation", bytes: 0, startedAt: at }),
    dropBefore: (at) => {
      for (const [key, { startedAt }] of log) if (startedAt < at) remove(key);
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
    records: () => Array.from(log.values(), ({ record }) => record),
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
