import type { ComponentChildren, VNode } from "preact";
import type { ApiEvent } from "../../decode/api-event.ts";
import { type EpochMs, receivedAt } from "../../exchange/exchange.ts";
import type { ColumnName } from "../../settings/columns.ts";
import type { EventRow } from "../../timeline/row.ts";
import { OutcomeChip } from "../controls/follow-up-chip.tsx";
import type { Clock } from "../feed/clock.ts";
import { formatBytes, formatCount, formatDuration } from "../words/format-amount.ts";
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
      return plain(column, row.advice !== null && !isBlocked(row) && <OutcomeChip {...outcomeOf(row)} clock={clock} />);
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

/** Stopped by an extension, such as an ad blocker, or by DevTools' own request blocking: nothing to do about it. */
export function isBlocked({ event }: EventRow): boolean {
  return event.exchange.response.error === "net::ERR_BLOCKED_BY_CLIENT";
}

/** The title, or the server's sentence if the title only names the code again. */
function saidOf({ title, message }: ApiEvent, code: string): string {
  return message !== null && title.includes(code) ? message : title;
}

function outcomeOf({ event, followUp }: EventRow) {
  return { advice: event.advice, followUp, receivedAt: receivedAt(event.exchange) };
}

/** The code where there is one, and what it means: the catalogue's verdict or the server's own sentence. */
function codeCell({ code, title, findings, event }: EventRow): VNode {
  const hasFindings = findings.length > 0;
  const inputs = event.fieldErrorCount ?? 0;
  const others = inputs > 1 ? ` +${formatCount(inputs - 1)}` : "";
  const means = code === null || title === code ? others : ` ${saidOf(event, code)}${others}`;
  const said =
    code === null ? (
      `${title}${others}`
    ) : (
      <>
        <code>{code}</code>
        {means !== "" && <span class="cell-message">{means}</span>}
      </>
    );
  return (
    <span class={hasFindings ? "cell-code cell-found" : "cell-code"} role="gridcell" title={title} key="code">
      {hasFindings ? <span>{said}</span> : said}
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
