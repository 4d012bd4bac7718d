import type { ReadonlySignal } from "@preact/signals";
import type { TargetedKeyboardEvent } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import type { Annotations } from "../../exchange/annotated-feed.ts";
import type { ColumnName, Sort } from "../../settings/columns.ts";
import type { Row as TimelineRow } from "../../timeline/row.ts";
import type { RetryGap } from "../../timeline/rows-gaps.ts";
import type { Clock } from "../feed/clock.ts";
import { asksForMenu, menuPoint, type MenuRequest } from "../menu/menu-items.ts";
import { columnTracks, type ColumnWidths, shownColumns } from "./columns.ts";
import { useDrawnRows } from "./draw-rows.tsx";
import { GridHeader } from "./grid-header.tsx";
import { moveSelection } from "./move-selection.ts";
import { rowId } from "./row.tsx";
import "./timeline-grid.css";
import type { RowRange } from "./visible-rows.ts";
import { useViewport } from "./use-viewport.ts";
import { WaterfallLines, spanOf } from "./waterfall-lines.tsx";
import { WaterfallContext } from "./waterfall.tsx";
import { panelWords } from "../words/english/panel.ts";

type Props = {
  readonly rows: readonly TimelineRow[];
  /** The row that is selected or stands for what is; undefined for none. */
  readonly selected: string | undefined;
  readonly clock: Clock;
  readonly sort: Sort;
  readonly hiddenColumns: readonly ColumnName[];
  readonly columnWidths: ColumnWidths;
  readonly isGrouped: boolean;
  /** Calls are still recorded. The list of a recording out of a file begins at its top, and stays there while it is read. */
  readonly isLive: boolean;
  readonly annotations: Annotations;
  /** Read only while the waterfall is shown. */
  readonly gaps: ReadonlySignal<(id: string) => RetryGap | null>;
  /** Another object whenever the filter, the order or the grouping is another. */
  readonly arrangement: unknown;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onCopy: (id: string) => void;
  readonly onFold: (key: string) => void;
  readonly onSort: (sort: Sort) => void;
  readonly onWidths: (widths: ColumnWidths) => void;
  readonly onRowMenu: (id: string, at: MenuRequest["at"]) => void;
  readonly onColumnMenu: (at: MenuRequest["at"], column: ColumnName, width: number) => void;
};

/** The timeline as a virtualised grid: only the rows on screen exist. Keys are handled here, while it has the focus. */
export function TimelineGrid(props: Props) {
  const { rows, selected, clock, sort, hiddenColumns, columnWidths, annotations, onSelect, onOpen } = props;
  const [dragged, setDragged] = useState<ColumnWidths | undefined>(undefined);
  const drawnRange = useRef<RowRange>({ first: 0, end: 0 });
  const selectedIndex = selected === undefined ? -1 : rows.findIndex((row) => row.id === selected);
  const {
    scroller,
    rowHeight,
    width,
    onScreen,
    range: wanted,
    pageSize,
    onScroll,
  } = useViewport({
    rows,
    selectedIndex,
    selected,
    grows: props.isLive && (sort.column === "time" || sort.column === "waterfall") && !sort.descending,
    arrangement: props.arrangement,
    drawn: drawnRange,
  });
  const columns = useMemo(() => shownColumns(hiddenColumns, width), [hiddenColumns, width]);
  const waterfallAt = columns.findIndex(({ name }) => name === "waterfall");
  const gapOf = waterfallAt === -1 ? undefined : props.gaps.value;
  const span = useMemo(() => spanOf(waterfallAt === -1 ? [] : rows), [rows, waterfallAt === -1]);
  const scale = useMemo(() => ({ ...span, gapOf: gapOf ?? (() => null) }), [span.from, span.lengthMs, gapOf]);

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    if (event.altKey) return;
    const row = rows[selectedIndex];
    if (event.ctrlKey || event.metaKey) {
      const hasTextSelected = (event.currentTarget.ownerDocument.getSelection()?.toString() ?? "") !== "";
      if (event.key.toLowerCase() !== "c" || row === undefined || hasTextSelected) return;
      props.onCopy(row.id);
    } else if (asksForMenu(event)) {
      if (row === undefined) return;
      const drawn = event.currentTarget.querySelector(`#${CSS.escape(rowId(row.id))}`);
      props.onRowMenu(row.id, menuPoint(event, drawn ?? event.currentTarget));
    } else if (event.key === "Enter") {
      if (row === undefined) return;
      onOpen(row.id);
    } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      if (!foldByKey(event.key === "ArrowRight", row)) return;
    } else {
      const next = rows[moveSelection(event.key, selectedIndex, rows.length, pageSize) ?? -1];
      if (next === undefined) return;
      onSelect(next.id);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  /** Unfolds the selected group, or folds it, also from one of its members. */
  const foldByKey = (isWanted: boolean, row: TimelineRow | undefined): boolean => {
    const group = row?.kind === "event" ? row.group : null;
    if (group === null || (group.place === "head" && group.isExpanded === isWanted)) return false;
    if (group.place === "member") {
      if (isWanted) return false;
      const head = rows.find(
        (other) => other.kind === "event" && other.group?.place === "head" && other.group.key === group.key,
      );
      if (head !== undefined) onSelect(head.id);
    }
    props.onFold(group.key);
    return true;
  };

  const { drawn: drawnRows, range } = useDrawnRows(rows, { onScreen, wanted }, selected, {
    columns,
    annotations,
    clock,
    onSelect,
    onOpen,
    onFold: props.onFold,
  });
  drawnRange.current = range;
  const isSelectedDrawn = selectedIndex >= range.first && selectedIndex < range.end;
  return (
    <WaterfallContext.Provider value={scale}>
      <div
        class="grid"
        role={props.isGrouped ? "treegrid" : "grid"}
        aria-label={panelWords.gridName}
        aria-rowcount={rows.length + 1}
        aria-activedescendant={isSelectedDrawn && selected !== undefined ? rowId(selected) : undefined}
        tabIndex={0}
        ref={scroller}
        style={{ "--grid-columns": columnTracks(columns, dragged ?? columnWidths) }}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        onContextMenu={(event) => {
          const drawn = event.target instanceof Element ? event.target.closest<HTMLElement>(".row") : null;
          const row = rows[drawn === null ? selectedIndex : Number(drawn.ariaRowIndex) - 2];
          const hasTextSelected = (event.currentTarget.ownerDocument.getSelection()?.toString() ?? "") !== "";
          if (row === undefined || hasTextSelected) return;
          event.preventDefault();
          props.onRowMenu(row.id, menuPoint(event, drawn ?? event.currentTarget));
        }}
      >
        <GridHeader
          columns={columns}
          widths={columnWidths}
          sort={sort}
          onSort={props.onSort}
          onPreview={setDragged}
          onWidths={props.onWidths}
          onMenu={props.onColumnMenu}
        />
        <div class="grid-rows" role="rowgroup" style={{ insetBlockStart: `${(range.first + 1) * rowHeight}px` }}>
          {drawnRows}
        </div>
        <div class="grid-height" aria-hidden="true" style={{ blockSize: `${rows.length * rowHeight}px` }}>
          {waterfallAt !== -1 && <WaterfallLines rows={rows} span={span} column={waterfallAt + 1} />}
        </div>
      </div>
    </WaterfallContext.Provider>
  );
}
