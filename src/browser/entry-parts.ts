import type { CallFacts } from "../exchange/api-call.ts";
import type { EpochMs } from "../exchange/exchange.ts";
import { asArray, asNumber, asRecord, asString, asText } from "../exchange/json-fields.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What a recorder has to know of an entry during its event; undefined or null if the entry does not say. */
export type EntryParts = {
  readonly request: Fields | undefined;
  readonly response: Fields | undefined;
  readonly url: string | null;
  readonly method: string;
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
    method: asText(request?.["method"]) ?? "GET",
    startedAt: Number.isFinite(startedAt) ? startedAt : undefined,
    durationMs: asNumber(fields?.["time"]) ?? 0,
    resourceType: asString(fields?.["_resourceType"]),
  };
}

/** 0 if no response arrived. */
export function statusOf({ response }: EntryParts): number {
  return asNumber(response?.["status"]) ?? 0;
}

/** What decides whether the entry is an API call. Request headers are read only if it asks for them. */
export function callFacts(parts: EntryParts, url: string): CallFacts {
  const type = asText(asRecord(parts.response?.["content"])?.["mimeType"]) ?? "";
  return {
    url,
    method: parts.method,
    resourceType: parts.resourceType,
    status: statusOf(parts),
    // Both browsers write a placeholder for a missing type.
    responseType: /^(?:application\/)?x-unknown/.test(type) ? "" : type,
    requestHeader: (name) => requestHeader(parts, name),
  };
}

function requestHeader({ request }: EntryParts, name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const item of asArray(request?.["headers"])) {
    const header = asRecord(item);
    if (asString(header?.["name"])?.toLowerCase() === wanted) return asString(header?.["value"]);
  }
  return undefined;
}
