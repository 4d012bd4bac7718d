import { sha256 } from "@noble/hashes/sha2.js";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { add, type Search } from "../find/search.ts";
import type { View } from "../views/view.ts";

const INDEX: ReadonlyMap<string, number> = new Map(wordlist.map((word, index) => [word, index]));
const LENGTHS = [24, 21, 18, 15, 12] as const;
/** What may stand between two words of one phrase: spaces, numbering, quotes, separators, escapes. */
const BETWEEN = /^[\s\d.,;:"'()[\]{}+|/_\\<>-]{1,24}$/;

type Token = { readonly start: number; readonly end: number; readonly index: number };

/** BIP-39: the last bits of the word indices are the first bits of SHA-256 of the rest. */
export function hasValidCheckSum(indices: readonly number[]): boolean {
  if (indices.length % 3 !== 0 || indices.length < 12 || indices.length > 24) return false;
  const checkBits = indices.length / 3;
  const entropy = new Uint8Array((checkBits * 32) / 8);
  let held = 0;
  let bits = 0;
  let written = 0;
  for (const index of indices) {
    held = (held << 11) | index;
    bits += 11;
    while (bits >= 8 && written < entropy.length) {
      bits -= 8;
      entropy[written++] = (held >> bits) & 0xff;
    }
    held &= (1 << bits) - 1;
  }
  return (sha256(entropy)[0] ?? 0) >> (8 - checkBits) === held;
}

/** Whether `text[start, end)` has the length of a word of the list, in letters. */
export function mayStartWord(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length < 3 || length > 8) return false;
  for (let index = start; index < end; index++) if (!isLetter(text.charCodeAt(index))) return false;
  return true;
}

/** BIP-39 index of a word, or undefined. */
export function mnemonicIndex(word: string): number | undefined {
  return INDEX.get(word) ?? INDEX.get(word.toLowerCase());
}

/** Three different words, or one that stands out once among copies of another, as in published samples. */
function isVaried(indices: readonly number[], from: number, length: number): boolean {
  const counts = new Map<number, number>();
  for (let at = from; at < from + length; at++) {
    const index = indices[at] ?? -1;
    counts.set(index, (counts.get(index) ?? 0) + 1);
    if (counts.size >= 3) return true;
  }
  return counts.size === 2 && [...counts.values()].includes(1);
}

/** The longest valid phrase that starts at `from`, as its number of words; 0 without one. */
export function phraseAt(indices: readonly number[], from: number): number {
  for (const length of LENGTHS) {
    if (from + length > indices.length || !isVaried(indices, from, length)) continue;
    const words = indices.slice(from, from + length);
    if (!words.includes(-1) && hasValidCheckSum(words)) return length;
  }
  return 0;
}

/** The phrases in a run of words, as from and to positions in the run. */
function phrasesIn(run: readonly Token[]): readonly { readonly from: number; readonly to: number }[] {
  const indices = run.map((token) => token.index);
  const phrases: { from: number; to: number }[] = [];
  for (let from = 0; from + 12 <= run.length;) {
    const length = phraseAt(indices, from);
    if (length > 0) phrases.push({ from, to: from + length });
    from += Math.max(1, length);
  }
  return phrases;
}

/** What stands between two words, without the numbers of a numbered list. */
function gapBetween(text: string, one: Token | undefined, other: Token | undefined): string {
  return one === undefined || other === undefined
    ? ""
    : text
        .slice(one.end, other.start)
        .replace(/\d{1,24}/g, "")
        .replace(/\s{1,24}/g, " ");
}

/** Whether the same stands between all words: in style sheets and scripts it does not. */
function isEven(text: string, words: readonly Token[]): boolean {
  const gap = gapBetween(text, words[0], words[1]);
  return words.every((word, index) => index === 0 || gapBetween(text, words[index - 1], word) === gap);
}

