import type { ReadGeneric } from "../../decode/decode-exchange.ts";
import type { FeedRecord, FeedStatus } from "../../exchange/feed.ts";
import { emptyTimeline, type Timeline } from "../../timeline/timeline.ts";
import { createMeters, type Meters } from "../../timing/meters.ts";
import type { PanelPorts } from "../shell/ports.ts";
import type * as Reading from "./reading.ts";

/** Work on records yields to the browser after this long, so that opening on 10,000 errors does not freeze it. */
const SLICE_MS = 10;
/** While more is waiting, what was read is shown only this often: drawing costs more than reading. */
const SHOW_EVERY_MS = 250;
/** Showing takes at most one part in so many of the time: its cost grows with the number of rows, its share must not. */
const SHOW_SHARE = 20;
/** But a few calls in a row are shown as they come: showing may be ahead of its share by this. */
const AHEAD_MS = 200;
/** But what happened stands there after this long, however slow the computer. */
const LONGEST_PAUSE_MS = 1000;

/** So many calls told of together, ten times a second, are a burst: the page is given the processor that it needs for it. */
const BURST_CALLS = 10;
/** A burst is over after this long without as many. */
const BURST_PAUSE_MS = 250;
/** But what came so far is shown after this long. */
const LONGEST_BURST_MS = 8000;

/** All that comes of the feed's records. */
export type Taken = { readonly timeline: Timeline; readonly meters: Meters; readonly status: FeedStatus };

type Intake = {
  /** Forgets everything and reads the feed's snapshot again, as with other providers. */
  readonly restart: () => void;
  readonly dispose: () => void;
};

/**
 * Feed to decode to append, once per record, and tells of each new state. Reading begins in an animation frame: browsers
 * run none for a panel that is not shown, so a hidden panel costs nothing and catches up when it is shown again. A frame
 * is asked for only when what it reads may be shown, for the browser paints in each of them. In a burst of calls the first
 * are shown at once, and the others when it is over: reading and showing them would take from the page what it needs to
 * make them. `load` brings what reads the records.
 */
