import type { Literals } from "./literals.ts";

/** What a text holds that the rules for formats start from; found in one pass over it. */
export type Traits = {
  /** Literals, two numbers each: the literal's number and where it ends. */
  readonly literals: readonly number[];
  /** Where runs of 13 or more digits start, in groups or not. */
  readonly digitRuns: readonly number[];
  /** Runs of 50 or more ASCII letters and digits: start and end, by turns. */
  readonly longRuns: readonly number[];
  /** Runs of 16 or more ASCII letters and digits after a hyphen or underscore: start and end, by turns. */
  readonly tails: readonly number[];
  /** Where dots stand that have another one seven characters before them. */
  readonly spacedDots: readonly number[];
  /** Whether three dots with a digit before each follow each other closely. */
  readonly mayHoldV4: boolean;
  /** Whether two colons stand together, or seven close to each other. */
  readonly mayHoldV6: boolean;
  /** Whether twelve words in a row start like words of the list; see `PhraseStarts`. */
  readonly mayHoldPhrase: boolean;
};

/** The first four letters of words, five bits a letter: a bit for each that a list holds. */
export type WordStarts = Uint8Array;

const LETTERS = 26 + 1;
const LETTER = 1;
const DIGIT = 2;
const KIND = new Uint8Array(128);
for (let unit = 48; unit <= 57; unit++) KIND[unit] = DIGIT;
for (let unit = 65; unit <= 90; unit++) KIND[unit] = KIND[unit + 32] = LETTER;

/** Which starts of four letters a list's words have; words of three letters count with no fourth. */
export function wordStarts(words: readonly string[]): WordStarts {
  const starts = new Uint8Array(LETTERS ** 4 + 1);
  for (const word of words) {
    let start = 0;
    for (let index = 0; index < 4; index++) start = start * LETTERS + letterNumber(word.charCodeAt(index));
    starts[start] = 1;
  }
  return starts;
}

function letterNumber(unit: number): number {
  return Number.isNaN(unit) ? 0 : (unit | 32) - 96;
}

const CARD_DIGITS = 13;
const LONG = 50;
const TAIL = 16;
const WORDS_OF_PHRASE = 12;
/** How far two words of one phrase may be apart. */
const BETWEEN_WORDS = 24;

/** Reads a text once. Short of the literals' table nothing here grows with the number of formats. */
export function traitsOf(text: string, { next, accepting, found }: Literals, starts: WordStarts): Traits {
  const literals: number[] = [];
  const digitRuns: number[] = [];
  const longRuns: number[] = [];
  const tails: number[] = [];
  const spacedDots: number[] = [];
  let mayHoldV4 = false;
  let mayHoldV6 = false;
  let mayHoldPhrase = false;
  let state = 0;
  let lastDigit = -3;
  let digits = 0;
  let digitStart = 0;
  let lastDot = -8;
  let dots = 0;
  let lastColon = -8;
  let colons = 0;
  let words = 0;
  let before = 0;
  let wordEnd = -1;
  const length = text.length;
  for (let index = 0; index < length;) {
    let unit = text.charCodeAt(index);
    let kind = unit < 128 ? (KIND[unit] ?? 0) : 0;
    if (kind === 0) {
      if (unit === 46) {
        dots = lastDigit === index - 1 && index - lastDot <= 4 ? dots + 1 : 1;
        if (dots >= 3) mayHoldV4 = true;
        if (index - lastDot === 7) spacedDots.push(index);
        lastDot = index;
      } else if (unit === 58) {
        colons = index - lastColon <= 5 ? colons + 1 : 1;
        if (colons >= 7 || index - lastColon === 1) mayHoldV6 = true;
        lastColon = index;
      }
      state = unit < 128 ? (next[state * 128 + unit] ?? 0) : 0;
      index += 1;
      if (state >= accepting) for (const id of found[state] ?? []) literals.push(id, index);
      continue;
    }
    const from = index;
    do {
      if (kind === DIGIT) {
        if (index - lastDigit > 2 || (index - lastDigit === 2 && !isGroupSeparator(text.charCodeAt(index - 1)))) {
          digits = 0;
          digitStart = index;
        }
        digits += 1;
        if (digits === CARD_DIGITS) digitRuns.push(digitStart);
        lastDigit = index;
        state = next[state * 128 + unit] ?? 0;
        index += 1;
        if (state >= accepting) for (const id of found[state] ?? []) literals.push(id, index);
        if (index === length) break;
        unit = text.charCodeAt(index);
        kind = unit < 128 ? (KIND[unit] ?? 0) : 0;
        continue;
      }
      const word = index;
      let start = 0;
      do {
        if (index - word < 4) start = start * LETTERS + (unit | 32) - 96;
        state = next[state * 128 + unit] ?? 0;
        index += 1;
        if (state >= accepting) for (const id of found[state] ?? []) literals.push(id, index);
        if (index === length) {
          kind = 0;
          break;
        }
        unit = text.charCodeAt(index);
        kind = unit < 128 ? (KIND[unit] ?? 0) : 0;
      } while (kind === LETTER);
      const size = index - word;
      if (size === 3) start *= LETTERS;
      if (size >= 3 && size <= 8 && starts[start] === 1) {
        if (word - wordEnd > BETWEEN_WORDS) words = before = 0;
        words += 1;
        wordEnd = index;
        if (words + before >= WORDS_OF_PHRASE) mayHoldPhrase = true;
      } else if (size >= 3 && size <= 9 && words > 0 && word - wordEnd <= BETWEEN_WORDS) {
        // One word may be mistyped.
        before = words + 1;
        words = 0;
        wordEnd = index;
      } else words = before = 0;
    } while (kind !== 0 && index < length);
    if (index - from < TAIL) continue;
    if (index - from >= LONG) longRuns.push(from, index);
    const joint = text.charCodeAt(from - 1);
    if (joint === 95 || joint === 45) tails.push(from, index);
  }
  return { literals, digitRuns, longRuns, tails, spacedDots, mayHoldV4, mayHoldV6, mayHoldPhrase };
}

function isGroupSeparator(unit: number): boolean {
  return unit === 32 || unit === 45;
}
