import { matches, type Filter } from "./filter.ts";
import { foldRepeats, unfoldRepeats } from "./group-repeats.ts";
import type { Row } from "./row.ts";
import { inOrder, type RowOrder } from "./rows-order.ts";

/** What the user chose to see. */
export type View = {
  readonly filter: Filter;
  readonly errorsOnly: boolean;
  /** Folds failures of the same code at the same endpoint into the latest of them. */
  readonly groupRepeats?: boolean;
  /** Keys of the groups whose members are also listed. */
  readonly expanded?: ReadonlySet<string>;
  /** As they started where absent. */
  readonly order?: RowOrder;
  /** Ids of rows that come before all others and are never folded. */
  readonly pinned?: ReadonlySet<string>;
};

const IN_ORDER_OF_START: RowOrder = { column: "time", descending: false };
const NO_ROWS: ReadonlySet<string> = new Set();

/** Counts for the toolbar. Navigation markers count nowhere; unreadable entries count as errors. */
export type RowCounts = {
  /** Events and unreadable entries the list represents, folded ones too. */
  readonly shown: number;
  /** All that are kept, not hidden as mere evidence and not of a hidden host. */
  readonly total: number;
  /** Errors among all that are kept. */
  readonly errors: number;
};

/**
 * The rows that are let through. Preflights and redirect hops that worked are evidence and get no row. Navigation markers
 * stay if a row follows before the next one, and the last always stays. Linear. All rows of a timeline may be given,
 * or those that a filter let through which this one narrows.
 */
export function filtered(all: readonly Row[], view: Pick<View, "filter" | "errorsOnly">): readonly Row[] {
  const kept: Row[] = [];
  for (const row of all) {
    if (row.kind === "navigation") {
      if (kept.at(-1)?.kind === "navigation") kept.pop();
      kept.push(row);
    } else if (isVisible(row) && (!view.errorsOnly || countsAsError(row)) && matches(view.filter, row)) kept.push(row);
  }
  return kept;
}

/** Rows that were let through, grouped and in the order asked for. Linear, but for an order other than by time. */
export function arranged(kept: readonly Row[], view: Omit<View, "filter" | "errorsOnly">): readonly Row[] {
  const { order = IN_ORDER_OF_START, pinned = NO_ROWS } = view;
  if (view.groupRepeats !== true) return pinnedFirst(inOrder(kept, order), pinned);
  const folded = foldRepeats(kept, view.expanded, pinned);
  return pinnedFirst(unfoldRepeats(inOrder(folded.rows, order), folded, order.descending), pinned);
}

/** Counts of rows, as far as they may be shown. Linear. */
export function countKept(rows: readonly Row[]): Omit<RowCounts, "shown"> {
  let total = 0;
  let errors = 0;
  for (const row of rows) {
    if (row.kind === "navigation" || !isVisible(row)) continue;
    total += 1;
    if (countsAsError(row)) errors += 1;
  }
  return { total, errors };
}

/** Counts the entries that rows represent, as `arranged` returned them. Linear. */
export function countShown(shown: readonly Row[]): number {
  let count = 0;
  for (const row of shown) count += countOf(row);
  return count;
}

/** How many entries a row represents. A member of an expanded group is counted by its head. */
function countOf(row: Row): number {
  if (row.kind === "navigation" || (row.kind === "event" && row.group?.place === "member")) return 0;
  return row.kind === "event" ? row.repeats.length : 1;
}

function isVisible(row: Exclude<Row, { kind: "navigation" }>): boolean {
  return row.kind === "unreadable" || row.outcome !== "evidence" || row.isError || row.findings.length > 0;
}

function countsAsError(row: Exclude<Row, { kind: "navigation" }>): boolean {
  return row.kind === "unreadable" || row.isError;
}

/** Pinned rows before all others; both in the order they had. */
function pinnedFirst(all: readonly Row[], pinned: ReadonlySet<string>): readonly Row[] {
  if (pinned.size === 0) return all;
  const first = all.filter((row) => pinned.has(row.id));
  return first.length === 0 ? all : [...first, ...all.filter((row) => !pinned.has(row.id))];
}
