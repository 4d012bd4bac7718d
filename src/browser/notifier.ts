import type { Unsubscribe } from "../exchange/feed.ts";

export type Notifier<Change> = {
  readonly subscribe: (listener: (change: Change) => void) => Unsubscribe;
  /** Says that there is news: at once after a pause, else once per interval. */
  readonly schedule: () => void;
};

/**
 * Tells listeners of changes at most every `intervalMs`: the first change after a pause at once, so that a single
 * request shows without delay (hidden pages get their timers late), a burst in batches. `take` makes the change that
 * all listeners get. A listener that throws is dropped: its page has gone (Firefox: "dead object").
 */
export function createNotifier<Change>(take: () => Change, intervalMs: number): Notifier<Change> {
  const listeners = new Set<(change: Change) => void>();
  let waiting = false;
  let pending = false;

  function notify(): void {
    pending = false;
    const change = take();
    for (const listener of listeners) {
      try {
        listener(change);
      } catch {
        listeners.delete(listener);
      }
    }
    waiting = true;
    setTimeout(() => {
      waiting = false;
      if (pending) notify();
    }, intervalMs);
  }

  return {
    subscribe: (listener) => {
      // What is pending stands in the snapshot that a new listener takes; told of it again, it would have it twice.
      if (pending) notify();
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    schedule: () => {
      if (waiting) pending = true;
      else notify();
    },
  };
}
