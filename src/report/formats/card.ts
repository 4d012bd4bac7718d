import { add, type Search } from "../find/search.ts";
import { splitName } from "../names/split-name.ts";
import type { View } from "../views/view.ts";
import { nameBefore } from "./name-before.ts";

const CANDIDATE = /(?<![\w.+/-])(?:\d[ -]?){12,18}\d(?![\w/=]|\.\d|-\w)/y;
/** The next digit after a single space or hyphen. */
const NEXT_GROUP = /\d*(?:[ -](?=\d))?/y;
/** Issuer ranges of the big networks (ISO/IEC 7812), with their lengths. */
const NETWORKS =
  /^(?:4\d{12}|4\d{15}|4\d{18}|5[1-5]\d{14}|2(?:2[2-9]|[3-6]\d|7[01])\d{13}|3[47]\d{13}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35\d{14}|3[068]\d{12}|62\d{14,17})$/;
/** Names of numbers that are long and no card: amounts in wei, ids, times. */
const AMOUNTS: ReadonlySet<string> = new Set(
  "amount value wei gwei balance supply price gas total nonce block id ids timestamp time at height fee limit allowance cap tokens reserve liquidity cumulative weight shares decimals slot epoch ts ms ns size length count index seq sequence".split(
    " ",
  ),
);

/** How cards are printed: groups of four, or four, six and the rest. "541-1314198373000" is something else. */
const GROUPS = /^(?:\d{4}([ -])\d{4}\1\d{4}\1\d{1,4}(?:\1\d{1,3})?|\d{4}([ -])\d{6}\2\d{4,5})$/;
const CARD_WORDS: ReadonlySet<string> = new Set("card cards pan cc number num credit debit payment".split(" "));

/** 13 and 19 digits are times and ids far more often than cards: then the name has to say that it is one. */
function isOtherNumber(digits: string, words: readonly string[]): boolean {
  if (words.some((word) => CARD_WORDS.has(word))) return false;
  if (words.some((word) => word === "etag" || /^[a-z]{1,6}id$/.test(word))) return true;
  return words.length > 0 && (digits.length === 13 || digits.length >= 17);
}

/** Luhn's check sum (ISO/IEC 7812-1 annex B). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Numbers in the shape of a card's, in a run of digits and groups of digits that starts at `start`. */
function* candidatesFrom(text: string, start: number): Generator<RegExpExecArray> {
  for (let at = start; ;) {
    CANDIDATE.lastIndex = at;
    const match = CANDIDATE.exec(text);
    if (match !== null) yield match;
    NEXT_GROUP.lastIndex = match === null ? at : at + match[0].length;
    at = NEXT_GROUP.lastIndex + (NEXT_GROUP.exec(text)?.[0].length ?? 0);
    if (!/\d/.test(text.charAt(at)) || !/[ -]/.test(text.charAt(at - 1))) return;
  }
}

/** Finds payment card numbers in the runs of digits that start at `runs`; long amounts under names such as "value" or "balance" stay. */
export function findCards(search: Search, view: View, runs: readonly number[]): void {
  for (const match of runs.flatMap((start) => [...candidatesFrom(view.text, start)])) {
    const digits = match[0].replace(/[ -]/g, "");
    if (!NETWORKS.test(digits) || !passesLuhn(digits)) continue;
    const words = splitName(nameBefore(view.text, match.index));
    // Nobody writes an amount in groups of four.
    const isGrouped = digits !== match[0];
    if (isGrouped ? !GROUPS.test(match[0]) : isOtherNumber(digits, words)) continue;
    if (!isGrouped && words.some((word) => AMOUNTS.has(word)) && !words.includes("card")) continue;
    add(search, view, match.index, match.index + match[0].length, { kind: "card", rule: "format" });
  }
}
