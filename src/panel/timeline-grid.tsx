import type { TargetedKeyboardEvent } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Row as TimelineRow } from "../timeline/row.ts";
import type { Clock } from "./clock.ts";
import { moveSelection } from "./move-selection.ts";
import { useDrawnRows } from "./draw-rows.tsx";
import { rowId } from "./row.tsx";
import "./timeline-grid.css";
import { type RowRange, scrollToRow, type Viewport, visibleRows } from "./visible-rows.ts";

/** Height of every row and of the header, in pixels; the same number as --row-height. */
export const ROW_HEIGHT = 21;

const COLUMNS: readonly (readonly [className: string, title: string])[] = [
  ["cell-time", "Time"],
  ["cell-method", "Method"],
  ["cell-path", "Path"],
  ["cell-provider", "API"],
  ["cell-status", "Status"],
  ["cell-code", "Code"],
  ["cell-advice", "Advice"],
  ["cell-duration", "Duration"],
];

type Props = {
  readonly rows: readonly TimelineRow[];
  readonly selected: string | undefined;
  readonly clock: Clock;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onCopy: (id: string) => void;
};

/**
 * The timeline as a virtualised grid: only the rows on screen exist. It follows new rows while it is scrolled to its
 * end and stays where it is otherwise. Keys are handled here, while the grid has the focus.
 */
export function TimelineGrid({ rows, selected, clock, onSelect, onOpen, onCopy }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [, setRange] = useState<RowRange>({ first: 0, end: 0 });
  const measured = useRef<Viewport>({ top: 0, height: 0 });
  const selectedIndex = selected === undefined ? -1 : rows.findIndex((row) => row.id === selected);

  const selectedNow = useRef(selectedIndex);
  selectedNow.current = selectedIndex;
  const countNow = useRef(rows.length);
  countNow.current = rows.length;

  const measure = (): void => {
    const element = scroller.current;
    if (element === null) return;
    const next = viewportOf(element);
    measured.current = next;
    atEnd.current = element.scrollTop + element.clientHeight >= element.scrollHeight - ROW_HEIGHT / 2;
    const range = visibleRows(next, countNow.current, ROW_HEIGHT);
    setRange((before) => (before.first === range.first && before.end === range.end ? before : range));
  };

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      // Details that open below must not cover the row they belong to.
      if (isInView(selectedNow.current, measured.current)) showRow(element, selectedNow.current);
      else if (atEnd.current) element.scrollTop = element.scrollHeight;
      measure();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    if (atEnd.current) element.scrollTop = element.scrollHeight;
    measure();
  }, [rows.length]);

  // A new selection is brought into view; later rows or a resize do not scroll back to it.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || selectedIndex < 0) return;
    showRow(element, selectedIndex);
    measure();
  }, [selected]);

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    if (event.altKey) return;
    const withControl = event.ctrlKey || event.metaKey;
    const row = rows[selectedIndex];
    if (withControl) {
      const hasTextSelected = (event.currentTarget.ownerDocument.getSelection()?.toString() ?? "") !== "";
      if (event.key.toLowerCase() !== "c" || row === undefined || hasTextSelected) return;
      onCopy(row.id);
    } else if (event.key === "Enter") {
      if (row === undefined) return;
      onOpen(row.id);
    } else {
      const next = rows[moveSelection(event.key, selectedIndex, rows.length, pageSize(measured.current)) ?? -1];
      if (next === undefined) return;
      onSelect(next.id);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  // Computed again, not kept: the list may have shrunk since the range was measured.
  const range = visibleRows(measured.current, rows.length, ROW_HEIGHT);
  const drawnRows = useDrawnRows(rows, range, selected, { clock, onSelect, onOpen });
  const isSelectedDrawn = selectedIndex >= range.first && selectedIndex < range.end;
  return (
    <div
      class="grid"
      role="grid"
      aria-label="Timeline"
      aria-rowcount={rows.length + 1}
      aria-colcount={COLUMNS.length}
      aria-activedescendant={isSelectedDrawn && selected !== undefined ? rowId(selected) : undefined}
      tabIndex={0}
      ref={scroller}
      onScroll={measure}
      onKeyDown={onKeyDown}
    >
      <div class="grid-header grid-line" role="row" aria-rowindex={1}>
        {COLUMNS.map(([className, title]) => (
          <span class={className} role="columnheader" key={title}>
            {title}
          </span>
        ))}
      </div>
      <div class="grid-rows" role="rowgroup" style={{ blockSize: `${rows.length * ROW_HEIGHT}px` }}>
        {drawnRows}
      </div>
    </div>
  );
}

function viewportOf(element: HTMLElement): Viewport {
  return { top: element.scrollTop, height: Math.max(0, element.clientHeight - ROW_HEIGHT) };
}

function isInView(index: number, viewport: Viewport): boolean {
  return index >= 0 && scrollToRow(index, viewport, ROW_HEIGHT) === viewport.top;
}

function showRow(element: HTMLElement, index: number): void {
  const viewport = viewportOf(element);
  if (viewport.height > 0) element.scrollTop = scrollToRow(index, viewport, ROW_HEIGHT);
}

function pageSize(viewport: Viewport): number {
  return Math.max(1, Math.floor(viewport.height / ROW_HEIGHT) - 1);
}
