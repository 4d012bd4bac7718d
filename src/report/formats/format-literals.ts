import { wordlist } from "@scure/bip39/wordlists/english.js";
import { KEY_FORMATS, SHORT_PREFIXES } from "./key-formats.ts";
import { literalsOf, type Literals } from "./literals.ts";
import { type Traits, traitsOf, wordStarts } from "./traits.ts";

/** What tells that a rule other than that for prefixes has something to look at. */
const CLUES = [
  "eyJ",
  "eyI",
  ":AA",
  "-us",
  "$2a$",
  "$2b$",
  "$2x$",
  "$2y$",
  "$argon2",
  "$scrypt$",
  "$pbkdf2",
  ".atlasv1.",
] as const;
const MORE_CLUES = ["$5$", "$6$", "$7$", "$y$"] as const;

export type Clue = (typeof CLUES)[number] | (typeof MORE_CLUES)[number];

/** All literals by their numbers. The prefixes of provider documents follow them. */
const FIXED: readonly string[] = [
  ...KEY_FORMATS.map(({ prefix }) => prefix),
  ...SHORT_PREFIXES,
  ...CLUES,
  ...MORE_CLUES,
];
const FIRST_SHORT = KEY_FORMATS.length;
const FIRST_CLUE = FIRST_SHORT + SHORT_PREFIXES.length;

const STARTS = wordStarts(wordlist);

/** Provider documents change seldom: their prefixes are put into few automata. */
const automata = new Map<string, Literals>();
const MAX_AUTOMATA = 20;
/** The same by the list itself: joining the prefixes for each string of a body takes longer than reading the string. */
const automatonOfList = new WeakMap<readonly string[], Literals>();

function automatonFor(prefixes: readonly string[]): Literals {
  const known = automatonOfList.get(prefixes);
  if (known !== undefined) return known;
  const key = prefixes.join("\n");
  let automaton = automata.get(key);
  if (automaton === undefined) {
    if (automata.size >= MAX_AUTOMATA) automata.clear();
    automaton = literalsOf([...FIXED, ...prefixes]);
    automata.set(key, automaton);
  }
  automatonOfList.set(prefixes, automaton);
  return automaton;
}

/** Where a literal stands, and its number among those of its group. */
export type LiteralHit = { readonly start: number; readonly end: number; readonly index: number };

/** What a text holds, its literals told apart. Each list is in the order of the text. */
export type FormatTraits = Traits & {
  /** By their place in `KEY_FORMATS`. */
  readonly keys: readonly LiteralHit[];
  /** By their place in `SHORT_PREFIXES`. */
  readonly short: readonly LiteralHit[];
  /** By their place in the prefixes of the provider documents. */
  readonly ofProviders: readonly LiteralHit[];
  readonly clues: readonly { readonly clue: Clue; readonly start: number; readonly end: number }[];
};

const NONE: readonly never[] = [];

/** Reads a text once for all that the rules for formats ask. `prefixes` are those of provider documents, ASCII only. */
export function formatTraits(text: string, prefixes: readonly string[]): FormatTraits {
  const traits = traitsOf(text, automatonFor(prefixes), STARTS);
  const { literals } = traits;
  if (literals.length === 0) return { ...traits, keys: NONE, short: NONE, ofProviders: NONE, clues: NONE };
  const keys: LiteralHit[] = [];
  const short: LiteralHit[] = [];
  const ofProviders: LiteralHit[] = [];
  const clues: { readonly clue: Clue; readonly start: number; readonly end: number }[] = [];
  for (let at = 0; at < literals.length; at += 2) {
    const number = literals[at] ?? 0;
    const end = literals[at + 1] ?? 0;
    const start = end - (FIXED[number] ?? prefixes[number - FIXED.length] ?? "").length;
    if (number < FIRST_SHORT) keys.push({ start, end, index: number });
    else if (number < FIRST_CLUE) short.push({ start, end, index: number - FIRST_SHORT });
    else if (number >= FIXED.length) ofProviders.push({ start, end, index: number - FIXED.length });
    else {
      const clue = CLUES[number - FIRST_CLUE] ?? MORE_CLUES[number - FIRST_CLUE - CLUES.length];
      if (clue !== undefined) clues.push({ clue, start, end });
    }
  }
  // They were found by where they end.
  keys.sort((one, other) => one.start - other.start || one.index - other.index);
  return { ...traits, keys, short, ofProviders, clues };
}
