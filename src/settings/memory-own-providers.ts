import { createListeners } from "../exchange/listeners.ts";
import { LONGEST_TOTAL, type OwnDocument, totalLength } from "./own-documents.ts";
import type { OwnProvidersPort } from "./own-providers-port.ts";

/** Own documents that are stored nowhere: for a page outside of an extension, and for tests. */
export function memoryOwnProviders(initial: readonly OwnDocument[] = []): OwnProvidersPort {
  const listeners = createListeners();
  let documents = initial;
  return {
    current: () => documents,
    save: (change) => {
      const next = change(documents);
      const length = totalLength(next);
      if (length > LONGEST_TOTAL) return Promise.resolve({ kind: "too-long", length, most: LONGEST_TOTAL });
      documents = next;
      listeners.tell();
      return Promise.resolve(undefined);
    },
    problems: () => [],
    subscribe: listeners.subscribe,
  };
}
