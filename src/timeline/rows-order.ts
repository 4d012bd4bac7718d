import type { RetryWord } from "../catalogue/retry-word.ts";
import type { EventRow, Row } from "./row.ts";

/** What rows can be put in order by. */
export type OrderColumn =
  | "time"
  | "method"
  | "path"
  | "provider"
  | "status"
  | "code"
  | "advice"
  | "duration"
  | "size"
  | "waterfall";
export type RowOrder = { readonly column: OrderColumn; readonly descending: boolean };

/** Orders by text or by number; null stands last, whichever way round. */
type Key = string | number | null;

const ADVICE_RANK: Readonly<Record<RetryWord, number>> = { yes: 0, "after-delay": 1, sometimes: 2, no: 3 };

const KEYS: Readonly<Record<Exclude<OrderColumn, "time" | "waterfall">, (row: EventRow) => Key>> = {
  method: (row) => row.method,
  path: (row) => `${row.path}${row.query}`,
  provider: (row) => `${row.providerName}\n${row.host}`,
  status: (row) => row.status,
  code: (row) => (row.code ?? row.title).toLowerCase() || null,
  advice: (row) => (row.advice === null ? null : ADVICE_RANK[row.advice]),
  duration: (row) => row.durationMs,
  size: (row) => row.size,
};

/**
 * Rows in an order of the user's; those with equal values stay in order of start. By anything but time, navigation
 * markers mean nothing and are left out, and entries that could not be read come last. `rows` are in order of start.
 */
export function inOrder(rows: readonly Row[], { column, descending }: RowOrder): readonly Row[] {
  if (column === "time" || column === "waterfall") return descending ? rows.toReversed() : rows;
  const keyOf = KEYS[column];
  const keyed = rows.flatMap((row) =>
    row.kind === "navigation" ? [] : [{ row, key: row.kind === "event" ? keyOf(row) : null }],
  );
  return keyed.toSorted((one, other) => compareKeys(one.key, other.key, descending)).map(({ row }) => row);
}

function compareKeys(one: Key, other: Key, descending: boolean): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other === descending ? 1 : -1;
}
