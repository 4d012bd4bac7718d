import type { ApiEvent } from "../decode/api-event.ts";
import { type EpochMs, receivedAt } from "../exchange/exchange.ts";
import { operationKey } from "./audit/operation.ts";
import { pageOf, retriedIndex, type Sent } from "./audit/retried-index.ts";
import { hasFailed, statedWait } from "./audit/stated-wait.ts";
import type { EventItem } from "./timeline-item.ts";
import type { Timeline } from "./timeline.ts";

/** The time between a failed attempt and the one that repeats it. Instants on the browser's clock. */
export type RetryGap = {
  /** The failed attempt's id. */
  readonly previousId: string;
  /** When its response was there. */
  readonly from: EpochMs;
  /** Until when that response asked to wait; null if it stated no wait. */
  readonly waitUntil: EpochMs | null;
};

/** How many calls to the same URL are looked at for the attempt before. */
const REACH = 32;

/**
 * Finds what a call retried, for one state of a timeline: null for a call that is not a retry. Building the index is linear
 * in the timeline. Only rows on screen are looked up, each among the latest calls of its URL.
 */
export function findRetryGaps(timeline: Timeline): (id: string) => RetryGap | null {
  const byUrl = new Map<string, EventItem[]>();
  for (const item of timeline.items) {
    if (item.kind !== "event") continue;
    const { url } = item.event.exchange.request;
    const calls = byUrl.get(url);
    if (calls === undefined) byUrl.set(url, [item]);
    else calls.push(item);
  }
  return (id) => {
    const item = timeline.store.byId.get(id);
    if (item === undefined) return null;
    const calls = byUrl.get(item.event.exchange.request.url) ?? [];
    const place = calls.indexOf(item);
    const key = operationKey(item.event.exchange);
    for (let at = place - 1; at >= Math.max(0, place - REACH); at -= 1) {
      const previous = calls[at];
      if (previous === undefined || operationKey(previous.event.exchange) !== key) continue;
      if (retriedIndex([sentAs(previous.event), sentAs(item.event)], 1) !== 0) return null;
      return {
        previousId: previous.event.id,
        from: receivedAt(previous.event.exchange),
        waitUntil: statedWait(previous.event)?.until ?? null,
      };
    }
    return null;
  };
}

function sentAs(event: ApiEvent): Sent {
  const { exchange } = event;
  return {
    startedAt: exchange.startedAt,
    receivedAt: receivedAt(exchange),
    failed: hasFailed(exchange),
    statedWait: statedWait(event),
    page: pageOf(exchange),
  };
}
