import type { ApiEvent } from "../decode/api-event.ts";
import { receivedAt } from "../exchange/exchange.ts";
import { auditEvent, createAudit, takeRevisions } from "./audit.ts";
import { isServiceWorkerTwin, type Span } from "./audit/attempt.ts";
import { operationKey } from "./audit/operation.ts";
import { isError, type Timeline, type TimelineStore } from "./timeline.ts";
import { standsBefore, type EventItem, type TimelineInput, type TimelineItem } from "./timeline-item.ts";

const LISTED_TWICE = "A service worker passed this request on; the browser listed it twice, shown once here.";

/**
 * Puts an item in its place by start, audits it, folds what Chromium lists twice, and drops the oldest success (then
 * the oldest of anything) beyond the cap. An event whose id is already there changes nothing. Items that arrive about
 * in order cost constant time.
 */
export function append(timeline: Timeline, input: TimelineInput): Timeline {
  const { store } = timeline;
  if (input.kind !== "event") {
    insert(
      store,
      input.kind === "navigation"
        ? navigationItem(store, input.at, input.url)
        : { ...input, id: `unreadable-${input.sequence}` },
    );
    return trimmed(timeline);
  }
  const { event } = input;
  if (store.byId.has(event.id)) return timeline;
  store.audit ??= createAudit(store.options);
  const findings = auditEvent(store.audit, event);
  const item: EventItem = { kind: "event", id: event.id, at: event.exchange.startedAt, event, findings, notes: [] };
  if (event.exchange.response.viaServiceWorker) store.workerEvents += 1;
  if (store.workerEvents === 0 || !foldTwin(store, item)) insert(store, item);
  for (const [id, revised] of takeRevisions(store.audit)) {
    const earlier = store.byId.get(id);
    if (earlier !== undefined) replace(store, earlier, { ...earlier, findings: revised });
  }
  return trimmed(timeline);
}

/** `append` for several items in turn. */
export function appendAll(timeline: Timeline, inputs: Iterable<TimelineInput>): Timeline {
  let result = timeline;
  for (const input of inputs) result = append(result, input);
  return result;
}

function navigationItem(store: TimelineStore, at: number, url: string): TimelineItem {
  store.navigations += 1;
  return { kind: "navigation", id: `navigation-${store.navigations}`, at, url };
}

function insert(store: TimelineStore, item: TimelineItem): void {
  const index = placeOf(store.items, item);
  store.items.splice(index, 0, item);
  store.firstSuccess = Math.min(store.firstSuccess, index);
  if (item.kind === "event") store.byId.set(item.id, item);
}

/** The index at which an item is to stand, behind those that stand at the same instant. Galloping from the end. */
function placeOf(items: readonly TimelineItem[], item: TimelineItem): number {
  let low = 0;
  let high = items.length;
  // Nearly all items belong at the end, or close to it.
  for (let step = 1; high - step >= 0; step *= 2) {
    const candidate = items[high - step];
    if (candidate === undefined || !standsBefore(item, candidate)) {
      low = high - step + 1;
      break;
    }
    high -= step;
  }
  while (low < high) {
    const middle = (low + high) >> 1;
    const candidate = items[middle];
    if (candidate !== undefined && standsBefore(item, candidate)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function indexOf(items: readonly TimelineItem[], item: TimelineItem): number {
  let index = placeOf(items, item) - 1;
  while (index >= 0 && items[index] !== item) index -= 1;
  return index;
}

function replace(store: TimelineStore, item: EventItem, replacement: EventItem): void {
  const index = indexOf(store.items, item);
  if (index === -1) return;
  store.items[index] = replacement;
  for (const id of new Set([item.id, ...foldedIds(store, item)])) store.byId.set(id, replacement);
}

function foldedIds(store: TimelineStore, item: EventItem): readonly string[] {
  return item.notes.length === 0 ? [] : [...store.byId].flatMap(([id, other]) => (other === item ? [id] : []));
}

function spanOf({ exchange }: ApiEvent): Span {
  const { status, viaServiceWorker } = exchange.response;
  return { startedAt: exchange.startedAt, receivedAt: receivedAt(exchange), status, viaServiceWorker };
}

/** How many neighbours are looked at for the other listing of a request. */
const TWIN_REACH = 64;

/** Folds the worker's listing of a request into the page's; true when `item` itself needs no row of its own. */
function foldTwin(store: TimelineStore, item: EventItem): boolean {
  const place = placeOf(store.items, item);
  const span = spanOf(item.event);
  const key = operationKey(item.event.exchange);
  for (const other of store.items.slice(Math.max(0, place - TWIN_REACH), place + TWIN_REACH)) {
    if (other.kind !== "event" || operationKey(other.event.exchange) !== key) continue;
    const otherSpan = spanOf(other.event);
    if (isServiceWorkerTwin(otherSpan, span)) {
      const noted = { ...other, notes: [LISTED_TWICE] };
      replace(store, other, noted);
      store.byId.set(item.id, noted);
      return true;
    }
    if (isServiceWorkerTwin(span, otherSpan)) {
      remove(store, indexOf(store.items, other));
      const noted = { ...item, notes: [LISTED_TWICE] };
      insert(store, noted);
      store.byId.set(other.id, noted);
      return true;
    }
  }
  return false;
}

function remove(store: TimelineStore, index: number): TimelineItem | undefined {
  if (index < 0) return undefined;
  const [item] = store.items.splice(index, 1);
  if (index < store.firstSuccess) store.firstSuccess -= 1;
  if (item?.kind === "event") for (const id of [item.id, ...foldedIds(store, item)]) store.byId.delete(id);
  return item;
}

function trimmed(timeline: Timeline): Timeline {
  const { store } = timeline;
  let { successes, failures } = timeline.dropped;
  while (store.items.length > store.options.maxItems) {
    const item = remove(store, oldestDispensable(store));
    if (item?.kind !== "event") continue;
    if (isError(item.event)) failures += 1;
    else successes += 1;
  }
  return { items: store.items, dropped: { successes, failures }, store };
}

function oldestDispensable(store: TimelineStore): number {
  while (store.firstSuccess < store.items.length) {
    const item = store.items[store.firstSuccess];
    if (item?.kind === "event" && !isError(item.event)) return store.firstSuccess;
    store.firstSuccess += 1;
  }
  return 0;
}
