import browser from "webextension-polyfill";
import type { Unsubscribe } from "../exchange/feed.ts";
import { asRecord } from "../exchange/json-fields.ts";
import { DEFAULT_SETTINGS, readSettings, type Settings } from "../settings/settings.ts";

export type SettingsStore = {
  readonly current: () => Settings;
  readonly save: (change: Partial<Settings>) => void;
  readonly subscribe: (listener: (settings: Settings) => void) => Unsubscribe;
  /** Settles when the stored settings are read; never rejects. Until then the defaults are in force. */
  readonly loaded: Promise<void>;
};

const KEY = "settings";

/**
 * Settings in `storage.local`. A store that cannot be read or written costs the memory of them, nothing else. Another
 * page's change to the theme, the caps or the host mappings is taken over at once; the filter and the two toggles
 * belong to each panel and are only its starting point next time.
 */
export function createSettingsStore(): SettingsStore {
  const listeners = new Set<(settings: Settings) => void>();
  // A page hears of its own writes too, and late: taking them for news would undo what was typed since.
  const writer = crypto.randomUUID();
  let current = DEFAULT_SETTINGS;

  function set(settings: Settings): void {
    current = settings;
    for (const listener of listeners) listener(current);
  }

  async function load(): Promise<void> {
    try {
      const stored = await browser.storage.local.get(KEY);
      set(readSettings(stored[KEY]).settings);
      browser.storage.local.onChanged.addListener((changes) => {
        const value = asRecord(changes[KEY]?.newValue);
        if (value === undefined || value["writer"] === writer) return;
        const { theme, maxExchanges, maxBodyBytes, mappings } = readSettings(value).settings;
        set({ ...current, theme, maxExchanges, maxBodyBytes, mappings });
      });
    } catch {
      // Storage is switched off or broken: the defaults stay in force.
    }
  }

  async function store(): Promise<void> {
    try {
      await browser.storage.local.set({ [KEY]: { ...current, writer } });
    } catch {
      // The extension was updated under the open panel, or the disk is full: this session goes on from memory.
    }
  }

  return {
    current: () => current,
    save: (change) => {
      set({ ...current, ...change });
      void store();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    loaded: load(),
  };
}
