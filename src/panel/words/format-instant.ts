import type { EpochMs } from "../../exchange/exchange.ts";

/** Local time of day, "14:03:09.482": the timeline's first column. "" for an instant that is no date. */
export function formatTimeOfDay(at: EpochMs): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return "";
  return `${formatTimeOfDaySeconds(at)}.${String(date.getMilliseconds()).padStart(3, "0")}`;
}

/** Local time of day without fractions, "14:03:09". "" for an instant that is no date. */
export function formatTimeOfDaySeconds(at: EpochMs): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return "";
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(":");
}

/** Local date and time with its distance from UTC, "2026-01-31 14:03:09.482 +01:00": tooltips and the timing tab. */
export function formatInstant(at: EpochMs): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return "";
  const day = [date.getFullYear(), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())].join("-");
  return `${day} ${formatTimeOfDay(at)} ${formatOffset(-date.getTimezoneOffset())}`;
}

/**
 * An instant in the near future as people say it: the time of day, with the date in front where it is another day than
 * `now` ("Nov 23, 00:00:00").
 */
export function formatMoment(at: EpochMs, now: EpochMs): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return "";
  const time = formatTimeOfDaySeconds(at);
  if (date.toDateString() === new Date(now).toDateString()) return time;
  const day = date.toLocaleDateString("en", { month: "short", day: "numeric" });
  return date.getFullYear() === new Date(now).getFullYear()
    ? `${day}, ${time}`
    : `${day} ${date.getFullYear()}, ${time}`;
}

function formatOffset(minutesEast: number): string {
  const size = Math.abs(minutesEast);
  return `${minutesEast < 0 ? "-" : "+"}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
