import type { MeterReading } from "../timing/meters.ts";
import { formatCount } from "./format-amount.ts";

/** Below this share of the limit a window counts as nearly used up. */
const LOW_SHARE = 0.2;

/** How a window stands: its share left from 0 to 1 (null where unknown) and the word its colours hang on. */
export type MeterState = {
  /** Null where it is not stated, or the window has reset since. */
  readonly remaining: number | null;
  readonly share: number | null;
  readonly level: "unknown" | "empty" | "low" | "fine";
};

/** What a reading comes to on screen. */
export function meterState({ limit, remaining: counted, expired }: MeterReading): MeterState {
  const remaining = expired ? null : counted;
  const share = remaining === null || limit === null || limit <= 0 ? null : Math.min(1, Math.max(0, remaining / limit));
  const level =
    remaining === null ? "unknown" : remaining <= 0 ? "empty" : share !== null && share <= LOW_SHARE ? "low" : "fine";
  return { remaining, share, level };
}

/** "12 of 60 left", or what is not known about it. */
export function describeLeft({ limit, expired }: MeterReading, { remaining }: MeterState): string {
  const of = limit === null ? "" : formatCount(limit);
  if (expired) return of === "" ? "has reset" : `limit ${of}, has reset`;
  if (remaining === null) return of === "" ? "remaining not stated" : `limit ${of}, remaining not stated`;
  return of === "" ? `${formatCount(remaining)} left` : `${formatCount(remaining)} of ${of} left`;
}

/** API, window where it has a name, and which key where several were used: "Urblock, minute, key 2". */
export function meterName(reading: MeterReading, all: readonly MeterReading[], api: string): string {
  const keys = [...new Set(all.filter((other) => other.api === reading.api).map(({ key }) => key))];
  return [
    api,
    ...(reading.window === "" ? [] : [reading.window]),
    ...(keys.length > 1 ? [reading.key === "none" ? "no key" : `key ${keys.indexOf(reading.key) + 1}`] : []),
  ].join(", ");
}

/** The order of meters on screen, which no new response changes. */
export function byMeterId(one: MeterReading, other: MeterReading): number {
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
