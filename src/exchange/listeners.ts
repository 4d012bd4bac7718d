import type { Unsubscribe } from "./feed.ts";

/** Those who want to hear of something. */
export type Listeners<Value> = {
  readonly subscribe: (listener: (value: Value) => void) => Unsubscribe;
  readonly tell: (value: Value) => void;
};

/**
 * An empty set. Listeners are called in the order in which they subscribed. With `areOfOtherPages`, one that throws is dropped
 * and the others are still called: its page has gone (Firefox: "dead object"). Otherwise the caller gets the error.
 */
export function createListeners<Value = void>({ areOfOtherPages = false } = {}): Listeners<Value> {
  const listeners = new Set<(value: Value) => void>();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    tell: (value) => {
      for (const listener of listeners) {
        try {
          listener(value);
        } catch (error) {
          if (!areOfOtherPages) throw error;
          listeners.delete(listener);
        }
      }
    },
  };
}
