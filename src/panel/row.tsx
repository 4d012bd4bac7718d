import type { ComponentChildren } from "preact";
import type { ApiEvent } from "../decode/api-event.ts";
import { AdviceChip } from "./advice-chip.tsx";
import type { Clock } from "./clock.ts";
import { formatDuration, formatPlural } from "./format-amount.ts";
import { formatInstant, formatTimeOfDay } from "./format-instant.ts";
import type { EventRow, Row as TimelineRow } from "../timeline/row.ts";
import { Icon } from "./icon.tsx";
import "./row.css";

/** The element id of a row, for aria-activedescendant. */
export function rowId(id: string): string {
  return `row-${id}`;
}

type Props = {
  readonly row: TimelineRow;
  /** Its place among the rows that pass the filter, from 0. */
  readonly index: number;
  readonly selected: boolean;
  readonly clock: Clock;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
};

/** One line of the timeline: an event, an entry that could not be read, or a navigation. */
export function Row({ row, index, selected, clock, onSelect, onOpen }: Props) {
  return (
    <div
      class={`grid-line row ${index % 2 === 1 ? "row-odd" : ""} ${classOf(row)}`}
      id={rowId(row.id)}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      style={{ transform: `translateY(calc(var(--row-height) * ${index}))` }}
      onMouseDown={() => onSelect(row.id)}
      onClick={() => onOpen(row.id)}
    >
      {cellsOf(row, clock)}
    </div>
  );
}

function cellsOf(row: TimelineRow, clock: Clock): ComponentChildren {
  switch (row.kind) {
    case "event":
      return <EventCells row={row} clock={clock} />;
    case "unreadable":
      return (
        <>
          <TimeCell at={row.at} />
          <span class="cell-wide" role="gridcell" title={row.problem}>
            <Icon name="warning" /> An entry could not be read: {row.problem}
          </span>
        </>
      );
    case "navigation":
      return (
        <>
          <TimeCell at={row.at} />
          <span class="cell-wide" role="gridcell" title={row.url}>
            <Icon name="navigate" /> Navigated to {row.url}
          </span>
        </>
      );
  }
}

function EventCells({ row, clock }: { readonly row: EventRow; readonly clock: Clock }) {
  const { event, findings } = row;
  const { request } = event.exchange;
  return (
    <>
      <TimeCell at={row.at} />
      <span class="cell-method" role="gridcell">
        {row.method}
      </span>
      <span class="cell-path" role="gridcell" title={`${row.method} ${request.url}`}>
        {row.path}
        <span class="quiet">{row.query}</span>
      </span>
      <span class="cell-provider" role="gridcell" title={row.host}>
        {row.providerName}
      </span>
      <span class="cell-status" role="gridcell" title={describeStatus(event)}>
        {row.statusText}
      </span>
      <span class="cell-code" role="gridcell" title={row.title}>
        <span class="row-code">{codeOf(row)}</span>
        {findings.length > 0 && (
          <span class="row-findings" title={findings.map(({ text }) => text).join("\n")}>
            <Icon name="info" />
            <span class="spoken"> {formatPlural(findings.length, "finding")}</span>
          </span>
        )}
      </span>
      <span class="cell-advice" role="gridcell">
        {event.outcome === "failure" && <AdviceChip advice={event.advice} clock={clock} />}
      </span>
      <span class="cell-duration" role="gridcell">
        {formatDuration(row.durationMs)}
      </span>
    </>
  );
}

function TimeCell({ at }: { readonly at: number }) {
  return (
    <span class="cell-time" role="gridcell" title={formatInstant(at)}>
      {formatTimeOfDay(at)}
    </span>
  );
}

/** The code where there is one; else, for a failure, the verdict in its place. */
function codeOf(row: EventRow): ComponentChildren {
  return row.code === null ? row.title : <code>{row.code}</code>;
}

function describeStatus({ exchange: { response } }: ApiEvent): string {
  if (response.status === 0) return response.error ?? "No response arrived.";
  return `${response.status} ${response.statusText}`.trimEnd();
}

function classOf(row: TimelineRow): string {
  if (row.kind !== "event") return `row-${row.kind}`;
  return row.isError ? "row-failure" : `row-${row.outcome}`;
}
