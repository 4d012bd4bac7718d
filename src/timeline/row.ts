import type { RetryWord } from "../catalogue/retry-word.ts";
import { hostOfUrl, splitUrl } from "../web/url.ts";
import type { ApiEvent } from "../decode/api-event.ts";
import type { EpochMs } from "../exchange/exchange.ts";
import type { Finding } from "./finding.ts";
import type { FollowUp } from "./follow-up.ts";
import { eventItem, isError, type Timeline } from "./timeline.ts";
import type { EventItem, NavigationItem, TimelineItem, UnreadableItem } from "./timeline-item.ts";

/** What the grid and the command line's table show of an event. No countdown stands here: it is drawn from `retryAt`. */
export type EventRow = {
  readonly kind: "event";
  readonly id: string;
  readonly at: EpochMs;
  readonly method: string;
  /** Host and, if it is not the scheme's own, port. */
  readonly host: string;
  /** Path without query; the whole URL if it has no host. */
  readonly path: string;
  /** With its question mark; "" if there is none. */
  readonly query: string;
  readonly providerId: string;
  readonly providerName: string;
  readonly status: number;
  /** "429", or "none" if no response arrived. */
  readonly statusText: string;
  readonly code: string | null;
  readonly title: string;
  readonly outcome: ApiEvent["outcome"];
  /** Counts as an error: a failure, or a failed preflight. */
  readonly isError: boolean;
  /** Null for successes, and for calls that the page itself cancelled. */
  readonly advice: RetryWord | null;
  readonly retryAt: EpochMs | null;
  readonly durationMs: number;
  /** Decoded size of the response body in bytes; null if unknown. */
  readonly size: number | null;
  readonly findings: readonly Finding[];
  /** The outcome after a failure, shown before its advice; null if nothing followed it. */
  readonly followUp: FollowUp | null;
  readonly notes: readonly string[];
  /** With repeats grouped: ids of all events that this row represents, oldest first; otherwise only its own. */
  readonly repeats: readonly string[];
  /** With repeats grouped, on rows that have any; null on all others. */
  readonly group: RowGroup | null;
  readonly event: ApiEvent;
};
/** How a row belongs to others that show the same failure. */
export type RowGroup = {
  /** The same for all rows of the group, as long as it lasts. */
  readonly key: string;
  /** head: the latest, which represents all. member: one of the others, listed under its head. */
  readonly place: "head" | "member";
  /** On a head: its members are listed. */
  readonly isExpanded: boolean;
};
export type UnreadableRow = Pick<UnreadableItem, "kind" | "id" | "at" | "problem">;
export type NavigationRow = Pick<NavigationItem, "kind" | "id" | "at" | "url">;
export type Row = EventRow | UnreadableRow | NavigationRow;

const rowsOfItems = new WeakMap<EventItem, EventRow>();

/** The row of an item. The same item gives the same row, so that what did not change is not drawn again. */
export function rowOf(item: EventItem): EventRow;
export function rowOf(item: TimelineItem): Row;
export function rowOf(item: TimelineItem): Row {
  if (item.kind !== "event") return item;
  const known = rowsOfItems.get(item);
  if (known !== undefined) return known;
  const row = eventRow(item);
  rowsOfItems.set(item, row);
  return row;
}

const rowsOfTimelines = new WeakMap<Timeline, readonly Row[]>();

/** The rows of all items, in their order. Gathered once for a timeline: a filter goes through them with each key. */
export function rowsOf(timeline: Timeline): readonly Row[] {
  const known = rowsOfTimelines.get(timeline);
  if (known !== undefined) return known;
  const rows = timeline.items.map(rowOf);
  rowsOfTimelines.set(timeline, rows);
  return rows;
}

/** The row of an event, also under the id of a listing that was folded into it; undefined if it is not kept. */
export function eventRowOf(timeline: Timeline, id: string): EventRow | undefined {
  const item = eventItem(timeline, id);
  return item === undefined ? undefined : rowOf(item);
}

function eventRow({ id, at, event, findings, followUp, notes }: EventItem): EventRow {
  const { request, response, durationMs } = event.exchange;
  return {
    kind: "event",
    id,
    at,
    method: request.method,
    ...urlParts(request.url),
    providerId: event.providerId,
    providerName: event.providerName,
    status: response.status,
    statusText: response.status === 0 ? "none" : String(response.status),
    code: event.code,
    title: event.title,
    outcome: event.outcome,
    isError: isError(event),
    advice: event.outcome === "failure" && event.cancelled !== true ? event.advice.retry : null,
    retryAt: event.outcome === "failure" ? event.advice.retryAt : null,
    durationMs,
    size: response.size,
    findings,
    followUp: followUp ?? null,
    notes,
    repeats: [id],
    group: null,
    event,
  };
}

/** Host, path and query of a URL as written, nothing decoded. */
function urlParts(url: string): Pick<EventRow, "host" | "path" | "query"> {
  const host = hostOfUrl(url);
  if (host === undefined) return { host: "", path: url, query: "" };
  const { path, query } = splitUrl(url);
  return { host, path, query };
}
