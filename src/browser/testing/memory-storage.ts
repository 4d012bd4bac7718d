import { vi } from "vitest";

type Items = Readonly<Record<string, unknown>>;
type Changes = Readonly<Record<string, { readonly newValue?: unknown }>>;
type Listener = (changes: Changes) => void;

let stored: Items = {};
let listeners: Listener[] = [];
let refusal: Error | undefined;
let isReadable = true;

/**
 * `storage.local` in memory: like the real one it tells every page of every change, the one that made it included.
 * A test mocks `webextension-polyfill` with it.
 */
export const memoryStorage = {
  get: async (): Promise<Items> => {
    if (refusal !== undefined && !isReadable) throw refusal;
    return structuredClone(stored);
  },
  set: async (items: Items): Promise<void> => {
    if (refusal !== undefined) throw refusal;
    stored = { ...stored, ...structuredClone(items) };
    tell(Object.fromEntries(Object.entries(items).map(([key, newValue]) => [key, { newValue }])));
  },
  clear: async (): Promise<void> => {
    const removed = Object.fromEntries(Object.keys(stored).map((key) => [key, {}]));
    stored = {};
    tell(removed);
  },
  onChanged: { addListener: (listener: Listener) => listeners.push(listener) },
};

/** What is stored right now, by key. */
export function inStorage(): Items {
  return stored;
}

/** From now on storage throws this on every write and, unless it is still readable, on every read; undefined ends it. */
export function refuseStorage(error: Error | undefined, isStillReadable = false): void {
  refusal = error;
  isReadable = isStillReadable;
}

/** Storage as after install, and locks that are held one after the other. */
export function resetStorage(): void {
  stored = {};
  listeners = [];
  refusal = undefined;
  let last: Promise<unknown> = Promise.resolve();
  const request = (_name: string, act: () => Promise<unknown>): Promise<unknown> => (last = last.then(act, act));
  vi.stubGlobal("navigator", { locks: { request } });
}

function tell(changes: Changes): void {
  for (const listener of listeners) listener(changes);
}