/** Blanks, or a comma and a blank. */
const PLAIN_GAP = /^(?: |, ?|\\n)$/;
const SHORTEST_PHRASE = 12;
const LONGEST_PHRASE = 24;

/**
 * Stretches of 12 and more words with nothing but blanks or commas between them, nearly all different and at most one
 * of them mistyped: no sentence is built of these words alone, so that no check sum is needed.
 */
function stretchesIn(text: string, run: readonly Token[]): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let from = 0; from + SHORTEST_PHRASE <= run.length;) {
    const gap = gapBetween(text, run[from], run[from + 1]);
    let to = from + 1;
    while (to < run.length && to - from < LONGEST_PHRASE && gapBetween(text, run[to - 1], run[to]) === gap) to += 1;
    const words = run.slice(from, to);
    const mistyped = words.filter(({ index }) => index === -1).length;
    const isPhrase =
      words.length >= SHORTEST_PHRASE &&
      mistyped <= 1 &&
      PLAIN_GAP.test(gap) &&
      new Set(words.map(({ index }) => index)).size >= words.length - 1;
    if (isPhrase) found.push({ from, to });
    from = isPhrase ? to : from + 1;
  }
  return found;
}

function addPhrases(search: Search, view: View, run: readonly Token[]): void {
  const { text } = view;
  const sure = phrasesIn(run).filter(({ from, to }) => isEven(text, run.slice(from, to)));
  for (const { from, to } of [...sure, ...stretchesIn(text, run)]) {
    const words = run.slice(from, to);
    const value = words.map(({ start, end }) => text.slice(start, end).toLowerCase()).join(" ");
    const facts = `${words.length} words`;
    add(search, view, words[0]?.start ?? 0, words.at(-1)?.end ?? 0, { kind: "mnemonic", rule: "format", facts, value });
  }
}

/** A word that stands as a value of its own: in an array, a form's field, a member. */
export type WordValue = Token;

/** Phrases whose words are values of their own, in document order: each word is cut where it stands. */
export function findScatteredPhrases(search: Search, view: View, run: readonly WordValue[]): void {
  if (run.length < 12) return;
  for (const { from, to } of phrasesIn(run)) {
    for (const { start, end } of run.slice(from, to)) {
      add(search, view, start, end, { kind: "mnemonic", rule: "format", spreads: false });
    }
  }
}

function isLetter(unit: number): boolean {
  const lower = unit | 32;
  return lower >= 97 && lower <= 122;
}

/** Twelve words of three letters and what separates them. */
const SHORTEST = 47;

/** Eleven words of four letters: a second mistyped word may stand no nearer. */
const FAR_FROM_TYPO = 50;

/** Finds BIP-39 recovery phrases by word list and check sum, or by their length alone, however the words are separated or numbered. */
export function findMnemonics(search: Search, view: View): void {
  const { text } = view;
  if (text.length < SHORTEST) return;
  let run: Token[] = [];
  let typoAt = -Infinity;
  const finish = (): void => {
    if (run.length >= 12) addPhrases(search, view, run);
    if (run.length > 0) run = [];
  };
  for (let at = 0; at < text.length; at++) {
    if (!isLetter(text.charCodeAt(at))) continue;
    const start = at;
    while (at < text.length && isLetter(text.charCodeAt(at))) at += 1;
    const length = at - start;
    const index = length >= 3 && length <= 8 ? mnemonicIndex(text.slice(start, at)) : undefined;
    const previous = run.at(-1);
    if (previous !== undefined && (start - previous.end > 24 || !BETWEEN.test(text.slice(previous.end, start)))) {
      finish();
    }
    // One word in twelve may be mistyped.
    const isTypo = index === undefined && run.length > 0 && length >= 3 && length <= 9 && at - typoAt > FAR_FROM_TYPO;
    if (isTypo) typoAt = at;
    if (index !== undefined || isTypo) run.push({ start, end: at, index: index ?? -1 });
    else finish();
  }
  finish();
}
