import type { ComponentChildren } from "preact";
import type { ApiEvent } from "../../decode/api-event.ts";
import type { ColumnName } from "../../settings/columns.ts";
import type { EventRow } from "../../timeline/row.ts";
import { AdviceChip } from "../advice-chip.tsx";
import type { Clock } from "../clock.ts";
import { countWords, formatBytes, formatDuration } from "../format-amount.ts";
import { formatInstant, formatTimeOfDay } from "../format-instant.ts";
import { Icon } from "../icon.tsx";
import { text } from "../text/text.ts";
import { Waterfall } from "./waterfall.tsx";

type CellProps = {
  readonly row: EventRow;
  readonly column: ColumnName;
  readonly clock: Clock;
  /** Stands before the path: what the row is marked with. */
  readonly marks: ComponentChildren;
};

/** What one column shows of an event. */
export function Cell({ row, column, clock, marks }: CellProps) {
  switch (column) {
    case "time":
      return <TimeCell at={row.at} />;
    case "method":
      return <Plain column={column}>{row.method}</Plain>;
    case "path":
      return <PathCell row={row} marks={marks} />;
    case "provider":
      return (
        <Plain column={column} title={row.host}>
          {row.providerName}
        </Plain>
      );
    case "status":
      return (
        <Plain column={column} title={describeStatus(row.event)}>
          {row.statusText}
        </Plain>
      );
    case "code":
      return <CodeCell row={row} />;
    case "advice":
      return (
        <Plain column={column}>
          {row.event.outcome === "failure" && <AdviceChip advice={row.event.advice} clock={clock} />}
        </Plain>
      );
    case "duration":
      return <Plain column={column}>{formatDuration(row.durationMs)}</Plain>;
    case "size":
      return <Plain column={column}>{row.size === null ? "" : formatBytes(row.size)}</Plain>;
    case "waterfall":
      return <Waterfall row={row} />;
  }
}

function PathCell({ row, marks }: Pick<CellProps, "row" | "marks">) {
  return (
    <Plain column="path" title={`${row.method} ${row.event.exchange.request.url}`}>
      {marks}
      {row.path}
      <span class="quiet">{row.query}</span>
    </Plain>
  );
}

/** When a row happened: the first column of all kinds of rows. */
export function TimeCell({ at }: { readonly at: number }) {
  return (
    <Plain column="time" title={formatInstant(at)}>
      {formatTimeOfDay(at)}
    </Plain>
  );
}

type PlainProps = {
  readonly column: ColumnName;
  readonly title?: string;
  readonly children: ComponentChildren;
};

function Plain({ column, title, children }: PlainProps) {
  return (
    <span class={`cell-${column}`} role="gridcell" title={title}>
      {children}
    </span>
  );
}

/** The code where there is one; else, for a failure, the verdict in its place. */
function CodeCell({ row }: { readonly row: EventRow }) {
  const { findings } = row;
  return (
    <Plain column="code" title={row.title}>
      <span class="row-code">{row.code === null ? row.title : <code>{row.code}</code>}</span>
      {findings.length > 0 && (
        <span class="row-findings" title={findings.map((finding) => finding.text).join("\n")}>
          <Icon name="info" />
          <span class="spoken"> {countWords("rowFinding", "rowFindings", findings.length)}</span>
        </span>
      )}
    </Plain>
  );
}

function describeStatus({ exchange: { response } }: ApiEvent): string {
  if (response.status === 0) return response.error ?? text("rowNoResponse");
  return `${response.status} ${response.statusText}`.trimEnd();
}
