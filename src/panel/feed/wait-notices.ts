import { effect, type ReadonlySignal } from "@preact/signals";
import type { EpochMs } from "../../exchange/exchange.ts";
import type { Unsubscribe } from "../../exchange/feed.ts";
import type { Timeline } from "../../timeline/timeline.ts";
import { endpointName } from "../../timing/endpoint-counts.ts";
import { countsDown } from "../controls/advice-chip.tsx";
import type { Clock } from "./clock.ts";
import { panelWords } from "../words/english/panel.ts";

type Wait = { readonly until: EpochMs; readonly endpoint: string };

/**
 * Tells when a stated wait is over, once per wait: `notify` gets one sentence, also where several calls wait for the same
 * moment. Of the calls to one method and URL only the latest counts: an answer to a retry replaces the wait. Waits that
 * were over before they were seen, as on opening, are not told of. Returns the function that ends it.
 */
export function tellOfWaits(
  timeline: ReadonlySignal<Timeline>,
  clock: Clock,
  now: () => EpochMs,
  notify: (text: string) => void,
): Unsubscribe {
  let waits: readonly Wait[] = [];
  let watched: EpochMs | undefined;
  let unwatch: Unsubscribe | undefined;

  const watchNext = (): void => {
    const next = waits.length === 0 ? undefined : Math.min(...waits.map(({ until }) => until));
    // A watched clock ticks at once, and a tick comes back here: only another instant is watched anew.
    if (next === watched) return;
    watched = next;
    unwatch?.();
    unwatch = next === undefined ? undefined : clock.watch(next);
  };
  const tellDue = (at: EpochMs): void => {
    const due = waits.filter(({ until }) => until <= at);
    if (due.length === 0) return;
    waits = waits.filter(({ until }) => until > at);
    notify(describeDue(due));
  };
  const endTimeline = effect(() => {
    const { items } = timeline.value;
    tellDue(now());
    waits = readWaits(items, now());
    watchNext();
  });
  const endClock = effect(() => {
    tellDue(clock.now.value);
    watchNext();
  });
  return () => {
    endTimeline();
    endClock();
    unwatch?.();
  };
}

/** What is still waited for: by method and URL, where the latest answer asked for it. */
function readWaits(items: Timeline["items"], at: EpochMs): readonly Wait[] {
  const isWaiting = (item: (typeof items)[number]): boolean =>
    item.kind === "event" && countsDown(item.event.advice) && item.event.advice.retryAt > at;
  // Mostly nothing waits: a long timeline is then not gone through call by call.
  if (!items.some(isWaiting)) return [];
  const latest = new Map<string, (typeof items)[number]>();
  for (const item of items) {
    if (item.kind !== "event" || item.event.outcome === "evidence") continue;
    const { method, url } = item.event.exchange.request;
    latest.set(`${method} ${url}`, item);
  }
  return [...latest.values()].flatMap((item) => {
    if (item.kind !== "event" || !isWaiting(item) || item.event.advice.retryAt === null) return [];
    const { method, url } = item.event.exchange.request;
    return [{ until: item.event.advice.retryAt, endpoint: endpointName(method, url) }];
  });
}

function describeDue(due: readonly Wait[]): string {
  const [first = "", ...others] = new Set(due.map(({ endpoint }) => endpoint));
  if (others.length === 0) return panelWords.waitOver(first);
  return panelWords.waitOverAndMore(others.length, first);
}
