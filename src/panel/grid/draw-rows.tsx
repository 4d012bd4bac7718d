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
  // Another object for each jump that the rows around the screen wait for; undefined once they need not.
  const jump = useRef<object | undefined>(undefined);
  const isNew = (index: number): boolean => {
    const row = rows[index];
    return row !== undefined && !before.current.has(row);
  };
  if (countIn(visible.onScreen, isNew) > FEW) jump.current = {};
  const range = jump.current === undefined ? visible.wanted : withNeighbours(visible, (index) => !isNew(index));
  const isPart = range.first > visible.wanted.first || range.end < visible.wanted.end;
  const [, draw] = useState({});
  useEffect(() => {
    if (!isPart) return undefined;
    const timer = setTimeout(() => {
      jump.current = undefined;
      draw({});
    }, STANDS_STILL_MS);
    return () => clearTimeout(timer);
  }, [isPart, jump.current]);

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

/** The rows on screen, and of those to be drawn around it the ones next to it that are known. */
function withNeighbours({ wanted, onScreen }: Visible, isKnown: (index: number) => boolean): RowRange {
  let { first, end } = onScreen;
  while (first > wanted.first && isKnown(first - 1)) first -= 1;
  while (end < wanted.end && isKnown(end)) end += 1;
  return { first, end };
}

function countIn({ first, end }: RowRange, isCounted: (index: number) => boolean): number {
  let count = 0;
  for (let index = first; index < end; index += 1) if (isCounted(index)) count += 1;
  return count;
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
