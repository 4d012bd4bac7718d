import type { Unsubscribe } from "../exchange/feed.ts";
import { createListeners } from "../exchange/listeners.ts";

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
  const listeners = createListeners<Change>({ areOfOtherPages: true });
  let waiting = false;
  let pending = false;

  function notify(): void {
    pending = false;
    listeners.tell(take());
    waiting = true;
    setTimeout(() => {
      waiting = false;
      if (pending) notify();
    }, intervalMs);
  }

  return {
    subscribe: (listener) => {
      // A new listener's snapshot already has the pending changes; notified of them, it would count them twice.
      if (pending) notify();
      return listeners.subscribe(listener);
    },
    schedule: () => {
      if (waiting) pending = true;
      else notify();
    },
  };
}
