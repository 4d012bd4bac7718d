import { createListeners } from "../exchange/listeners.ts";
import {
  LONGEST_TOTAL,
  NO_DOCUMENTS,
  readOwnDocuments,
  type ReadDocuments,
  toStoredDocuments,
  totalLength,
} from "../settings/own-documents.ts";
import type { OwnProvidersPort, OwnProvidersProblem, RefusedSave } from "../settings/own-providers-port.ts";
import { describeFailure, isFull } from "./storage-failure.ts";
import { createStoredValue } from "./stored-value.ts";

export type OwnProvidersStore = OwnProvidersPort & {
  /** Settles when the stored documents are read; never rejects. */
  readonly loaded: Promise<void>;
};

/** The user's provider documents in `storage.local`, under a key of their own: they are far larger than the settings. */
export function createOwnProvidersStore(): OwnProvidersStore {
  const listeners = createListeners();
  const stored = createStoredValue("ownProviders");
  let { documents } = NO_DOCUMENTS;
  let problems: readonly OwnProvidersProblem[] = [];

  function take(read: ReadDocuments): void {
    documents = read.documents;
    const lost: readonly OwnProvidersProblem[] = read.lost === 0 ? [] : [{ kind: "lost", count: read.lost }];
    problems = read.isNewer ? [{ kind: "newer-version" }, ...lost] : lost;
    listeners.tell();
  }

  async function load(): Promise<void> {
    try {
      take(readOwnDocuments(await stored.read()));
      stored.follow((value) => take(readOwnDocuments(value)));
    } catch (error) {
      problems = [{ kind: "not-loaded", reason: describeFailure(error) }];
    }
  }

  const loaded = load();
  return {
    current: () => documents,
    save: async (change) => {
      try {
        await loaded;
        return await stored.exclusively(async (): Promise<RefusedSave | undefined> => {
          const found = readOwnDocuments(await stored.read());
          if (found.isNewer) return { kind: "newer-version" };
          const next = change(found.documents);
          const length = totalLength(next);
          if (length > LONGEST_TOTAL) return { kind: "too-long", length, most: LONGEST_TOTAL };
          await stored.write(toStoredDocuments(next));
          take({ ...NO_DOCUMENTS, documents: next });
          return undefined;
        });
      } catch (error) {
        return { kind: "not-saved", full: isFull(error), reason: describeFailure(error) };
      }
    },
    problems: () => problems,
    subscribe: listeners.subscribe,
    loaded,
  };
}
