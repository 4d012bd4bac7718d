import browser from "webextension-polyfill";
import { asRecord } from "../exchange/json-fields.ts";

/** One value in `storage.local`, which every open page of the extension reads and writes. */
export type StoredValue = {
  /** The stored value; undefined if there is none. Rejects with the browser's own error. */
  readonly read: () => Promise<unknown>;
  /** Stores the value and tells every other page. Rejects with the browser's own error. */
  readonly write: (value: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Runs `act` while no other page runs its own: between reading and writing, one of two changes would be lost. */
  readonly exclusively: <Result>(act: () => Promise<Result>) => Promise<Result>;
  /** Calls the listener with the value that another page wrote, or undefined if the value was removed. */
  readonly follow: (onChange: (value: unknown) => void) => void;
};

/** The value under this key. What is written gets a `writer` beside its own members. */
export function createStoredValue(key: string): StoredValue {
  // A page hears of its own writes too, and late: taking them for news would undo what has changed since.
  const writer = crypto.randomUUID();
  return {
    read: async () => (await browser.storage.local.get(key))[key],
    write: (value) => browser.storage.local.set({ [key]: { ...value, writer } }),
    exclusively: async (act) => await navigator.locks.request(`faultline-${key}`, act),
    follow: (onChange) => {
      browser.storage.local.onChanged.addListener((changes) => {
        const change = changes[key];
        if (change === undefined || asRecord(change.newValue)?.["writer"] === writer) return;
        onChange(change.newValue);
      });
    },
  };
}
