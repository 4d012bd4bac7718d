import browser from "webextension-polyfill";
import { asRecord } from "../exchange/json-fields.ts";
import {
  LONGEST_TOTAL,
  NO_DOCUMENTS,
  readOwnDocuments,
  type ReadDocuments,
  toStoredDocuments,
  totalLength,
} from "../settings/own-documents.ts";
import type { OwnProvidersPort, OwnProvidersProblem } from "../settings/own-providers-port.ts";
import { describeFailure, isFull } from "./storage-failure.ts";

export type OwnProvidersStore = OwnProvidersPort & {
  /** Settles when the stored documents are read; never rejects. */
  readonly loaded: Promise<void>;
};

const KEY = "ownProviders";

/** The user's provider documents in `storage.local`, under a key of their own: they are far larger than the settings. */
export function createOwnProvidersStore(): OwnProvidersStore {
  const listeners = new Set<() => void>();
  const writer = crypto.randomUUID();
  let { documents } = NO_DOCUMENTS;
  let problems: readonly OwnProvidersProblem[] = [];

  function take(read: ReadDocuments): void {
    documents = read.documents;
    const lost: readonly OwnProvidersProblem[] = read.lost === 0 ? [] : [{ kind: "lost", count: read.lost }];
    problems = read.isNewer ? [{ kind: "newer-version" }, ...lost] : lost;
    for (const listener of listeners) listener();
  }

  async function load(): Promise<void> {
    try {
      take(readOwnDocuments((await browser.storage.local.get(KEY))[KEY]));
      browser.storage.local.onChanged.addListener((changes) => {
        const change = changes[KEY];
        if (change === undefined || asRecord(change.newValue)?.["writer"] === writer) return;
        take(readOwnDocuments(change.newValue));
      });
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
        // Between reading and writing no other page may write: one of the two changes would be lost.
        return await navigator.locks.request("faultline-own-providers", async () => {
          const stored = readOwnDocuments((await browser.storage.local.get(KEY))[KEY]);
          if (stored.isNewer) return { kind: "newer-version" as const };
          const next = change(stored.documents);
          const length = totalLength(next);
          if (length > LONGEST_TOTAL) return { kind: "too-long" as const, length, most: LONGEST_TOTAL };
          await browser.storage.local.set({ [KEY]: { ...toStoredDocuments(next), writer } });
          take({ ...NO_DOCUMENTS, documents: next });
          return undefined;
        });
      } catch (error) {
        return { kind: "not-saved", full: isFull(error), reason: describeFailure(error) };
      }
    },
    problems: () => problems,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    loaded,
  };
}
