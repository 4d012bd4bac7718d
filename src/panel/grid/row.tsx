import type { VNode } from "preact";
import type { Annotation } from "../../exchange/annotated-feed.ts";
import type { EventRow, Row as TimelineRow } from "../../timeline/row.ts";
import type { Clock } from "../feed/clock.ts";
import { Icon } from "../controls/icon.tsx";
import { HIDDEN, usePresented, usePresentRow } from "../preview/presentation.ts";
import { cell, isBlocked, timeCell } from "./cells.tsx";
import type { Column } from "./columns.ts";
import "./row.css";
import { panelWords } from "../words/english/panel.ts";

/** The element id of a row, for aria-activedescendant. */
export function rowId(id: string): string {
  return `row-${id}`;
}

type Props = {
  readonly row: TimelineRow;
  /** Its place among the rows that pass the filter, from 0. */
  readonly index: number;
  readonly selected: boolean;
  /** The same object as long as they show the same: then a row that only moves has them not drawn anew. */
  readonly cells: VNode;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
};

/** One line of the timeline: an event, an entry that could not be read, or a navigation. */
export function Row({ row, index, selected, cells, onSelect, onOpen }: Props) {
  const group = row.kind === "event" ? row.group : null;
  return (
    <div
      class={`grid-line row ${index % 2 === 1 ? "row-odd" : ""} ${classOf(row)}`}
      id={rowId(row.id)}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-level={group === null ? undefined : group.place === "member" ? 2 : 1}
      aria-expanded={group?.place === "head" ? group.isExpanded : undefined}
      // A press with another button opens the menu, on the row that it was pressed on.
      onMouseDown={() => onSelect(row.id)}
      onClick={() => onOpen(row.id)}
    >
      {cells}
    </div>
  );
}

type CellsProps = {
  readonly row: TimelineRow;
  readonly columns: readonly Column[];
  readonly annotation: Annotation | undefined;
  readonly clock: Clock;
  readonly onFold: (key: string) => void;
};

/** What stands in a row: in presentation mode without what is secret in it. */
export function Cells({ row: recorded, columns, clock, annotation, onFold }: CellsProps) {
  const row = usePresentRow("line")(recorded);
  if (row === undefined)
    return (
      <span role="gridcell" aria-colspan={columns.length}>
        {HIDDEN}
      </span>
    );
  if (row.kind === "event")
    return columns.map(({ name }) =>
      cell({
        row,
        column: name,
        clock,
        marks: name === "path" && (row.group !== null || annotation !== undefined) && (
          <Marks row={row} annotation={annotation} onFold={onFold} />
        ),
      }),
    );
  const hasTime = columns[0]?.name === "time";
  return (
    <>
      {hasTime && timeCell(row.at)}
      <span
        class="cell-wide"
        role="gridcell"
        aria-colspan={columns.length - (hasTime ? 1 : 0)}
        style={{ gridColumn: hasTime ? "2 / -1" : "1 / -1" }}
        title={row.kind === "navigation" ? row.url : row.problem}
      >
        {row.kind === "navigation" ? (
          <>
            <Icon name="navigate" /> {panelWords.rowNavigated(row.url)}
          </>
        ) : (
          <>
            <Icon name="warning" /> {panelWords.rowUnreadable(row.problem)}
          </>
        )}
      </span>
    </>
  );
}

type MarksProps = {
  readonly row: EventRow;
  readonly annotation: Annotation | undefined;
  readonly onFold: (key: string) => void;
};

/** What stands before the path: the group's handle and count, a pin, a note. */
function Marks({ row: { group, repeats }, annotation, onFold }: MarksProps) {
  const note = usePresented(annotation?.note ?? "", { kind: "text" });
  return (
    <>
      {group?.place === "member" && <span class="row-indent" />}
      {group?.place === "head" && (
        <>
          <button
            type="button"
            class="row-fold"
            tabIndex={-1}
            aria-label={group.isExpanded ? panelWords.rowCollapse : panelWords.rowExpand(repeats.length - 1)}
            onClick={(event) => {
              event.stopPropagation();
              onFold(group.key);
            }}
          >
            <Icon name={group.isExpanded ? "expanded" : "folded"} />
          </button>
          <span class="row-count">
            <span aria-hidden="true">{repeats.length}×</span>
            <span class="spoken">{panelWords.rowRepeats(repeats.length)}</span>
          </span>
        </>
      )}
      {annotation?.isPinned === true && <Mark icon="pin" words={panelWords.rowPinned} />}
      {note !== "" && <Mark icon="note" words={panelWords.rowNote(note)} />}
    </>
  );
}

function Mark({ icon, words }: { readonly icon: "pin" | "note"; readonly words: string }) {
  return (
    <span class="row-mark" title={words}>
      <Icon name={icon} />
      <span class="spoken">{words}</span>
    </span>
  );
}

function classOf(row: TimelineRow): string {
  if (row.kind !== "event") return `row-${row.kind}`;
  if (!row.isError) return `row-${row.outcome}`;
  return isBlocked(row) ? "row-failure row-blocked" : "row-failure";
}
