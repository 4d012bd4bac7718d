import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import type { Annotation, Annotations } from "../../exchange/annotated-feed.ts";
import type { Row as TimelineRow } from "../../timeline/row.ts";
import type { Column } from "./columns.ts";
import { Row } from "./row.tsx";
import type { RowRange } from "./visible-rows.ts";

type Drawn = {
  /** Key of the element: a row keeps it as long as it is drawn. */
  readonly slot: number;
  readonly index: number;
  readonly selected: boolean;
  readonly columns: readonly Column[];
  readonly annotation: Annotation | undefined;
  readonly element: VNode;
};

/** What each row of a grid is drawn with. The callbacks and the clock must never change. */
type Shared = Omit<Parameters<typeof Row>[0], "row" | "index" | "selected" | "annotation"> & {
  readonly annotations: Annotations;
};

/**
 * The elements of a range of rows. A row that stands where it stood gets the very element it had, which Preact then
 * skips: a scroll or a new row costs only what it brings on screen. What it brings takes over the elements of the rows
 * that left, for a browser changes a text faster than it makes a row of thirty elements.
 */
export function useDrawnRows(
  rows: readonly TimelineRow[],
  range: RowRange,
  selectedId: string | undefined,
  { annotations, ...shared }: Shared,
): readonly VNode[] {
  const before = useRef<ReadonlyMap<TimelineRow, Drawn>>(new Map());
  const now = new Map<TimelineRow, Drawn>();
  const slots = freeSlots(rows, range, before.current);
  for (let index = range.first; index < range.end; index += 1) {
    const row = rows[index];
    if (row === undefined) continue;
    const selected = row.id === selectedId;
    const annotation = annotations[row.id];
    const known = before.current.get(row);
    const slot = known?.slot ?? slots();
    const isSame =
      known !== undefined &&
      known.index === index &&
      known.selected === selected &&
      known.annotation === annotation &&
      known.columns === shared.columns;
    now.set(
      row,
      isSame
        ? known
        : {
            slot,
            index,
            selected,
            annotation,
            columns: shared.columns,
            element: <Row key={slot} {...{ row, index, selected, annotation, ...shared }} />,
          },
    );
  }
  before.current = now;
  return [...now.values()].map(({ element }) => element);
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