export function createIntake(
  ports: Pick<PanelPorts, "feed" | "providers" | "loadDocument">,
  page: Pick<Window, "requestAnimationFrame" | "cancelAnimationFrame" | "setTimeout" | "clearTimeout" | "performance">,
  onChange: (taken: Taken) => void,
  load: () => Promise<typeof Reading>,
): Intake {
  const now = (): number => page.performance.now();
  let timeline = emptyTimeline();
  let meters = createMeters();
  // A cleared timeline says nothing about the quota: meters outlive it, and count each record once.
  let lastMetered = -1;
  let waiting: FeedRecord[] = [];
  let next = 0;
  let status: FeedStatus;
  let frame: number | undefined;
  let timer: number | undefined;
  let shownAt = Number.NEGATIVE_INFINITY;
  /** By how much showing was ahead of its share at `shownAt`. */
  let aheadMs = 0;
  let isShown = true;
  let burstUntil = Number.NEGATIVE_INFINITY;
  let reading: typeof Reading | undefined;
  let shapes: Shapes | undefined;
  let isSeen = false;
  let isGone = false;
  // Behind the first paint of the panel's frame: what decodes and audits is more code than what draws.
  void load().then(
    (loaded) => {
      reading = loaded;
      // A frame ran already: the panel is shown, and need not wait for the next one to begin.
      if (isSeen) read();
      schedule();
    },
    // The extension was updated under the open panel: the status says so, and there is nothing to read with.
    () => onChange({ timeline, meters, status }),
  );

  /** In a frame: reads, and shows what was read if it is time to. */
  const look = (): void => {
    frame = undefined;
    isSeen = true;
    // What was read beside the frames is shown first: whatever came since is read behind it.
    if (isShown && !read()) return;
    if (untilDueMs(waiting.length > 0 ? pauseMs() : 0) <= 0) show();
    goOn();
  };
  /** Beside the frames, in each of which the browser paints: nothing changes on screen until it is shown. */
  const readOn = (): void => {
    timer = undefined;
    if (read()) goOn();
  };
  const goOn = (): void => {
    if (waiting.length > 0 && untilDueMs(pauseMs()) > 0) timer ??= page.setTimeout(readOn, 0);
    else if (waiting.length > 0 || !isShown) schedule();
  };
  /** Reads for the length of a slice; false where what is needed for it is not there yet. */
  const read = (): boolean => {
    const deadline = now() + SLICE_MS;
    const providers = ports.providers();
    if (reading === undefined || isGone) return false;
    const options = { ...shapes, providers, credentialsWithheld: areCredentialsWithheld(status) };
    while (next < waiting.length && now() < deadline) {
      const record = waiting[next];
      if (shapes === undefined && record !== undefined && reading.needsShapes(record, providers)) {
        // Records wait for what reads them: one of the extension's own files, which takes a moment.
        void loadShapes().then((loaded) => {
          shapes = loaded;
          schedule();
        });
        return false;
      }
      next += 1;
      if (record === undefined) continue;
      // Read in outline for now; all is read again when the document is there.
      const pending = reading.pendingDocument(record, providers);
      if (pending !== undefined) ports.loadDocument(pending);
      const isNew = record.kind === "exchange" && record.sequence > lastMetered;
      ({ timeline, meters } = reading.readRecord({ timeline, meters }, record, options, isNew));
      if (isNew) lastMetered = record.sequence;
    }
    isShown = false;
    if (next >= waiting.length) {
      waiting = [];
      next = 0;
    }
    return true;
  };
  const show = (): void => {
    const startedAt = now();
    isShown = true;
    onChange({ timeline, meters, status });
    aheadMs = Math.max(0, aheadMs - (startedAt - shownAt) / SHOW_SHARE);
    shownAt = startedAt;
    // Behind this frame: Preact draws in a microtask, but styles, layout and paint are most of what showing costs.
    page.setTimeout(() => {
      shownAt = now();
      aheadMs += shownAt - startedAt;
    }, 0);
  };
  /** How long what was read is not shown while more is waiting: in a burst, longer than it can last, for all is read first. */
  const pauseMs = (): number => (now() < burstUntil ? 2 * LONGEST_BURST_MS : SHOW_EVERY_MS);
  /** Milliseconds until something may be shown again; `leastMs` is the shortest pause. */
  const untilDueMs = (leastMs = 0): number => {
    const pause = Math.max(leastMs, Math.min((aheadMs - AHEAD_MS) * SHOW_SHARE, LONGEST_PAUSE_MS));
    return Math.max(shownAt + pause, Math.min(burstUntil, shownAt + LONGEST_BURST_MS)) - now();
  };
  const askForFrame = (): void => {
    page.clearTimeout(timer);
    timer = undefined;
    if (!isGone) frame ??= page.requestAnimationFrame(look);
  };
  const schedule = (): void => {
    const waitMs = untilDueMs();
    if (waitMs <= 0) askForFrame();
    else if (!isGone) timer ??= page.setTimeout(whenDue, waitMs);
  };
  /** A burst may have gone on in the meantime. */
  const whenDue = (): void => {
    timer = undefined;
    schedule();
  };
  const readAgain = (): void => {
    const snapshot = ports.feed.snapshot();
    status = snapshot.status;
    timeline = emptyTimeline({ holdBackAuth: areCredentialsWithheld(status) });
    waiting = [...snapshot.records];
    next = 0;
    schedule();
  };

  status = ports.feed.snapshot().status;
  const unsubscribe = ports.feed.subscribe((change) => {
    // A user who clears or pauses is not made to wait; only what is recorded is shown now and then.
    if (change.cleared || isSwitched(status, change.status)) shownAt = Number.NEGATIVE_INFINITY;
    status = change.status;
    if (change.cleared) {
      readAgain();
      return;
    }
    for (const record of change.added) waiting.push(record);
    // What comes out of a file has no page to wait for.
    if (change.added.length > BURST_CALLS && status.file === undefined) burstUntil = now() + BURST_PAUSE_MS;
    schedule();
  });
  return {
    restart: () => {
      meters = createMeters();
      lastMetered = -1;
      readAgain();
    },
    dispose: () => {
      isGone = true;
      unsubscribe();
      page.clearTimeout(timer);
      if (frame !== undefined) page.cancelAnimationFrame(frame);
    },
  };
}

/** What reads hosts without a document; empty if it could not be loaded. */
type Shapes = { readonly readGeneric?: ReadGeneric };

/** Loaded when the first call to such a host is read. */
async function loadShapes(): Promise<Shapes> {
  try {
    const { readGeneric } = await import("../../decode/envelopes/read-generic.ts");
    return { readGeneric };
  } catch {
    // The extension was updated under the open panel: HTTP itself still explains the status.
    return {};
  }
}

function isSwitched(before: FeedStatus, now: FeedStatus): boolean {
  return before.recording !== now.recording || before.preserveLog !== now.preserveLog;
}

/** Only ever of a recording out of a file; the browser tells extensions of every credential. */
function areCredentialsWithheld({ file }: FeedStatus): boolean {
  return file?.areCredentialsWithheld ?? false;
}
