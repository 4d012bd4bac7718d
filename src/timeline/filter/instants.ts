import type { EpochMs } from "../../exchange/exchange.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** A point in time as a filter names it: an instant, or a time of any day, in milliseconds after midnight. */
export type Moment =
  | { readonly kind: "instant"; readonly at: EpochMs }
  | { readonly kind: "time-of-day"; readonly ms: number };

const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?$/;
const INSTANT = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * "14:32", "14:32:05", "2024-01-15", "2024-01-15T14:32", "2024-01-15T14:32:00Z". Without a zone the user's own is
 * meant, given as minutes east of UTC. Undefined for anything else, also for dates that do not exist.
 */
export function readMoment(text: string, utcOffsetMinutes: number): Moment | undefined {
  const time = TIME.exec(text);
  if (time !== null) {
    const ms = timeOfDay(time[1], time[2], time[3], time[4]);
    return ms === undefined ? undefined : { kind: "time-of-day", ms };
  }
  const parts = INSTANT.exec(text);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = parts;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const ms = timeOfDay(hour ?? "0", minute ?? "0", second, fraction?.slice(0, 3));
  const date = new Date(midnight);
  if (ms === undefined || date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day))
    return undefined;
  const offset = zone === undefined ? utcOffsetMinutes : zoneMinutes(zone);
  return { kind: "instant", at: midnight + ms - offset * MINUTE_MS };
}

/** Whether an instant comes before a moment: on the same day as it, for a time of day. */
export function isBefore(at: EpochMs, moment: Moment, utcOffsetMinutes: number): boolean {
  if (moment.kind === "instant") return at < moment.at;
  const local = (at + utcOffsetMinutes * MINUTE_MS) % DAY_MS;
  return (local < 0 ? local + DAY_MS : local) < moment.ms;
}

function timeOfDay(
  hour: string | undefined,
  minute: string | undefined,
  second = "0",
  fraction = "0",
): number | undefined {
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)];
  if (hours > 23 || minutes > 59 || seconds > 60) return undefined;
  return (hours * 60 + minutes) * MINUTE_MS + seconds * 1000 + Number(fraction.padEnd(3, "0"));
}

function zoneMinutes(zone: string): number {
  if (zone.toUpperCase() === "Z") return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
