import type { EpochMs } from "../exchange/exchange.ts";
import { type Feed, type FeedRecord, recordOf } from "../exchange/feed.ts";
import { asArray, asRecord } from "../exchange/json-fields.ts";
import { memoryFeed } from "../exchange/memory-feed.ts";
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
  const records = state.hasCalls ? [...calls, ...strangeRecords(state.strange, calls, now)] : [];
  return memoryFeed(records, statusOf(state, records.length, now));
}

/** The entries of a HAR file that the development server gives out, such as one in `public/`. */
async function harRecords(address: string): Promise<readonly FeedRecord[]> {
  const file: unknown = await (await fetch(address)).json();
  return asArray(asRecord(asRecord(file)?.["log"])?.["entries"]).map((entry, sequence): FeedRecord => {
    const result = readEntry(entry, { id: `har-${sequence}` });
    if (result.ok) return recordOf(sequence, result.exchange);
    return { kind: "unreadable", sequence, at: 0, problem: result.problem };
  });
}
