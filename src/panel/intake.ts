import type { FeedRecord, FeedStatus } from "../exchange/feed.ts";
import { decode } from "../decode/decode.ts";
import { append, emptyTimeline, type Timeline } from "../timeline/timeline.ts";
import type { PanelPorts } from "./ports.ts";

/** Work on records yields to the browser after this long, so that opening on 10,000 errors does not freeze it. */
const SLICE_MS = 10;

type Intake = {
  /** Forgets everything and reads the feed's snapshot again. */
  readonly restart: () => void;
  readonly dispose: () => void;
};

/**
 * Feed to decode to append, once per record, and tells of each new state. Records are taken in animation frames, as
 * many as fit into a slice: browsers run no frames for a panel that is not shown, so a hidden panel costs nothing and
 * catches up when it is shown again.
 */
export function createIntake(
  ports: Pick<PanelPorts, "feed" | "providers">,
  page: Pick<Window, "requestAnimationFrame" | "cancelAnimationFrame" | "performance">,
  onChange: (timeline: Timeline, status: FeedStatus) => void,
): Intake {
  let timeline = emptyTimeline();
  let waiting: FeedRecord[] = [];
  let next = 0;
  let status: FeedStatus;
  let frame: number | undefined;

  const work = (): void => {
    frame = undefined;
    const deadline = page.performance.now() + SLICE_MS;
    const providers = ports.providers();
    while (next < waiting.length && page.performance.now() < deadline) {
      const record = waiting[next];
      next += 1;
      if (record === undefined) continue;
      if (record.kind !== "exchange") timeline = append(timeline, record);
      else {
        const event = decode(record.exchange, providers);
        if (event !== undefined) timeline = append(timeline, { kind: "event", event });
      }
    }
    if (next < waiting.length) schedule();
    else {
      waiting = [];
      next = 0;
    }
    onChange(timeline, status);
  };
  const schedule = (): void => {
    frame ??= page.requestAnimationFrame(work);
  };
  const restart = (): void => {
    const snapshot = ports.feed.snapshot();
    timeline = emptyTimeline();
    waiting = [...snapshot.records];
    next = 0;
    status = snapshot.status;
    schedule();
  };

  status = ports.feed.snapshot().status;
  const unsubscribe = ports.feed.subscribe((change) => {
    status = change.status;
    if (change.cleared) {
      restart();
      return;
    }
    for (const record of change.added) waiting.push(record);
    schedule();
  });
  return {
    restart,
    dispose: () => {
      unsubscribe();
      if (frame !== undefined) page.cancelAnimationFrame(frame);
    },
  };
}
