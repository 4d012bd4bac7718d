import { bodyBytes } from "../../exchange/body-text.ts";
import { receivedAt, type Body, type Exchange } from "../../exchange/exchange.ts";
import { type FeedRecord, recordOf } from "../../exchange/feed.ts";
import { readHarStream } from "../../exchange/har/read-har-stream.ts";
import type { HarItem } from "../../exchange/har/split-entries.ts";
import { asArray, asRecord, asText } from "../../exchange/json-fields.ts";
import { readEntry } from "../../exchange/read-entry.ts";
import { carriesCredentials, credentialsWithheld } from "../../exchange/withheld-credentials.ts";
import type { ImportedRecording, ImportResult, SkippedEntry } from "./imported-recording.ts";

/** Bytes of bodies kept: beyond, bodies of what did not fail go first. */
const MOST_BODY_BYTES = 128 * 1024 * 1024;
/** A success beyond this many calls is left out; failures are all kept. The timeline itself holds 12,000 rows. */
const MOST_CALLS = 20_000;
const MOST_SKIPPED = 500;
const MOST_PAGES = 1_000;

/** Reads a recording from its bytes. `pause` lets the page's other work run; see `readHarStream`. */
export async function readRecording(
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  pause: () => Promise<void>,
): Promise<ImportResult> {
  const intake = createRecordingIntake(MOST_CALLS);
  const stream = readHarStream(bytes, { pause });
  let next = await stream.next();
  for (; next.done !== true; next = await stream.next()) intake.take(next.value);
  const { creator, count, isCut, pages, problem } = next.value;
  if (problem !== null) return { kind: "refused", problem };
  intake.takePages(pages);
  return { kind: "read", recording: intake.finish({ name, creator, count, isCut }) };
}

/** The same for entries that are in memory, as of a pasted report. Keeps at most `mostCalls`, and every failure. */
export function recordingOfEntries(
  name: string,
  entries: readonly unknown[],
  mostCalls = MOST_CALLS,
): ImportedRecording {
  const intake = createRecordingIntake(mostCalls);
  entries.forEach((entry, index) => intake.take({ kind: "entry", index, entry }));
  return intake.finish({ name, creator: "", count: entries.length, isCut: false });
}

function createRecordingIntake(mostCalls: number) {
  const records: FeedRecord[] = [];
  const skipped: SkippedEntry[] = [];
  let skippedCount = 0;
  let leftOut = 0;
  let keptBytes = 0;
  let anyCarried = false;
  let startedAt = Number.POSITIVE_INFINITY;
  let endedAt = 0;

  const skip = (index: number, problem: string): void => {
    skippedCount += 1;
    if (skipped.length < MOST_SKIPPED) skipped.push({ index, problem });
  };
  const kept = (exchange: Exchange): Exchange => {
    const size = bodyBytes(exchange.response.body) + bodyBytes(exchange.request.body);
    if (keptBytes + size <= MOST_BODY_BYTES) {
      keptBytes += size;
      return exchange;
    }
    const dropped: Body = { kind: "unavailable", reason: "over-limit" };
    return {
      ...exchange,
      request: { ...exchange.request, body: dropped },
      response: { ...exchange.response, body: dropped },
    };
  };

  return {
    take: (item: HarItem): void => {
      if (item.kind === "broken") {
        skip(item.index, item.problem);
        return;
      }
      anyCarried ||= carriesCredentials(item.entry);
      const read = readEntry(item.entry, { id: `entry-${item.index}` });
      if (!read.ok) {
        skip(item.index, read.problem);
        return;
      }
      const { exchange } = read;
      const { status } = exchange.response;
      if (records.length >= mostCalls && status >= 200 && status < 400) {
        leftOut += 1;
        return;
      }
      if (exchange.startedAt > 0) {
        startedAt = Math.min(startedAt, exchange.startedAt);
        endedAt = Math.max(endedAt, receivedAt(exchange));
      }
      records.push(recordOf(item.index, kept(exchange)));
    },
    /** `log.pages` to the timeline's markers. Chrome and Safari write the page's URL as its title. */
    takePages: (pages: unknown): void => {
      for (const page of asArray(pages).slice(0, MOST_PAGES)) {
        const fields = asRecord(page);
        const at = Date.parse(asText(fields?.["startedDateTime"]) ?? "");
        const title = asText(fields?.["title"]) ?? asText(fields?.["id"]) ?? "";
        if (Number.isFinite(at)) records.push({ kind: "navigation", at, url: title });
      }
    },
    finish: (facts: {
      readonly name: string;
      readonly creator: string;
      readonly count: number;
      readonly isCut: boolean;
    }): ImportedRecording => ({
      name: facts.name,
      records,
      entryCount: facts.count,
      skipped,
      skippedCount,
      isCut: facts.isCut,
      areCredentialsWithheld: credentialsWithheld({ creator: facts.creator, count: facts.count, anyCarried }),
      leftOut,
      startedAt: Number.isFinite(startedAt) ? startedAt : 0,
      endedAt,
    }),
  };
}
