import { findProvider, type KnownHosts } from "../catalogue/find-provider.ts";
import type { HostMapping } from "../catalogue/provider.ts";
import { withDocuments } from "../catalogue/with-documents.ts";
import { isApiCall } from "../exchange/api-call.ts";
import { hostOfUrl } from "../web/url.ts";
import type { EpochMs } from "../exchange/exchange.ts";
import type { Feed, FeedStatus } from "../exchange/feed.ts";
import { createHeaderPool } from "../exchange/header-pool.ts";
import { readEntry } from "../exchange/read-entry.ts";
import { captureEntry } from "./capture.ts";
import { createDeadlines } from "./deadlines.ts";
import { callFacts, type EntryParts, readEntryParts, statusOf } from "./entry-parts.ts";
import { documentStart, readDocumentStart, readSeenDocument, type SeenDocument } from "./navigation.ts";
import type { NetworkListener } from "./network-events.ts";
import { createNotifier } from "./notifier.ts";
import { createRecorderStore, type StoreLimits } from "./recorder-store.ts";
import { createRecordingSwitch } from "./recording-switch.ts";
import { createTraffic, type Seen, SILENCE_AFTER_MS } from "./traffic.ts";

/** What the recorder needs of a provider document; its texts stay out of the DevTools page's bundle. */
export type WatchedProvider = KnownHosts;

/** What the user decides; may change while recording. */
export type RecorderSettings = StoreLimits & {
  readonly mappings: readonly HostMapping[];
  /** Whether only calls to hosts that a document or a mapping names are recorded. */
  readonly onlyDocumented?: boolean;
  /** The user's own documents: one takes the place of a shipped one with its id. */
  readonly ownProviders?: readonly WatchedProvider[];
};

export type RecorderPorts = {
  readonly browser: FeedStatus["browser"];
  readonly now: () => EpochMs;
  /** Asks the inspected page for `DOCUMENT_START_EXPRESSION`. */
  readonly askDocumentStart: () => Promise<unknown>;
  readonly isConnected: () => boolean;
  readonly providers: readonly WatchedProvider[];
  readonly contentTimeoutMs?: number;
};

export type Recorder = NetworkListener & {
  readonly feed: Feed;
  readonly configure: (settings: RecorderSettings) => void;
};

/** Long enough for 20 MiB on a slow computer; a browser that has not answered by then will not. */
const CONTENT_TIMEOUT_MS = 5000;
const NOTIFY_INTERVAL_MS = 100;
const DOCUMENTS_REMEMBERED = 10;

/**
 * The recorder of one inspected tab. Give it every event of the tab; read it through `feed`. It starts recording,
 * with the log preserved.
 */
