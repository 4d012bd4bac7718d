import { isWhite, isWord, type UnitTest } from "./syntax.ts";

const isDigit: UnitTest = (unit) => unit >= 48 && unit <= 57;

/** `\d \D \w \W \s \S` to a test of lower-cased text; undefined for every other letter. */
export function readClassEscape(letter: string): UnitTest | undefined {
  switch (letter) {
    case "d":
      return isDigit;
    case "D":
      return (unit) => !isDigit(unit);
    case "w":
      return isWord;
    case "W":
      return (unit) => !isWord(unit);
    case "s":
      return isWhite;
    case "S":
      return (unit) => !isWhite(unit);
    default:
      return undefined;
  }
}

const CONTROL: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, "0": 0 };

/**
 * The unit that an escape means: `\t`, `\x41`, `\u0041`, or a punctuation mark that keeps its own meaning. `at` is
 * after the backslash; undefined for letters that mean nothing here.
 */
export function readUnitEscape(text: string, at: number): { readonly unit: number; readonly end: number } | undefined {
  const letter = text[at];
  if (letter === undefined) return undefined;
  const control = Object.entries(CONTROL).find(([name]) => name === letter)?.[1];
  if (control !== undefined) return { unit: control, end: at + 1 };
  const hex = /^(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})/.exec(text.slice(at, at + 5))?.[0];
  if (hex !== undefined) return { unit: Number.parseInt(hex.slice(1), 16), end: at + hex.length };
  return /^[A-Za-z0-9]$/.test(letter) ? undefined : { unit: letter.charCodeAt(0), end: at + 1 };
}
