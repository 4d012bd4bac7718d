import type { EventRow, Row } from "./row.ts";

/** Rows with repeats folded into the latest of them; the others of expanded groups by key, in order of start. */
export type FoldedRows = { readonly rows: readonly Row[]; readonly members: ReadonlyMap<string, readonly EventRow[]> };

const foldedHeads = new WeakMap<EventRow, EventRow>();
const members = new WeakMap<EventRow, EventRow>();
const groupKeys = new WeakMap<EventRow, string>();

/**
 * Folds failures with the same code (or status) at the same endpoint, queries aside, into the latest of them. A row in
 * `apart` stays by itself. `rows` are in order of start. Linear.
 */
export function foldRepeats(
  rows: readonly Row[],
  expanded: ReadonlySet<string> = new Set(),
  apart: ReadonlySet<string> = new Set(),
): FoldedRows {
  const groups = new Map<string, EventRow[]>();
  const keys: (string | undefined)[] = [];
  for (const row of rows) {
    const key = apart.has(row.id) ? undefined : groupKey(row);
    keys.push(key);
    if (key === undefined || row.kind !== "event") continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const folded: Row[] = [];
  const others = new Map<string, readonly EventRow[]>();
  for (const [index, row] of rows.entries()) {
    const key = keys[index];
    const group = key === undefined ? undefined : groups.get(key);
    if (key === undefined || group === undefined || group.length === 1) folded.push(row);
    else if (group.at(-1) === row && row.kind === "event") {
      folded.push(headOf(row, group, key, expanded.has(key)));
      if (expanded.has(key)) others.set(key, membersOf(group, key));
    }
  }
  return { rows: folded, members: others };
}

/** Puts the members of expanded groups under their heads, in order of start or the other way round. */
export function unfoldRepeats(ordered: readonly Row[], folded: FoldedRows, latestFirst: boolean): readonly Row[] {
  return ordered.flatMap((row) => {
    if (row.kind !== "event" || row.group?.place !== "head" || !row.group.isExpanded) return [row];
    const others = folded.members.get(row.group.key) ?? [];
    return [row, ...(latestFirst ? others.toReversed() : others)];
  });
}

/** The same head for the same group as before, so that what did not change is not drawn again. */
function headOf(latest: EventRow, group: readonly EventRow[], key: string, isExpanded: boolean): EventRow {
  const known = foldedHeads.get(latest);
  const isSame =
    known !== undefined &&
    known.repeats.length === group.length &&
    known.repeats[0] === group[0]?.id &&
    known.group?.isExpanded === isExpanded;
  if (isSame) return known;
  const head: EventRow = {
    ...latest,
    repeats: group.map(({ id }) => id),
    group: { key, place: "head", isExpanded },
  };
  foldedHeads.set(latest, head);
  return head;
}

function membersOf(group: readonly EventRow[], key: string): readonly EventRow[] {
  return group.slice(0, -1).map((member) => memberOf(member, key));
}

function memberOf(row: EventRow, key: string): EventRow {
  const known = members.get(row);
  if (known !== undefined) return known;
  const member: EventRow = { ...row, group: { key, place: "member", isExpanded: false } };
  members.set(row, member);
  return member;
}

/** The same code (or status) at the same endpoint; undefined for rows that are never folded. */
function groupKey(row: Row): string | undefined {
  if (row.kind !== "event" || !row.isError) return undefined;
  const known = groupKeys.get(row);
  if (known !== undefined) return known;
  const code = row.event.catalogueCode ?? row.code ?? "";
  const key = [row.providerId, row.method, row.host, row.path, row.statusText, code].join("\n");
  groupKeys.set(row, key);
  return key;
}
