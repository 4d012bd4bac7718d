import type { EpochMs } from "../exchange/exchange.ts";
import type { Feed, FeedRecord, FeedStatus } from "../exchange/feed.ts";
import { asArray, asRecord } from "../exchange/json-fields.ts";
import { readEntry } from "../exchange/read-entry.ts";
import { type PlaygroundState, statusOf } from "./playground-states.ts";
import { sampleRecords } from "./sample-records.ts";
import { strangeRecords } from "./strange-records.ts";

/** A feed over the samples, or over the HAR file that `har=` in the query names; nothing is added to it. */
export async function createPlaygroundFeed(
  state: PlaygroundState,
  now: EpochMs,
  query: URLSearchParams,
): Promise<Feed> {
  const har = query.get("har");
  const calls = har === null ? sampleRecords(now, Number(query.get("count")) || undefined) : await harRecords(har);
  let records = state.hasCalls ? [...calls, ...strangeRecords(state.strange, calls, now)] : [];
  let status = statusOf(state, records.length, now);
  const listeners = new Set<Parameters<Feed["subscribe"]>[0]>();
  const changeStatus = (change: Partial<FeedStatus>, cleared = false): void => {
    status = { ...status, ...change };
    for (const listener of listeners) listener({ added: [], cleared, status });
  };
  return {
    snapshot: () => ({ records, status }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear: () => {
      records = [];
      changeStatus({}, true);
    },
    setRecording: (recording) => changeStatus({ recording }),
    setPreserveLog: (preserveLog) => changeStatus({ preserveLog }),
  };
}

/** The entries of a HAR file that the development server gives out, such as one in `public/`. */
async function harRecords(address: string): Promise<readonly FeedRecord[]> {
  const file: unknown = await (await fetch(address)).json();
  return asArray(asRecord(asRecord(file)?.["log"])?.["entries"]).map((entry, sequence): FeedRecord => {
    const result = readEntry(entry, { id: `har-${sequence}` });
    if (result.ok) return { kind: "exchange", sequence, exchange: result.exchange };
    return { kind: "unreadable", sequence, at: 0, problem: result.problem };
  });
}
