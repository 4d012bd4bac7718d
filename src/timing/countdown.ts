import type { EpochMs } from "../exchange/exchange.ts";

/*
 * Live countdowns. The absolute instant is stored; the text is computed again on each tick, so that a
 * sleeping laptop, a throttled tab or a corrected clock cannot make it wrong.
 */

/** Timers hold at most this many milliseconds; a longer one (or NaN) fires at once in every browser. */
export const MAX_TIMER_MS = 2 ** 31 - 1;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LONGEST_SHOWN = 366 * DAY;

/** Milliseconds from `now` until `target`, never negative; 0 if either is not an instant. */
export function remainingMs(target: EpochMs, now: EpochMs): number {
  const left = target - now;
  return left > 0 ? left : 0;
}

/**
 * A wait in words, rounded up so that it never promises too early: "45 s", "2 min 05 s", "3 h 10 min", "2 days",
 * "2 days 5 h"; "now" when it is over and "more than a year" beyond 366 days.
 */
export function formatCountdown(ms: number): string {
  if (!(ms > 0)) return "now";
  if (ms > LONGEST_SHOWN) return "more than a year";
  const seconds = Math.ceil(ms / SECOND);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${twoDigits(seconds % 60)} s`;
  const minutes = Math.ceil(ms / MINUTE);
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ${twoDigits(minutes % 60)} min`;
  const hours = Math.ceil(ms / HOUR);
  const days = Math.floor(hours / 24);
  const text = days === 1 ? "1 day" : `${days} days`;
  return hours % 24 === 0 ? text : `${text} ${hours % 24} h`;
}

/**
 * Milliseconds until `formatCountdown` reads differently, between 1 and `MAX_TIMER_MS`; null once the target has
 * passed. Ask again after each tick and never count ticks: timers come late, and not at all while a computer sleeps.
 */
export function nextTickMs(target: EpochMs, now: EpochMs): number | null {
  const left = remainingMs(target, now);
  if (left === 0) return null;
  if (left > LONGEST_SHOWN) return Math.min(MAX_TIMER_MS, Math.max(1, Math.ceil(left - LONGEST_SHOWN)));
  const unit = left > DAY ? HOUR : left > HOUR ? MINUTE : SECOND;
  const untilNextUnit = left - (Math.ceil(left / unit) - 1) * unit;
  return Math.max(1, Math.ceil(untilNextUnit));
}

/** A UTC time of day, "13:00:00 UTC", with the date in front if it is another UTC day than `now`; "" if it is not an instant. */
export function formatInstant(at: EpochMs, now: EpochMs): string {
  const text = isoText(at);
  if (text === null) return "";
  const time = `${text.slice(11, 19)} UTC`;
  const day = text.slice(0, 10);
  return isoText(now)?.slice(0, 10) === day ? time : `${day} ${time}`;
}

/** Null outside the years 0 to 9999, whose text has another length. */
function isoText(at: EpochMs): string | null {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return null;
  const text = date.toISOString();
  return text.length === 24 ? text : null;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
