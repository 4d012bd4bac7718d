import type { Feed, FeedChange, FeedRecord, FeedStatus } from "./feed.ts";
import { createListeners } from "./listeners.ts";

/** A feed that its maker fills. */
export type MemoryFeed = Feed & {
  readonly add: (...added: readonly FeedRecord[]) => void;
  readonly setStatus: (change: Partial<FeedStatus>) => void;
};

/** A feed over a list, without a recorder: for a page outside DevTools, and for tests. It notifies at once. */
export function memoryFeed(initial: readonly FeedRecord[], initialStatus: FeedStatus): MemoryFeed {
  const listeners = createListeners<FeedChange>();
  let records = initial;
  let status = initialStatus;
  const setStatus = (change: Partial<FeedStatus>): void => {
    status = { ...status, ...change };
    listeners.tell({ added: [], cleared: false, status });
  };
  return {
    snapshot: () => ({ records, status }),
    subscribe: listeners.subscribe,
    clear: () => {
      records = [];
      listeners.tell({ added: [], cleared: true, status });
    },
    setRecording: (recording) => setStatus({ recording }),
    setPreserveLog: (preserveLog) => setStatus({ preserveLog }),
    add: (...added) => {
      records = [...records, ...added];
      listeners.tell({ added, cleared: false, status });
    },
    setStatus,
  };
}
