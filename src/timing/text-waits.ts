import { readDate } from "./stated-instant.ts";
import { timeFromNumber, type StatedTime } from "./number-shape.ts";

/** Longest text that is looked at: sentences of errors are short, and pages state no wait. */
const MAX_CHARS = 2000;

const UNITS: readonly (readonly [pattern: RegExp, ms: number])[] = [
  [/^(?:ms|msecs?|milliseconds?|millis)$/, 1],
  [/^(?:s|secs?|seconds?)$/, 1000],
  [/^(?:m|mins?|minutes?)$/, 60_000],
  [/^(?:h|hrs?|hours?)$/, 3_600_000],
  [/^(?:d|days?)$/, 86_400_000],
  [/^(?:w|weeks?)$/, 604_800_000],
];

const UNIT = "(?:milliseconds?|millis|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w)";
const PART = `\\d{1,9}(?:\\.\\d{1,6})?\\s?${UNIT}(?![a-z])`;
const LENGTH = `((?:${PART}(?:\\s?,?\\s?(?:and\\s)?)?){1,4}|\\d{1,9}(?:\\.\\d{1,6})?s?(?=\\D|$)|an? (?:second|minute|hour|day|week)\\b|PT[\\dHMS.]{2,20}|\\d{1,2}:\\d{2}:\\d{2})`;

/** What comes before a length of time that is to be waited, best first. A bare number after the first few is seconds. */
const BEFORE: readonly RegExp[] = [
  new RegExp(
    `\\b(?:re-?try|try|retrying|request|call|attempt|query|resume|continue|send)(?: your| the| this| it| again| another| more| requests?| calls?| once| only|ing|,){0,5} (?:in|after|within)(?: about| around| approximately| at least| another| the next)? ${LENGTH}`,
    "i",
  ),
  new RegExp(
    `\\b(?:please )?wait(?:ing)?(?: time)?(?: for| of| is| at least| about| around| approximately| another| a further|:| an additional){0,3} ${LENGTH}`,
    "i",
  ),
  new RegExp(
    `\\b(?:more requests|requests|access|capacity|quota|limit|it|expected|service|you|window|credits|tokens)? ?(?:is |are |will be |be |becomes? )?(?:available|allowed|unblocked|unlocked|lifted|replenished|restored|renewed|refilled|refreshed|reset|resets|resetting|ready|cleared|expires?)(?: again)? (?:in|after)(?: about| approximately)? ${LENGTH}`,
    "i",
  ),
  new RegExp(
    `\\b(?:retry[-_ ]?after|retry[-_ ]?in|retryafter|backoff|back off(?: for)?|cool ?down(?: of| for| period)?|blocked for|banned for|locked(?: out)? for|suspended for|throttled for|timeout of)[:=]?\\s?"?${LENGTH}`,
    "i",
  ),
  new RegExp(`\\b(?:again|retry) (?:in|after) ${LENGTH}`, "i"),
  new RegExp(
    `${LENGTH} (?:remaining|left)? ?(?:until|before) (?:you can |the )?(?:next|retry|trying|reset|making|sending|another|you)`,
    "i",
  ),
];

const UNTIL =
  /\b(?:until|till|after|at|on|resets?(?: at| on)?|available(?: again)?(?: at| on| from)?|not before)[: ]\s?"?(\d{10,16}(?!\d)|\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? \d{1,2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT)/i;

/** Before an instant there must be a word of waiting: texts have other instants, too. */
const ABOUT_WAITING =
  /\b(?:ban(?:ned)?|block(?:ed)?|retry|try again|limit|wait|reset|resets|available|quota|throttl\w{1,6}|too many|locked|suspended)\b/i;

/** A wait that a sentence states, with the words around it. */
export type TextWait = { readonly time: StatedTime; readonly raw: string };

/**
 * Reads "try again in 2 seconds", "in 1m30s", "wait 5 minutes", "retry after 5", "banned until 1660090423228" out of an
 * error's sentence. A length counts only after a word of waiting, so that "5 requests per 10 seconds" is not a wait. Null if
 * nothing is stated. In time linear in the text.
 */
export function waitInText(text: string, receivedAt: number): TextWait | null {
  const said = text.slice(0, MAX_CHARS);
  if (ABOUT_WAITING.test(said)) {
    const instant = UNTIL.exec(said);
    const time = instant === null ? null : instantOf(instant[1] ?? "", receivedAt);
    if (instant !== null && time !== null) return { time, raw: instant[0] };
  }
  for (const pattern of BEFORE) {
    const match = pattern.exec(said);
    const ms = match === null ? null : lengthOf(match[1] ?? "");
    if (match !== null && ms !== null)
      return { time: { kind: "relative", ms, form: "duration" }, raw: match[0].slice(0, 200) };
  }
  return null;
}

function instantOf(text: string, receivedAt: number): StatedTime | null {
  if (/^\d+$/.test(text)) {
    const time = timeFromNumber(Number(text));
    return time?.kind === "absolute" ? time : null;
  }
  const iso = text.replace(/^(\d{4}-\d{2}-\d{2}) /, "$1T").replace(/\s?(?:UTC|GMT)$/, "Z");
  return (
    // Reads at most 2,000 characters.
    readDate(/[Z+]|T.*-/.test(iso) || iso.includes(",") ? iso : `${iso}Z`, receivedAt) ?? readDate(text, receivedAt)
  );
}

function lengthOf(text: string): number | null {
  const said = text.trim().toLowerCase();
  const article = /^an? (\w{1,8})$/.exec(said)?.[1];
  if (article !== undefined) return unitMs(article);
  const clock = /^(\d{1,2}):(\d{2}):(\d{2})$/.exec(said);
  if (clock !== null) return (Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3])) * 1000;
  const iso = /^pt(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,9}(?:\.\d{1,6})?)s)?$/.exec(said);
  if (iso !== null) return Number(iso[1] ?? 0) * 3_600_000 + Number(iso[2] ?? 0) * 60_000 + Number(iso[3] ?? 0) * 1000;
  if (/^\d+(?:\.\d+)?$/.test(said)) return Number(said) < 1e7 ? Number(said) * 1000 : null;
  let total = 0;
  let found = false;
  for (const [, number, unit] of said.matchAll(/(\d{1,9}(?:\.\d{1,6})?)\s?([a-z]{1,12})/g)) {
    const ms = unitMs(unit ?? "");
    if (ms === null) continue;
    total += Number(number) * ms;
    found = true;
  }
  return found ? total : null;
}

function unitMs(unit: string): number | null {
  return UNITS.find(([pattern]) => pattern.test(unit))?.[1] ?? null;
}
