import { readEntry } from "../exchange/read-entry.ts";
import { asArray, asRecord, asText } from "../exchange/json-fields.ts";
import type { EpochMs } from "../exchange/exchange.ts";
import { type FeedRecord, recordOf } from "../exchange/feed.ts";

/** Of the APIs whose samples are whole recorded entries. */
const samples = import.meta.glob<unknown>("../providers/{blocksecops,chainguard,urblock}/samples/*.json", {
  eager: true,
  import: "entry",
});

/** Milliseconds between the starts of two sample calls on the made-up recording. */
const SPACING_MS = 640;

/**
 * The providers' samples as one recording of `count` calls that ends just before `now`: all instants are moved, those
 * in headers too, so that the countdowns run. Rate-limited calls come last, where their waits are not over yet.
 */
export function sampleRecords(now: EpochMs, count = Object.keys(samples).length): readonly FeedRecord[] {
  const entries = Object.values(samples).toSorted((one, other) => Number(isLimited(one)) - Number(isLimited(other)));
  const records: FeedRecord[] = [];
  for (let sequence = 0; sequence < count; sequence += 1) {
    const startedAt = now - (count - sequence) * SPACING_MS;
    if (sequence === Math.floor(count / 3))
      records.push({ kind: "navigation", at: startedAt - 100, url: "https://app.example.test/dashboard" });
    const entry = movedTo(entries[sequence % entries.length], startedAt);
    const result = readEntry(entry, { id: `sample-${sequence}` });
    if (result.ok) records.push(recordOf(sequence, result.exchange));
    else records.push({ kind: "unreadable", sequence, at: startedAt, problem: result.problem });
  }
  return records;
}

function isLimited(entry: unknown): boolean {
  return asRecord(asRecord(entry)?.["response"])?.["status"] === 429;
}

function movedTo(entry: unknown, startedAt: EpochMs): unknown {
  const fields = asRecord(entry);
  const response = asRecord(fields?.["response"]);
  if (fields === undefined || response === undefined) return entry;
  const byMs = startedAt - Date.parse(asText(fields["startedDateTime"]) ?? "");
  const headers = asArray(response["headers"]).map((header) => movedHeader(header, byMs));
  return { ...fields, startedDateTime: new Date(startedAt).toISOString(), response: { ...response, headers } };
}

/** Moves an epoch in seconds or an HTTP date; every other value stays as it is. */
function movedHeader(header: unknown, byMs: number): unknown {
  const fields = asRecord(header);
  const value = asText(fields?.["value"]) ?? "";
  if (/^1[5-9]\d{8}$/.test(value)) return { ...fields, value: String(Number(value) + Math.round(byMs / 1000)) };
  if (!value.endsWith(" GMT") || Number.isNaN(Date.parse(value))) return header;
  return { ...fields, value: new Date(Date.parse(value) + byMs).toUTCString() };
}
