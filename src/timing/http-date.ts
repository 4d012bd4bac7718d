import type { EpochMs } from "../exchange/exchange.ts";

/*
 * The one file that reads dates. Three strict forms of HTTP-date (RFC 9110 section 5.6.7), ISO 8601 with a zone, and
 * the text of a JavaScript Date. Everything else is absent: the language's own date reader guesses, and guesses
 * differently in each browser.
 */

/** Longest text that can be one of the forms below (a JavaScript Date with a long zone name in brackets). */
const MAX_DATE_CHARS = 120;

const MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
const DAYS = "Mon|Tue|Wed|Thu|Fri|Sat|Sun";
const LONG_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";
const TIME = String.raw`(\d\d):(\d\d):(\d\d)`;

const IMF_FIXDATE = new RegExp(String.raw`^(?:${DAYS}), (\d\d) (${MONTHS}) (\d{4}) ${TIME} GMT$`);
const RFC_850 = new RegExp(String.raw`^(?:${LONG_DAYS}), (\d\d)-(${MONTHS})-(\d\d) ${TIME} GMT$`);
const ASCTIME = new RegExp(String.raw`^(?:${DAYS}) (${MONTHS}) (\d\d| \d) ${TIME} (\d{4})$`);
const JS_DATE = new RegExp(
  String.raw`^(?:${DAYS}) (${MONTHS}) (\d\d) (\d{4}) ${TIME} (?:GMT|UTC)([+-]\d{4})(?: \([^()]{0,60}\))?$`,
);
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:([Zz]| ?UTC)|( ?[+-]\d\d(?::?\d\d)?))$/;

const MONTH_NAMES = MONTHS.split("|");

type Civil = {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

/**
 * Reads an HTTP-date: IMF-fixdate, the RFC 850 form and asctime (RFC 9110 section 5.6.7; all three MUST be accepted).
 * A two-digit year that would lie more than 50 years after `referenceMs` (the instant of receipt) means the past
 * century. The name of the day is not compared with the date. Null for anything else, and for days that do not exist.
 */
export function parseHttpDate(text: string, referenceMs: EpochMs): EpochMs | null {
  if (text.length > MAX_DATE_CHARS) return null;
  const imf = IMF_FIXDATE.exec(text);
  if (imf) return instant(civil(imf[3], imf[2], imf[1], imf[4], imf[5], imf[6]));
  const asctime = ASCTIME.exec(text);
  if (asctime) return instant(civil(asctime[6], asctime[1], asctime[2], asctime[3], asctime[4], asctime[5]));
  const rfc850 = RFC_850.exec(text);
  if (!rfc850) return null;
  const short = civil(rfc850[3], rfc850[2], rfc850[1], rfc850[4], rfc850[5], rfc850[6]);
  return withCentury(short, referenceMs);
}

/**
 * Reads an ISO 8601 date and time with a zone (RFC 3339, also without seconds as Jira writes it, and with a blank for
 * the T). Without a zone it names no instant: null.
 */
export function parseIsoInstant(text: string): EpochMs | null {
  if (text.length > MAX_DATE_CHARS) return null;
  const match = ISO.exec(text);
  if (!match) return null;
  const offset = match[9] === undefined ? 0 : offsetMs(match[9].trim());
  const parts = {
    year: Number(match[1]),
    month: Number(match[2]),
    day: Number(match[3]),
    hour: Number(match[4]),
    minute: Number(match[5]),
    second: Number(match[6] ?? 0),
  };
  const start = instant(parts);
  if (start === null || offset === null) return null;
  return start + Number(`0.${match[7] ?? "0"}`) * 1000 - offset;
}

/**
 * Reads what `String(new Date())` writes, e.g. "Mon Jan 15 2024 14:42:00 GMT+0100 (Central European Standard Time)".
 * Null for anything else.
 */
export function parseJsDateText(text: string): EpochMs | null {
  if (text.length > MAX_DATE_CHARS) return null;
  const match = JS_DATE.exec(text);
  if (!match) return null;
  const start = instant(civil(match[3], match[1], match[2], match[4], match[5], match[6]));
  const offset = offsetMs(match[7] ?? "");
  return start === null || offset === null ? null : start - offset;
}

type Part = string | undefined;

function civil(year: Part, month: Part, day: Part, hour: Part, minute: Part, second: Part): Civil {
  return {
    year: Number(year),
    month: MONTH_NAMES.indexOf(month ?? "") + 1,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
  };
}

/** Null if the fields name no instant. Second 60 is in the grammar (RFC 9110 section 5.6.7) and is the next second. */
function instant(parts: Civil): EpochMs | null {
  const { year, month, day, hour, minute, second } = parts;
  if (hour > 23 || minute > 59 || second > 60) return null;
  const midnight = new Date(0);
  // setUTCFullYear and not Date.UTC, which moves the years 0 to 99 into the 1900s.
  midnight.setUTCFullYear(year, month - 1, day);
  // Days past the end of a month roll over silently, so the parts are compared with what came out.
  const exists =
    midnight.getUTCFullYear() === year && midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
  if (!exists) return null;
  return midnight.getTime() + ((hour * 60 + minute) * 60 + second) * 1000;
}

/** The latest year with these last two digits that is not more than 50 years after the reference. */
function withCentury(short: Civil, referenceMs: EpochMs): EpochMs | null {
  const reference = new Date(referenceMs);
  const thisYear = reference.getUTCFullYear();
  if (!Number.isFinite(thisYear)) return null;
  const horizon = reference.setUTCFullYear(thisYear + 50);
  const century = Math.floor(thisYear / 100) * 100;
  for (const base of [century + 100, century, century - 100]) {
    const candidate = instant({ ...short, year: base + short.year });
    if (candidate !== null && candidate <= horizon) return candidate;
  }
  return null;
}

/** "+0100", "+01:00", "-05" to milliseconds; null beyond 23:59. */
function offsetMs(text: string): number | null {
  const sign = text.startsWith("-") ? -1 : 1;
  const digits = text.slice(1).replace(":", "");
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2, 4) || "0");
  if (hours > 23 || minutes > 59) return null;
  return sign * (hours * 60 + minutes) * 60_000;
}
