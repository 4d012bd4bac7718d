import type { Panel } from "./harness/browser-session.ts";

// The extension's own pages, where `evaluate` runs.
declare const chrome: {
  readonly storage: {
    readonly local: {
      readonly set: (items: Readonly<Record<string, unknown>>) => Promise<void>;
      readonly get: (key: string) => Promise<Readonly<Record<string, unknown>>>;
    };
  };
};

/** Puts a value into the extension's storage as if another version had written it. */
export function putStored(page: Panel, key: string, value: unknown): Promise<void> {
  return page.evaluate(([name, stored]) => chrome.storage.local.set({ [name]: stored }), [key, value] as const);
}

/** What lies in the extension's storage under a key. */
export function readStored(page: Panel, key: string): Promise<unknown> {
  return page.evaluate(async (name) => (await chrome.storage.local.get(name))[name], key);
}
