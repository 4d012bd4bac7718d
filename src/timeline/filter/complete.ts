import type { Row } from "../row.ts";
import { FILTER_KEYS, findKey } from "./keys.ts";
import { readTokens, type Span } from "./token.ts";

/** Values that occur in the rows, by key name, the most frequent first. */
export type SeenValues = ReadonlyMap<string, readonly string[]>;

/** What may be put in place of `replaces`. */
export type Completion = { readonly insert: string; readonly label: string; readonly help: string };
export type Completions = { readonly replaces: Span; readonly items: readonly Completion[] };

const MAX_ITEMS = 12;
const MAX_SEEN_PER_KEY = 200;

/** Gathers the values to suggest. Linear in the rows; call it when the field is focused, not with every key press. */
export function seenValues(rows: readonly Row[]): SeenValues {
  const counts = new Map(
    FILTER_KEYS.flatMap((key) => (key.seen === undefined ? [] : [[key.name, new Map<string, number>()] as const])),
  );
  for (const row of rows) {
    if (row.kind !== "event") continue;
    for (const key of FILTER_KEYS) {
      const values = counts.get(key.name);
      if (values === undefined) continue;
      for (const value of key.seen?.(row) ?? [])
        if (values.has(value) || values.size < MAX_SEEN_PER_KEY) values.set(value, (values.get(value) ?? 0) + 1);
    }
  }
  return new Map([...counts].map(([name, values]) => [name, byFrequency(values)]));
}

/**
 * Suggestions for the word at the caret: keys while no colon is written, then the key's values, those seen first. The
 * caret is a UTF-16 offset. A value with white space, quotes or commas comes in quotes.
 */
export function completions(text: string, caret: number, seen: SeenValues): Completions {
  const token = readTokens(text).find((candidate) => candidate.start <= caret && caret <= candidate.end);
  if (token === undefined) return { replaces: { start: caret, end: caret }, items: keyItems("") };
  const minus = token.negated || text[token.start] === "-" ? 1 : 0;
  const start = token.start + minus;
  if (token.key === null) {
    const written = token.form === "bare" ? text.slice(start, caret) : null;
    return { replaces: { start, end: token.end }, items: written === null ? [] : keyItems(written.toLowerCase()) };
  }
  const key = findKey(token.key);
  if (key === undefined || token.form === "regex") return { replaces: token, items: [] };
  const valueStart = start + token.key.length + 1;
  // Behind a comma only the last value is completed.
  const comma = token.form === "bare" ? text.lastIndexOf(",", caret - 1) : -1;
  const from = comma >= valueStart ? comma + 1 : valueStart;
  const written = text.slice(Math.min(from, caret), caret).replace(/^"/, "").toLowerCase();
  const values = [...new Set([...(seen.get(key.name) ?? []), ...(key.choices ?? [])])];
  const items = values
    .filter((value) => value.toLowerCase().includes(written) && value.toLowerCase() !== written)
    .slice(0, MAX_ITEMS)
    .map((value) => ({ insert: quoted(value), label: value, help: key.help }));
  return { replaces: { start: from, end: token.end }, items };
}

function keyItems(written: string): readonly Completion[] {
  return FILTER_KEYS.filter((key) => [key.name, ...key.aliases].some((name) => name.startsWith(written)))
    .slice(0, written === "" ? FILTER_KEYS.length : MAX_ITEMS)
    .map((key) => ({ insert: `${key.name}:`, label: `${key.name}:${key.example}`, help: key.help }));
}

/** A value as it is written behind a key: in quotes where white space or a comma would end it. */
export function quoted(value: string): string {
  return /[\s",]|^\//.test(value) && !/^\/[^\s",]*[^/\s",]$/.test(value)
    ? `"${value.replace(/["\\]/g, "\\$&")}"`
    : value;
}

function byFrequency(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts].toSorted((one, other) => other[1] - one[1]).map(([value]) => value);
}
