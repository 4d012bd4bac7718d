import type { RefObject } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Anchor, anchorOf, offsetOf } from "./keep-place.ts";
import { scrollToRow, type RowRange, rowsOnScreen, type Viewport, visibleRows } from "./visible-rows.ts";

/** Where the style sheet says nothing, as in tests. The same number as --row-height. */
const ROW_HEIGHT = 21;

export type GridViewport = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly rowHeight: number;
  /** Width of the grid without its scroll bar, in pixels; before it is measured, that of a wide panel. */
  readonly width: number;
  /** Rows on screen. */
  readonly onScreen: RowRange;
  /** Rows to be drawn: those on screen and some around them. */
  readonly range: RowRange;
  /** Rows that fit into view, at least 1. */
  readonly pageSize: number;
  readonly onScroll: () => void;
};

type Shape = {
  readonly rows: readonly { readonly id: string }[];
  readonly selectedIndex: number;
  /** The selected row is brought into view when this changes. */
  readonly selected: string | undefined;
  /** New rows come at the end: while the list is scrolled there, it goes with them. */
  readonly grows: boolean;
  /** Changes with the filter and the order: then rows are compared, not followed. */
  readonly arrangement: unknown;
  /** The rows that are drawn: fewer than were to be, for a moment. */
  readonly drawn: { readonly current: RowRange };
};

/** What a list is scrolled to, in pixels; infinite for its end. `stays`: where it was, as far as is known. */
type Place = { readonly top: number; readonly stays?: true };

/**
 * The part of a list that is on screen. It follows new rows while it is scrolled to its end; otherwise the selected row,
 * or the uppermost one, keeps its place on screen whatever comes, goes or is put in another order.
 */
export function useViewport({ rows, selectedIndex, selected, grows, arrangement, drawn }: Shape): GridViewport {
  const scroller = useRef<HTMLDivElement | null>(null);
  const [, setRange] = useState<RowRange>({ first: 0, end: 0 });
  const [width, setWidth] = useState(UNMEASURED_WIDTH);
  const [rowHeight, setRowHeight] = useState(ROW_HEIGHT);
  const measured = useRef<Viewport>({ top: 0, height: 0 });
  const atEnd = useRef(true);
  const anchor = useRef<Anchor | undefined>(undefined);
  const arrangedAs = useRef(arrangement);
  const placedAt = useRef<Place | undefined>(undefined);
  const now = useRef({ rows, selectedIndex, rowHeight });
  now.current = { rows, selectedIndex, rowHeight };

  const measure = (): void => {
    const element = scroller.current;
    if (element === null) return;
    const { current } = now;
    const next = viewportOf(element, current.rowHeight);
    measured.current = next;
    atEnd.current = element.scrollTop + element.clientHeight >= element.scrollHeight - current.rowHeight / 2;
    anchor.current = anchorOf(current.rows, next, current.rowHeight, current.selectedIndex);
    if (element.clientWidth > 0) setWidth(element.clientWidth);
    const range = visibleRows(next, current.rows.length, current.rowHeight);
    const onScreen = rowsOnScreen(next, current.rows.length, current.rowHeight);
    const isCovered = onScreen.first >= drawn.current.first && onScreen.end <= drawn.current.end;
    setRange((before) => (isCovered && before.first === range.first && before.end === range.end ? before : range));
  };

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      setRowHeight(readRowHeight(element));
      const { selectedIndex: index, rowHeight: height } = now.current;
      // Details that open below must not cover the row they belong to.
      if (isInView(index, measured.current, height)) showRow(element, index, height);
      else if (atEnd.current) element.scrollTop = element.scrollHeight;
      measure();
    });
    observer.observe(element);
    // The header is as high as a row: with another density it alone changes its size.
    if (element.firstElementChild !== null) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);

  // Where other rows will be scrolled to is known before they are drawn: drawn as the list stands, they would be others.
  const place = useMemo((): Place => {
    const isRearranged = arrangedAs.current !== arrangement;
    if (grows && atEnd.current && !isRearranged) return { top: Number.POSITIVE_INFINITY };
    const stays: Place = { top: measured.current.top, stays: true };
    if (anchor.current === undefined || (stays.top === 0 && !isRearranged)) return stays;
    const top = offsetOf(anchor.current, rows, rowHeight);
    return top === undefined ? stays : { top };
  }, [rows, rowHeight]);
  // Another filter may let the same rows through: then they are not placed anew, and still the next ones only grow.
  useLayoutEffect(() => {
    arrangedAs.current = arrangement;
  }, [arrangement]);
  useLayoutEffect(() => {
    placedAt.current = place;
    const element = scroller.current;
    if (element === null) return;
    if (place.stays !== true) element.scrollTop = Math.min(place.top, element.scrollHeight);
    measure();
  }, [place]);

  // A new selection is brought into view; later rows or a resize do not scroll back to it.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || selectedIndex < 0) return;
    showRow(element, selectedIndex, rowHeight);
    measure();
  }, [selected]);

  const viewport = placedAt.current === place ? measured.current : { ...place, height: measured.current.height };
  return {
    scroller,
    rowHeight,
    width,
    onScreen: rowsOnScreen(viewport, rows.length, rowHeight),
    range: visibleRows(viewport, rows.length, rowHeight),
    pageSize: Math.max(1, Math.floor(measured.current.height / rowHeight) - 1),
    onScroll: measure,
  };
}

const UNMEASURED_WIDTH = 1200;

function viewportOf(element: HTMLElement, rowHeight: number): Viewport {
  return { top: element.scrollTop, height: Math.max(0, element.clientHeight - rowHeight) };
}

function isInView(index: number, viewport: Viewport, rowHeight: number): boolean {
  return index >= 0 && scrollToRow(index, viewport, rowHeight) === viewport.top;
}

function showRow(element: HTMLElement, index: number, rowHeight: number): void {
  const viewport = viewportOf(element, rowHeight);
  if (viewport.height > 0) element.scrollTop = scrollToRow(index, viewport, rowHeight);
}

function readRowHeight(element: HTMLElement): number {
  const height = Number.parseFloat(getComputedStyle(element).getPropertyValue("--row-height"));
  return height > 0 ? height : ROW_HEIGHT;
}
