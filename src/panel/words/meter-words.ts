import { formatCountdown } from "../../timing/countdown.ts";
import type { MeterReading } from "../../timing/meters.ts";
import { formatCount } from "./format-amount.ts";
import { limitsWords } from "./english/limits.ts";

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
  if (expired) return of === "" ? limitsWords.meterReset : limitsWords.meterLimitReset(of);
  if (remaining === null) return of === "" ? limitsWords.meterNotStated : limitsWords.meterLimitNotStated(of);
  return of === ""
    ? limitsWords.meterLeft(formatCount(remaining))
    : limitsWords.meterLeftOf(formatCount(remaining), of);
}

/**
 * API, window where it has a name, what else tells it from another window of the same name, and which key where several
 * were used: "Urblock, minute, key 2". A limit tells two windows of one name apart, since meters are kept by it.
 */
export function meterName(reading: MeterReading, all: readonly MeterReading[], api: string): string {
  const ofApi = all.filter((other) => other.api === reading.api);
  const keys = [...new Set(ofApi.map(({ key }) => key))];
  const twins = ofApi.filter((other) => other.key === reading.key && other.window === reading.window);
  return [
    api,
    ...(reading.window === "" ? [] : [reading.window]),
    ...(twins.length > 1 ? [describeSize(reading, twins)] : []),
    ...(keys.length > 1
      ? [reading.key === "none" ? limitsWords.meterNoKey : limitsWords.meterKey(keys.indexOf(reading.key) + 1)]
      : []),
  ].reduce((parts, part) => limitsWords.meterPart(parts, part));
}

/** The window's length where that alone tells it from `twins`, else its limit. */
function describeSize({ limit, windowSeconds }: MeterReading, twins: readonly MeterReading[]): string {
  const lengths = new Set(twins.map((twin) => twin.windowSeconds));
  if (windowSeconds !== null && lengths.size === twins.length) return formatCountdown(windowSeconds * 1000);
  return limit === null ? limitsWords.meterNoLimit : limitsWords.meterLimit(formatCount(limit));
}

/** The order of meters on screen, which no new response changes. */
export function byMeterId(one: MeterReading, other: MeterReading): number {
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
