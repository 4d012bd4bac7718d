import { matches, type Filter } from "./filter.ts";
import { rowOf, type EventRow, type Row } from "./row.ts";
import type { Timeline } from "./timeline.ts";

/** What the user chose to see. */
export type View = {
  readonly filter: Filter;
  readonly errorsOnly: boolean;
  /** Folds failures of the same code at the same endpoint into the latest of them. */
  readonly groupRepeats?: boolean;
};

/** Counts for the toolbar. Navigation markers count nowhere; unreadable entries count as errors. */
export type RowCounts = {
  /** Events and unreadable entries the list stands for, folded ones too. */
  readonly shown: number;
  /** All that are kept and not hidden as mere evidence. */
  readonly total: number;
  /** Errors among all that are kept. */
  readonly errors: number;
};

/**
 * The rows of a timeline in order of start, filtered. Preflights and redirect hops that worked are evidence and get no
 * row. Navigation markers stay where a row follows before the next one, and the last always stays. Linear.
 */
export function rows(timeline: Timeline, view: View): readonly Row[] {
  const kept: Row[] = [];
  for (const item of timeline.items) {
    const row = rowOf(item);
    if (row.kind === "navigation") {
      if (kept.at(-1)?.kind === "navigation") kept.pop();
      kept.push(row);
    } else if (isVisible(row) && (!view.errorsOnly || countsAsError(row)) && matches(view.filter, row)) kept.push(row);
  }
  return view.groupRepeats === true ? grouped(kept) : kept;
}

/** Counts of what is shown and kept. `shown` is what `rows` returned for the same timeline. Linear. */
export function countRows(timeline: Timeline, shown: readonly Row[]): RowCounts {
  let total = 0;
  let errors = 0;
  for (const item of timeline.items) {
    const row = rowOf(item);
    if (row.kind === "navigation" || !isVisible(row)) continue;
    total += 1;
    if (countsAsError(row)) errors += 1;
  }
  let count = 0;
  for (const row of shown) count += row.kind === "event" ? row.repeats.length : row.kind === "unreadable" ? 1 : 0;
  return { shown: count, total, errors };
}

function isVisible(row: Exclude<Row, { kind: "navigation" }>): boolean {
  return row.kind === "unreadable" || row.outcome !== "evidence" || row.isError || row.findings.length > 0;
}

function countsAsError(row: Exclude<Row, { kind: "navigation" }>): boolean {
  return row.kind === "unreadable" || row.isError;
}

function grouped(all: readonly Row[]): readonly Row[] {
  const groups = new Map<string, EventRow[]>();
  for (const row of all) {
    const key = groupKey(row);
    if (key === undefined || row.kind !== "event") continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return all.flatMap((row) => {
    const group = groups.get(groupKey(row) ?? "");
    if (group === undefined || group.length === 1) return [row];
    const latest = group.at(-1);
    return latest?.id === row.id ? [{ ...latest, repeats: group.map((member) => member.id) }] : [];
  });
}

/** The same code (or status) at the same endpoint, queries aside; undefined for rows that are never folded. */
function groupKey(row: Row): string | undefined {
  if (row.kind !== "event" || !row.isError) return undefined;
  const code = row.event.catalogueCode ?? row.code ?? "";
  return [row.providerId, row.method, row.host, row.path, row.statusText, code].join("\n");
}
