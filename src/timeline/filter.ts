import type { RowTest } from "./filter/keys.ts";
import type { TextTest } from "./filter/texts.ts";
import type { Span } from "./filter/token.ts";
import type { Row } from "./row.ts";

/** A word of the filter text with its place, for marking it in the field. */
export type FilterToken = Span & {
  readonly negated: boolean;
  /** The key's own name, also where an alias was written; null for free text. */
  readonly key: string | null;
  readonly text: string;
  /** Why the word is ignored, as a sentence; null if it is active. */
  readonly problem: string | null;
};

/**
 * A filter as `parseFilter` (filter/parse-filter.ts) reads it. Words that mean nothing are marked and ignored, so that a
 * typing error never empties the list.
 */
export type Filter = {
  readonly text: string;
  readonly tokens: readonly FilterToken[];
  readonly problems: readonly (Span & { readonly problem: string })[];
  /** No active words: everything matches. */
  readonly isEmpty: boolean;
  readonly tests: readonly FilterTest[];
};

/** One active word: on events, and on the text of entries that could not be read. */
export type FilterTest = {
  readonly written: string;
  readonly negated: boolean;
  /** Free text that is looked for as it is, lower case; null for every other word. */
  readonly contains: string | null;
  readonly onEvent: RowTest;
  readonly onText: TextTest | null;
};

/** The filter that lets everything through. */
export const EMPTY_FILTER: Filter = { text: "", tokens: [], problems: [], isEmpty: true, tests: [] };

/** Whether a row passes a filter. Navigation markers always do: they belong to the rows around them. */
export function matches(filter: Filter, row: Row): boolean {
  if (row.kind === "navigation") return true;
  return filter.tests.every((test) => {
    const fits = row.kind === "event" ? test.onEvent(row) : (test.onText?.(row.problem.toLowerCase()) ?? false);
    return fits !== test.negated;
  });
}

/**
 * Whether all that passes `filter` is certain to pass `wider`, as when a word is typed on: then only what passed that one
 * need be looked through. Also false if it may be so.
 */
export function narrows(filter: Filter, wider: Filter): boolean {
  return wider.tests.every((test) =>
    filter.tests.some(
      (own) =>
        own.written === test.written ||
        (test.contains !== null && own.contains !== null && own.contains.includes(test.contains)),
    ),
  );
}
