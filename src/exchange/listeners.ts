import type { Unsubscribe } from "./feed.ts";

/** Those who want to hear of something. */
export type Listeners<Value> = {
  readonly subscribe: (listener: (value: Value) => void) => Unsubscribe;
  readonly tell: (value: Value) => void;
};

/**
 * Nobody yet. Listeners hear in the order in which they subscribed. With `areOfOtherPages` one that throws is dropped
 * and keeps no other from hearing: its page has gone (Firefox: "dead object"). Without, it throws where it is told.
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
