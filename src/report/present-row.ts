import type { Providers } from "../catalogue/provider.ts";
import type { ApiEvent } from "../decode/api-event.ts";
import { type EventRow, type Row, rowOf } from "../timeline/row.ts";
import { presentEvent } from "./present-event.ts";
import { presentText } from "./redact-url.ts";

/**
 * A row as a shared screen may show it: itself with every recorded text redacted. "line": for the grid and for sentences,
 * without the bodies, whose megabytes no scroll could wait for; "whole": for the details. Its id and place in a group
 * stay, and so does its kind. Never throws.
 */
export function presentRow(row: Row, providers: Providers, extent: "line" | "whole"): Row {
  switch (row.kind) {
    case "navigation":
      return { ...row, url: presentText(row.url, { kind: "url" }, providers) };
    case "unreadable":
      return { ...row, problem: presentText(row.problem, { kind: "text" }, providers) };
    case "event":
      return presentEventRow(row, providers, extent);
  }
}

function presentEventRow(row: EventRow, providers: Providers, extent: "line" | "whole"): Row {
  const { event, findings } = presentEvent(
    extent === "line" ? withoutBodies(row.event) : row.event,
    providers,
    row.findings,
  );
  const notes = row.notes.map((note) => presentText(note, { kind: "text" }, providers));
  const shown = rowOf({ kind: "event", id: row.id, at: row.at, event, findings, notes });
  const host = presentText(row.host, { kind: "text" }, providers);
  return { ...shown, host, repeats: row.repeats, group: row.group };
}

function withoutBodies(event: ApiEvent): ApiEvent {
  const { exchange } = event;
  const empty = { kind: "empty" } as const;
  return {
    ...event,
    exchange: {
      ...exchange,
      request: { ...exchange.request, body: empty, params: [] },
      response: { ...exchange.response, body: empty },
    },
  };
}
