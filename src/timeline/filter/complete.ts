import type { Row } from "../row.ts";
import { FILTER_KEYS, findKey } from "./keys.ts";
import { readTokens, type Span } from "./token.ts";

/** The values of a key, by its name, that occur in the rows: the most frequent first. */
export type SeenValues = (key: string) => readonly string[];

/** What may be put in place of `replaces`. */
export type Completion = { readonly insert: string; readonly label: string; readonly help: string };
export type Completions = { readonly replaces: Span; readonly items: readonly Completion[] };

const MAX_ITEMS = 12;
const MAX_SEEN_PER_KEY = 200;

/**
 * The values to suggest. Those of a key are gathered when they are first asked for, linear in the rows: keep the function
 * from one key press to the next.
 */
export function seenValues(rows: readonly Row[]): SeenValues {
  const gathered = new Map<string, readonly string[]>();
  return (name) => {
    const known = gathered.get(name) ?? gather(rows, name);
    gathered.set(name, known);
    return known;
  };
}

function gather(rows: readonly Row[], name: string): readonly string[] {
  const seen = findKey(name)?.seen;
  if (seen === undefined) return [];
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (row.kind !== "event") continue;
    for (const value of seen(row))
      if (counts.has(value) || counts.size < MAX_SEEN_PER_KEY) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return byFrequency(counts);
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
  // After a comma only the last value is completed.
  const comma = token.form === "bare" ? text.lastIndexOf(",", caret - 1) : -1;
  const from = comma >= valueStart ? comma + 1 : valueStart;
  const written = text.slice(Math.min(from, caret), caret).replace(/^"/, "").toLowerCase();
  const values = [...new Set([...seen(key.name), ...(key.choices ?? [])])];
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

/** A value as it is written after a key: in quotes if white space or a comma would end it. */
export function quoted(value: string): string {
  return /[\s",]|^\//.test(value) && !/^\/[^\s",]*[^/\s",]$/.test(value)
    ? `"${value.replace(/["\\]/g, "\\$&")}"`
    : value;
}

function byFrequency(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts].toSorted((one, other) => other[1] - one[1]).map(([value]) => value);
}
