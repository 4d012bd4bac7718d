import type { ApiEvent } from "../decode/api-event.ts";
import type { AuditOptions, AuditState } from "./audit.ts";
import type { EventItem, TimelineItem } from "./timeline-item.ts";

export type TimelineOptions = AuditOptions & {
  /** Items kept at most; the oldest successes go first. */
  readonly maxItems: number;
};

/** How many events were let go to stay under the cap. */
export type Dropped = { readonly successes: number; readonly failures: number };

/**
 * Everything recorded, in order of start. Treat it as a value and use only the latest: `append` returns a new one that
 * shares its store with the one before, so that an append costs no copy.
 */
export type Timeline = {
  /** In order of start, whatever order they came in. */
  readonly items: readonly TimelineItem[];
  readonly dropped: Dropped;
  readonly store: TimelineStore;
};

export type TimelineStore = {
  readonly options: TimelineOptions;
  readonly items: TimelineItem[];
  readonly byId: Map<string, EventItem>;
  /** Begun with the first event, so that a page can hold an empty timeline without the code that audits. */
  audit: AuditState | undefined;
  navigations: number;
  /** Events that a service worker handled: while there are none, nothing can be listed twice. */
  workerEvents: number;
  /** No success is before this index. */
  firstSuccess: number;
};

/** The recorder's own default cap is 10,000; markers and unreadable entries come on top. */
export const DEFAULT_MAX_ITEMS = 12_000;

/** A timeline with nothing on it. `holdBackAuth`: the recording lost all credentials. */
export function emptyTimeline(options: Partial<TimelineOptions> = {}): Timeline {
  const all: TimelineOptions = {
    holdBackAuth: options.holdBackAuth ?? false,
    maxItems: Math.max(1, options.maxItems ?? DEFAULT_MAX_ITEMS),
  };
  const items: TimelineItem[] = [];
  const store: TimelineStore = {
    options: all,
    items,
    byId: new Map(),
    audit: undefined,
    navigations: 0,
    workerEvents: 0,
    firstSuccess: 0,
  };
  return { items, dropped: { successes: 0, failures: 0 }, store };
}

/** The item of an event, also under the id of a listing that was folded into it; undefined if it is not kept. */
export function eventItem(timeline: Timeline, id: string): EventItem | undefined {
  return timeline.store.byId.get(id);
}

/** Whether an event counts as an error on the timeline: a failure, or evidence that is itself a failed request. */
export function isError(event: ApiEvent): boolean {
  const { status } = event.exchange.response;
  return (
    event.outcome === "failure" ||
    (event.outcome === "evidence" && (status === 0 || status >= 400) && event.exchange.response.notRecorded !== true)
  );
}
