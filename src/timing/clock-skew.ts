import type { EpochMs } from "../exchange/exchange.ts";
import { listMembers, singleValue } from "./field-map.ts";
import type { FieldMap } from "./field-map.ts";
import { parseHttpDate } from "./http-date.ts";

/** 2000-01-01. A server that says it is earlier has no clock. */
const EARLIEST_DATE = 946_684_800_000;
/** Age in caches stops counting at 2^31 (RFC 9111 section 1.2.2). */
const MAX_AGE_SECONDS = 2 ** 31;

/** Seconds the response spent in caches; 0 where Age is absent or invalid. Of several the first counts (RFC 9111 section 5.1). */
export function ageSeconds(fields: FieldMap): number {
  const field = fields.get("age");
  const first = field === undefined ? "" : (listMembers(field)[0] ?? "");
  if (!/^\d{1,10}$/.test(first)) return 0;
  return Math.min(Number(first), MAX_AGE_SECONDS);
}

/**
 * Browser clock minus server clock in milliseconds: receipt minus (Date + Age), RFC 9110 section 6.6.1 and RFC 9111
 * section 4.2.3. Date has whole seconds, so up to a second of it is rounding. Null without a valid Date.
 */
export function skewOfResponse(fields: FieldMap, receivedAt: EpochMs): number | null {
  const field = fields.get("date");
  const text = field === undefined ? null : singleValue(field);
  const date = text === null ? null : parseHttpDate(text, receivedAt);
  if (date === null || date < EARLIEST_DATE) return null;
  const skewMs = receivedAt - (date + ageSeconds(fields) * 1000);
  return Number.isFinite(skewMs) ? skewMs : null;
}
