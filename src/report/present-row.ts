import type { Providers } from "../catalogue/provider.ts";
import type { ApiEvent } from "../decode/api-event.ts";
import type { Body, Exchange } from "../exchange/exchange.ts";
import { type EventRow, type Row, rowOf } from "../timeline/row.ts";
import { beginningOf } from "./exchange-parts.ts";
import { presentEvent } from "./present-event.ts";
import { presentText } from "./redact-url.ts";

/**
 * A row as a shared screen may show it: itself with every recorded text redacted. "line": for the grid and for sentences,
 * without the bodies, whose megabytes no scroll could wait for; "whole": for the details, with the first 256 K of each.
 * Its id and place in a group stay, and so does its kind. Never throws.
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
    extent === "line" ? withoutDetails(row.event) : withBodies(row.event, row.event.exchange.request.params, beginning),
    providers,
    row.findings,
  );
  const notes = row.notes.map((note) => presentText(note, { kind: "text" }, providers));
  const shown = rowOf({ kind: "event", id: row.id, at: row.at, event: withPlaces(event, providers), findings, notes });
  const host = presentText(row.host, { kind: "text" }, providers);
  return { ...shown, host, repeats: row.repeats, group: row.group };
}

/** Where the answer came from and what the page's functions are called: in no report, but in the details. */
function withPlaces(event: ApiEvent, providers: Providers): ApiEvent {
  const present = (text: string): string => presentText(text, { kind: "text" }, providers);
  const { exchange } = event;
  const { initiator, serverAddress } = exchange;
  const stack = initiator?.stack.map((frame) => ({ ...frame, functionName: present(frame.functionName) }));
  return {
    ...event,
    exchange: {
      ...exchange,
      serverAddress: serverAddress === null ? null : present(serverAddress),
      initiator: initiator === null ? null : { ...initiator, stack: stack ?? [] },
    },
  };
}

function withoutDetails(event: ApiEvent): ApiEvent {
  const { exchange, ...rest } = withBodies(event, [], () => ({ kind: "empty" }));
  return { ...rest, exchange: { ...exchange, initiator: null, serverAddress: null } };
}

function withBodies(event: ApiEvent, params: Exchange["request"]["params"], change: (body: Body) => Body): ApiEvent {
  const { exchange } = event;
  const { request, response } = exchange;
  return {
    ...event,
    exchange: {
      ...exchange,
      request: { ...request, params, body: change(request.body) },
      response: { ...response, body: change(response.body) },
    },
  };
}

/** So much of a body is redacted for the screen, in characters: it takes a tenth of a second, megabytes take seconds. */
const MOST_SHOWN = 262_144;

/** The beginning of a long body, not torn within a word, where half a key would be known by nothing. */
function beginning(body: Body): Body {
  if (body.kind !== "text" || body.text.length <= MOST_SHOWN) return body;
  const text = beginningOf(body.text, MOST_SHOWN);
  return { kind: "text", text, truncated: body.truncated ?? { by: "faultline" } };
}
