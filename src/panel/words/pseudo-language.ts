import type { Section } from "./language.ts";

const ACCENTED: Readonly<Record<string, string>> = {
  a: "á",
  c: "ç",
  e: "é",
  i: "í",
  n: "ñ",
  o: "ö",
  u: "ü",
  y: "ý",
  A: "Å",
  E: "É",
  O: "Ö",
  U: "Û",
};

/** How much longer a translation may be than the English text. */
const LONGER = 0.4;

/**
 * A translation for tests of the layout: every text accented, 40 % longer and in brackets. A text without brackets does
 * not come from the words, and one with a missing bracket is cut off.
 */
export function pseudoLanguage(_name: string, english: Section): Section {
  return Object.fromEntries(Object.entries(english).map(([name, words]) => [name, pseudoOf(words)]));
}

function pseudoOf(words: unknown): unknown {
  if (typeof words === "string") return pseudo(words);
  if (typeof words === "function")
    return (...values: readonly unknown[]) => pseudo(String(Reflect.apply(words, undefined, values)));
  return typeof words === "object" && words !== null ? pseudoLanguage("", words) : words;
}

function pseudo(text: string): string {
  const accented = text.replaceAll(/\w/g, (letter) => ACCENTED[letter] ?? letter);
  const padding = "one two three four five six seven ".repeat(20).slice(0, Math.ceil(text.length * LONGER));
  return `[${accented} ${padding.trim()}]`;
}
