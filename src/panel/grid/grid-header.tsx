import type { TargetedKeyboardEvent, TargetedPointerEvent } from "preact";
import { useRef, useState } from "preact/hooks";
import type { ColumnName, Sort } from "../../settings/columns.ts";
import { Icon } from "../controls/icon.tsx";
import { asksForMenu, menuPoint, type MenuRequest } from "../menu/menu-items.ts";
import { type Column, type ColumnWidths, NARROWEST } from "./columns.ts";
import { panelWords } from "../words/english/panel.ts";

/** How far a key press moves a column's edge, in pixels. */
const STEP = 10;

type Props = {
  readonly columns: readonly Column[];
  readonly widths: ColumnWidths;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  /** Called while an edge is dragged, and with undefined when the drag is over or given up. */
  readonly onPreview: (widths: ColumnWidths | undefined) => void;
  readonly onWidths: (widths: ColumnWidths) => void;
  /** With the column it was asked for on, and its width. */
  readonly onMenu: (at: MenuRequest["at"], column: ColumnName, width: number) => void;
};

/**
 * The columns' titles. Each is a button that sorts; one of them is a tab stop, arrows move between them, Shift and an
 * arrow move the column's edge.
 */
export function GridHeader({ columns, widths, sort, onSort, onPreview, onWidths, onMenu }: Props) {
  const line = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState<ColumnName>("time");
  const tabStop = columns.some(({ name }) => name === stop) ? stop : columns[0]?.name;

  const widthOf = (name: ColumnName): number =>
    line.current?.querySelector<HTMLElement>(`[data-column=${name}]`)?.offsetWidth ?? 0;
  const resized = (name: ColumnName, width: number): ColumnWidths => ({
    ...widths,
    [name]: Math.min(2000, Math.max(NARROWEST, Math.round(width))),
  });
  const focusColumn = (index: number): void => {
    const column = columns[(index + columns.length) % columns.length];
    if (column === undefined) return;
    setStop(column.name);
    line.current?.querySelector<HTMLElement>(`[data-column=${column.name}] > button`)?.focus();
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>, column: Column, index: number): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (asksForMenu(event)) onMenu(menuPoint(event, event.currentTarget), column.name, widthOf(column.name));
    else if (step !== 0 && event.shiftKey) onWidths(resized(column.name, widthOf(column.name) + step * STEP));
    else if (step !== 0) focusColumn(index + step);
    else if (event.key === "Home") focusColumn(0);
    else if (event.key === "End") focusColumn(columns.length - 1);
    else {
      // Enter and Space press the button; the grid around it must not take them, or arrows, for its rows.
      event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="grid-header grid-line" role="row" aria-rowindex={1} ref={line}>
      {columns.map((column, index) => {
        const { name, title } = column;
        const isSorted = sort.column === name;
        return (
          <span
            class={`cell-${name}`}
            role="columnheader"
            data-column={name}
            onContextMenu={(event) => {
              event.preventDefault();
              event.stopPropagation();
              onMenu(menuPoint(event, event.currentTarget), name, widthOf(name));
            }}
            aria-sort={isSorted ? (sort.descending ? "descending" : "ascending") : undefined}
            key={name}
          >
            <button
              type="button"
              class="column-button"
              title={panelWords.columnHint}
              tabIndex={name === tabStop ? 0 : -1}
              onFocus={() => setStop(name)}
              onClick={() => onSort({ column: name, descending: isSorted && !sort.descending })}
              onKeyDown={(event) => onKeyDown(event, column, index)}
            >
              <span class="column-title">{panelWords[title]}</span>
              {isSorted && <Icon name={sort.descending ? "descending" : "ascending"} />}
            </button>
            <ColumnEdge
              width={() => widthOf(name)}
              onPreview={(width) => onPreview(width === undefined ? undefined : resized(name, width))}
              onWidth={(width) => onWidths(resized(name, width))}
              onReset={() => {
                const { [name]: _, ...others } = widths;
                onWidths(others);
              }}
            />
          </span>
        );
      })}
    </div>
  );
}

type EdgeProps = {
  readonly width: () => number;
  readonly onPreview: (width: number | undefined) => void;
  readonly onWidth: (width: number) => void;
  readonly onReset: () => void;
};

/** The border behind a title, to be dragged; a double click gives the column its own width back. For pointers only. */
function ColumnEdge({ width, onPreview, onWidth, onReset }: EdgeProps) {
  const drag = useRef<{ readonly from: number; readonly width: number; latest: number | undefined } | null>(null);
  const onPointerMove = (event: TargetedPointerEvent<HTMLSpanElement>): void => {
    if (drag.current === null) return;
    drag.current.latest = drag.current.width + event.clientX - drag.current.from;
    onPreview(drag.current.latest);
  };
  const end = (isKept: boolean): void => {
    const latest = drag.current?.latest;
    drag.current = null;
    onPreview(undefined);
    if (isKept && latest !== undefined) onWidth(latest);
  };
  return (
    <span
      class="column-edge"
      aria-hidden="true"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { from: event.clientX, width: width(), latest: undefined };
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => end(true)}
      onPointerCancel={() => end(false)}
      onClick={(event) => event.stopPropagation()}
      onDblClick={onReset}
    />
  );
}
