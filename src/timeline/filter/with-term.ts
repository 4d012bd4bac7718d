import { quoted } from "./complete.ts";
import { findKey } from "./keys.ts";
import { readTokens } from "./token.ts";

/** A word that shows, or hides, rows with one value. */
export type Term = { readonly key: string; readonly value: string; readonly isHidden: boolean };

/**
 * Filter text with one more word, which is active from then on: the same value stays if it is there already,
 * and the opposite is inverted. A value of a text column must match whole.
 */
export function withTerm(text: string, { key, value, isHidden }: Term): string {
  const isText = findKey(key)?.kind === "text";
  const written = quoted(value);
  const word = `${key}:${isText && written === value ? `=${value}` : written}`;
  const token = readTokens(text).find(
    ({ start, end, negated }) => text.slice(negated ? start + 1 : start, end) === word,
  );
  const wanted = isHidden ? `-${word}` : word;
  if (token === undefined) return text.trim() === "" ? wanted : `${text.trimEnd()} ${wanted}`;
  return text.slice(0, token.start) + wanted + text.slice(token.end);
}
