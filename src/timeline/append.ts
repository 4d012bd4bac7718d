import { auditEvent, createAudit, takeFollowUps, takeRevisions } from "./audit.ts";
import { operationKey } from "./audit/operation.ts";
import { findTwin, listingOf } from "./audit/service-worker-twin.ts";
import type { FollowUp } from "./follow-up.ts";
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
  for (const [id, followUp] of takeFollowUps(store.audit)) {
    const earlier = store.byId.get(id);
    if (earlier !== undefined && !isSame(earlier.followUp, followUp)) replace(store, earlier, { ...earlier, followUp });
  }
  return trimmed(timeline);
}

function isSame(one: FollowUp | undefined, other: FollowUp): boolean {
  return one?.kind === other.kind && one.by === other.by && one.tries === other.tries;
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

/** The index for a new item, after those of the same instant. Searches from the end in growing steps. */
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

/** How many neighbours are looked at for the other listing of a request. */
const TWIN_REACH = 64;

/** Makes one row of the two listings of a request, the page's; true if `item` was one of them and has its place. */
function foldTwin(store: TimelineStore, item: EventItem): boolean {
  const { exchange } = item.event;
  const place = placeOf(store.items, item);
  const key = operationKey(exchange);
  const candidates = store.items
    .slice(Math.max(0, place - TWIN_REACH), place + TWIN_REACH)
    .filter(isEventItem)
    // The key is a digest: most are of another address, and need none.
    .filter(({ event }) => event.exchange.request.url === exchange.request.url && operationKey(event.exchange) === key);
  const twin = findTwin(listingOf(exchange), candidates, ({ event, notes }) =>
    notes.includes(LISTED_TWICE) ? null : listingOf(event.exchange),
  );
  if (twin === undefined) return false;
  if (exchange.response.viaServiceWorker) {
    remove(store, indexOf(store.items, twin));
    const noted = { ...item, notes: [LISTED_TWICE] };
    insert(store, noted);
    store.byId.set(twin.id, noted);
  } else {
    const noted = { ...twin, notes: [LISTED_TWICE] };
    replace(store, twin, noted);
    store.byId.set(item.id, noted);
  }
  return true;
}

function isEventItem(item: TimelineItem): item is EventItem {
  return item.kind === "event";
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
