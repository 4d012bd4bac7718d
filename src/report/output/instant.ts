import type { EpochMs } from "../../exchange/exchange.ts";
import { isoInstant } from "../../web/instant.ts";

/** ISO 8601 in UTC; "unknown time" for 0 and for what no calendar holds. */
export function instantText(at: EpochMs): string {
  return isoInstant(at) ?? "unknown time";
}

/** "0.35 s", "120 ms". */
export function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}
