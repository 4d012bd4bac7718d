import type { EpochMs } from "../../exchange/exchange.ts";

/** ISO 8601 in UTC; "unknown time" for 0 and for what no calendar holds. */
export function isoInstant(at: EpochMs): string {
  return at > 0 && at < 8.64e15 ? new Date(at).toISOString() : "unknown time";
}

/** "0.35 s", "120 ms". */
export function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}
