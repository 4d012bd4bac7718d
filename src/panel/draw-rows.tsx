import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import type { Row as TimelineRow } from "../timeline/row.ts";
import { Row } from "./row.tsx";
import type { RowRange } from "./visible-rows.ts";

type Drawn = { readonly index: number; readonly selected: boolean; readonly element: VNode };

/**
 * The elements of a range of rows. A row that stands where it stood gets the very element it had, which Preact then
 * skips: a scroll or a new row costs only what it brings on screen. The callbacks in `shared` must never change.
 */
export function useDrawnRows(
  rows: readonly TimelineRow[],
  range: RowRange,
  selectedId: string | undefined,
  shared: Omit<Parameters<typeof Row>[0], "row" | "index" | "selected">,
): readonly VNode[] {
  const before = useRef<ReadonlyMap<TimelineRow, Drawn>>(new Map());
  const now = new Map<TimelineRow, Drawn>();
  for (let index = range.first; index < range.end; index += 1) {
    const row = rows[index];
    if (row === undefined) continue;
    const selected = row.id === selectedId;
    const known = before.current.get(row);
    now.set(
      row,
      known !== undefined && known.index === index && known.selected === selected
        ? known
        : {
            index,
            selected,
            element: <Row key={row.id} row={row} index={index} selected={selected} {...shared} />,
          },
    );
  }
  before.current = now;
  return [...now.values()].map(({ element }) => element);
}
