import type { EpochMs } from "../exchange/exchange.ts";
import { asNumber, asRecord, asString, asText } from "../exchange/json-fields.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What a recorder has to know of an entry while its event lasts; undefined or null where the entry does not say. */
export type EntryParts = {
  readonly request: Fields | undefined;
  readonly response: Fields | undefined;
  readonly url: string | null;
  readonly startedAt: EpochMs | undefined;
  readonly durationMs: number;
  /** Chromium only. */
  readonly resourceType: string | undefined;
};

/**
 * Takes each part out of an entry once: in Chromium an entry is a proxy of webextension-polyfill, and each look goes
 * through it.
 */
export function readEntryParts(entry: unknown): EntryParts {
  const fields = asRecord(entry);
  const request = asRecord(fields?.["request"]);
  const startedAt = Date.parse(asString(fields?.["startedDateTime"]) ?? "");
  return {
    request,
    response: asRecord(fields?.["response"]),
    url: asText(request?.["url"]),
    startedAt: Number.isFinite(startedAt) ? startedAt : undefined,
    durationMs: asNumber(fields?.["time"]) ?? 0,
    resourceType: asString(fields?.["_resourceType"]),
  };
}
