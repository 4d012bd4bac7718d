import type { ComponentChildren, VNode } from "preact";
import type { ApiEvent } from "../../decode/api-event.ts";
import type { EpochMs } from "../../exchange/exchange.ts";
import type { ColumnName } from "../../settings/columns.ts";
import type { EventRow } from "../../timeline/row.ts";
import { AdviceChip } from "../controls/advice-chip.tsx";
import type { Clock } from "../feed/clock.ts";
import { formatBytes, formatDuration } from "../words/format-amount.ts";
import { formatInstant, formatTimeOfDay } from "../words/format-instant.ts";
import { Icon } from "../controls/icon.tsx";
import { Waterfall } from "./waterfall.tsx";
import { panelWords } from "../words/english/panel.ts";

type CellProps = {
  readonly row: EventRow;
  readonly column: ColumnName;
  readonly clock: Clock;
  /** Stands before the path: what the row is marked with. */
  readonly marks: ComponentChildren;
};

/** What one column shows of an event. Called, not used as a component: it has no state, and a row has ten of them. */
export function cell({ row, column, clock, marks }: CellProps): VNode {
  switch (column) {
    case "time":
      return timeCell(row.at);
    case "method":
      return plain(column, row.method);
    case "path":
      return (
        <span class="cell-path" role="gridcell" title={`${row.method} ${row.event.exchange.request.url}`} key={column}>
          {marks}
          {row.path}
          {row.query !== "" && <span class="quiet">{row.query}</span>}
        </span>
      );
    case "provider":
      return plain(column, row.providerName, row.host);
    case "status":
      return plain(column, row.statusText, describeStatus(row.event));
    case "code":
      return codeCell(row);
    case "advice":
      return plain(column, row.event.outcome === "failure" && <AdviceChip advice={row.event.advice} clock={clock} />);
    case "duration":
      return plain(column, formatDuration(row.durationMs));
    case "size":
      return plain(column, row.size === null ? "" : formatBytes(row.size));
    case "waterfall":
      return <Waterfall row={row} key={column} />;
  }
}

/** When a row happened: the first column of all kinds of rows. */
export function timeCell(at: EpochMs): VNode {
  return plain("time", formatTimeOfDay(at), formatInstant(at));
}

function plain(column: ColumnName, content: ComponentChildren, title?: string): VNode {
  return (
    <span class={`cell-${column}`} role="gridcell" title={title} key={column}>
      {content}
    </span>
  );
}

/** The code where there is one; else, for a failure, the verdict in its place. */
function codeCell({ code, title, findings }: EventRow): VNode {
  const hasFindings = findings.length > 0;
  const verdict = hasFindings ? <span>{title}</span> : title;
  return (
    <span class={hasFindings ? "cell-code cell-found" : "cell-code"} role="gridcell" title={title} key="code">
      {code === null ? verdict : <code>{code}</code>}
      {hasFindings && (
        <span
          class="row-findings"
          role="img"
          aria-label={panelWords.rowFindings(findings.length)}
          title={findings.map((finding) => finding.text).join("\n")}
        >
          <Icon name="info" />
        </span>
      )}
    </span>
  );
}

function describeStatus({ exchange: { response } }: ApiEvent): string {
  if (response.status === 0) return response.error ?? panelWords.rowNoResponse;
  return `${response.status} ${response.statusText}`.trimEnd();
}