export function createRecorder(ports: RecorderPorts, initial: RecorderSettings): Recorder {
  const { browser, now } = ports;
  const deadlines = createDeadlines(ports.contentTimeoutMs ?? CONTENT_TIMEOUT_MS);
  const since = now();
  const store = createRecorderStore(initial);
  const traffic = createTraffic(browser);
  const headerPool = createHeaderPool();
  const recording = createRecordingSwitch();
  const documents: SeenDocument[] = [];
  let known = knownHosts(ports.providers, initial);
  let onlyDocumented = initial.onlyDocumented ?? false;
  let preserveLog = true;
  let entries = 0;
  // Bodies take their time: what was asked before a clear must not appear after it.
  let clears = 0;
  // With the log not preserved: what started earlier belongs to a page that is gone, however late it comes.
  let pageStart: EpochMs = 0;

  const status = (): FeedStatus => ({
    ...traffic.status(now()),
    recording: recording.isOn(),
    since,
    browser,
    dropped: store.dropped(),
    bodyBytes: store.bodyBytes(),
    disconnected: !ports.isConnected(),
    preserveLog,
  });
  const notifier = createNotifier(() => ({ ...store.takeChange(), status: status() }), NOTIFY_INTERVAL_MS);

  function onEntry(entry: unknown, ask: () => unknown): void {
    const parts = readEntryParts(entry);
    const { url } = parts;
    const at = now();
    const startedAt = parts.startedAt ?? at;
    const provider = url === null ? undefined : findProvider(known, url)?.provider;
    const seen = url === null ? undefined : placeOf(parts, url, provider);
    traffic.sawEntry(seen ?? { as: "other" }, startedAt, at);
    const document = url === null ? undefined : readSeenDocument(parts, url, startedAt);
    if (document !== undefined)
      documents.splice(0, documents.length, ...documents.slice(1 - DOCUMENTS_REMEMBERED), document);
    notifier.schedule();
    if (!recording.takes(startedAt + parts.durationMs, at)) return;
    if (url === null) addUnreadable(entry, startedAt);
    // Do this last: it wakes other processes, which then compete with our own work for a core.
    else if (seen?.as === "call") void capture(entry, parts, ask, startedAt);
  }

  function placeOf(parts: EntryParts, url: string, provider: WatchedProvider | undefined): Seen {
    if (!isApiCall(callFacts(parts, url))) return { as: "other" };
    if (provider !== undefined || !onlyDocumented) return { as: "call" };
    const status = statusOf(parts);
    return { as: "skipped", host: hostOfUrl(url) ?? url, failed: status === 0 || status >= 400 };
  }

  /** An entry without a URL cannot be matched to a host, so it becomes an "unreadable" row. */
  function addUnreadable(entry: unknown, startedAt: EpochMs): void {
    const result = readEntry(entry, { id: "" });
    if (result.ok) return;
    store.addUnreadable(startedAt, result.problem);
    notifier.schedule();
  }

  async function capture(entry: unknown, parts: EntryParts, ask: () => unknown, startedAt: EpochMs) {
    const clearsBefore = clears;
    const navigationsBefore = traffic.navigations();
    entries += 1;
    const captured = await captureEntry(entry, parts, ask, {
      id: `e${entries}`,
      deadlines,
      headerPool,
      hasNavigated: () => traffic.navigations() !== navigationsBefore,
    });
    // If the clock was set back, everything seems to belong to an earlier page: then nothing is dropped.
    const isOfEarlierPage = !preserveLog && startedAt < pageStart && now() >= pageStart;
    if (clears !== clearsBefore || isOfEarlierPage) return;
    store.add(captured, startedAt);
    notifier.schedule();
  }

  function onNavigated(url: string): void {
    traffic.sawNavigation(url, now());
    void settleNavigation(url, now());
  }

  async function settleNavigation(url: string, heardAt: EpochMs): Promise<void> {
    const clearsBefore = clears;
    const stated = await readDocumentStart(ports.askDocumentStart);
    const began = documentStart({ url, heardAt, browser }, stated, documents);
    traffic.pageBegan(began);
    if (preserveLog) {
      if (clears === clearsBefore) store.addNavigation(began ?? heardAt, url);
    } else if (began !== null) {
      pageStart = now() < pageStart ? began : Math.max(pageStart, began);
      store.dropBefore(pageStart);
    }
    notifier.schedule();
    setTimeout(notifier.schedule, SILENCE_AFTER_MS);
  }

  const feed: Feed = {
    snapshot: () => ({ records: store.records(), status: status() }),
    subscribe: notifier.subscribe,
    clear: () => {
      clears += 1;
      store.clear();
      traffic.forgetSkipped();
      notifier.schedule();
    },
    setRecording: (next) => {
      recording.set(next, now());
      notifier.schedule();
    },
    setPreserveLog: (next) => {
      preserveLog = next;
      pageStart = 0;
      notifier.schedule();
    },
  };

  return {
    onEntry,
    onNavigated,
    feed,
    configure: (settings) => {
      known = knownHosts(ports.providers, settings);
      onlyDocumented = settings.onlyDocumented ?? false;
      store.setLimits(settings);
      notifier.schedule();
    },
  };
}

function knownHosts(shipped: readonly WatchedProvider[], { mappings, ownProviders = [] }: RecorderSettings) {
  return { providers: withDocuments(shipped, ownProviders), mappings };
}
