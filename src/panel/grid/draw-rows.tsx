import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Annotation, Annotations } from "../../exchange/annotated-feed.ts";
import type { Row as TimelineRow } from "../../timeline/row.ts";
import type { Column } from "./columns.ts";
import { Cells, Row } from "./row.tsx";
import type { RowRange } from "./visible-rows.ts";

/** The rows on screen, and with them those around the screen. */
type Visible = { readonly onScreen: RowRange; readonly wanted: RowRange };

type Drawn = {
  /** Key of the element: a row keeps it as long as it is drawn. */
  readonly slot: number;
  readonly index: number;
  readonly selected: boolean;
  readonly columns: readonly Column[];
  readonly annotation: Annotation | undefined;
  readonly cells: VNode;
  readonly element: VNode;
};

/** What each row of a grid is drawn with. The callbacks and the clock must never change. */
type Shared = Pick<Parameters<typeof Row>[0], "onSelect" | "onOpen"> &
  Pick<Parameters<typeof Cells>[0], "columns" | "clock" | "onFold"> & { readonly annotations: Annotations };

/** More new rows on screen than this are drawn alone: those around the screen follow once the list stands still. */
const FEW = 8;
const STANDS_STILL_MS = 150;

/**
 * The elements of the visible rows, and which of the list they are. A row that stands where it stood gets the very
 * element it had, which Preact then skips: a scroll or a new row costs only what it brings on screen. What it brings
 * takes over the elements of the rows that left, for a browser changes a text faster than it makes a row of thirty
 * elements.
 */
export function useDrawnRows(
  rows: readonly TimelineRow[],
  visible: Visible,
  selectedId: string | undefined,
  { annotations, columns, clock, onFold, onSelect, onOpen }: Shared,
): { readonly drawn: readonly VNode[]; readonly range: RowRange } {
  const before = useRef<ReadonlyMap<TimelineRow, Drawn>>(new Map());
  const range = rangeToDraw(rows, visible, before.current);
  const isPart = range.first > visible.wanted.first || range.end < visible.wanted.end;
  const [, drawRest] = useState({});
  useEffect(() => {
    if (!isPart) return undefined;
    const timer = setTimeout(() => drawRest({}), STANDS_STILL_MS);
    return () => clearTimeout(timer);
  }, [isPart, rows, range.first, range.end]);

  const now = new Map<TimelineRow, Drawn>();
  const slots = freeSlots(rows, range, before.current);
  for (let index = range.first; index < range.end; index += 1) {
    const row = rows[index];
    if (row === undefined) continue;
    const selected = row.id === selectedId;
    const annotation = annotations[row.id];
    const known = before.current.get(row);
    const slot = known?.slot ?? slots();
    const showsSame = known?.annotation === annotation && known?.columns === columns;
    if (known !== undefined && showsSame && known.index === index && known.selected === selected) {
      now.set(row, known);
      continue;
    }
    const cells =
      known !== undefined && showsSame ? known.cells : <Cells {...{ row, columns, annotation, clock, onFold }} />;
    const element = <Row key={slot} {...{ row, index, selected, cells, onSelect, onOpen }} />;
    now.set(row, { slot, index, selected, annotation, columns, cells, element });
  }
  before.current = now;
  return { drawn: [...now.values()].map(({ element }) => element), range };
}

function rangeToDraw(
  rows: readonly TimelineRow[],
  { wanted, onScreen }: Visible,
  before: ReadonlyMap<TimelineRow, Drawn>,
): RowRange {
  const isKnown = (index: number): boolean => {
    const row = rows[index];
    return row !== undefined && before.has(row);
  };
  let { first, end } = onScreen;
  let unknown = 0;
  for (let index = first; index < end; index += 1) if (!isKnown(index)) unknown += 1;
  if (unknown <= FEW) return wanted;
  while (first > wanted.first && isKnown(first - 1)) first -= 1;
  while (end < wanted.end && isKnown(end)) end += 1;
  return { first, end };
}

/** Gives, at each call, a slot that none of the range's rows has: those of rows that left first, then new ones. */
function freeSlots(
  rows: readonly TimelineRow[],
  { first, end }: RowRange,
  before: ReadonlyMap<TimelineRow, Drawn>,
): () => number {
  const kept = new Set<number>();
  for (let index = first; index < end; index += 1) {
    const row = rows[index];
    const known = row === undefined ? undefined : before.get(row);
    if (known !== undefined) kept.add(known.slot);
  }
  const left = [...before.values()].flatMap(({ slot }) => (kept.has(slot) ? [] : [slot])).values();
  let highest = Math.max(-1, ...kept, ...[...before.values()].map(({ slot }) => slot));
  return () => {
    const { done, value } = left.next();
    if (done !== true) return value;
    highest += 1;
    return highest;
  };
}
