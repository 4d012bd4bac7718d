import { beforeEach, expect, it, vi } from "vitest";
import { DEFAULT_SETTINGS } from "../settings/settings.ts";
import { createSettingsStore } from "./settings-store.ts";

type Changes = Readonly<Record<string, { readonly newValue?: unknown }>>;

/** `storage.local` in memory: like the real one it tells every page of every write, the writer included. */
const storage = vi.hoisted(() => {
  let stored: Record<string, unknown> = {};
  let listeners: ((changes: Changes) => void)[] = [];
  let broken = false;
  return {
    reset: () => {
      stored = {};
      listeners = [];
      broken = false;
    },
    breakDown: () => {
      broken = true;
    },
    stored: () => stored,
    get: async () => {
      if (broken) throw new Error("storage is disabled");
      return structuredClone(stored);
    },
    set: async (items: Record<string, unknown>) => {
      if (broken) throw new Error("QuotaExceededError");
      stored = { ...stored, ...structuredClone(items) };
      for (const listener of listeners)
        listener(Object.fromEntries(Object.entries(items).map(([key, newValue]) => [key, { newValue }])));
    },
    onChanged: { addListener: (listener: (changes: Changes) => void) => listeners.push(listener) },
  };
});
vi.mock("webextension-polyfill", () => ({ default: { storage: { local: storage } } }));

beforeEach(() => storage.reset());

async function aStore() {
  const store = createSettingsStore();
  await store.loaded;
  return store;
}

it("starts with the defaults and reads what was stored", async () => {
  await storage.set({ settings: { errorsOnly: true, maxExchanges: "many" } });
  const store = createSettingsStore();
  expect(store.current()).toEqual(DEFAULT_SETTINGS);
  await store.loaded;
  expect(store.current()).toEqual({ ...DEFAULT_SETTINGS, errorsOnly: true });
});

it("keeps what is saved for the next time", async () => {
  const store = await aStore();
  store.save({ filterText: "status:429" });
  await vi.waitFor(() => expect(storage.stored()).toHaveProperty("settings.filterText", "status:429"));
  expect((await aStore()).current().filterText).toBe("status:429");
});

it("is not thrown back by the late news of its own writes", async () => {
  const store = await aStore();
  store.save({ maxExchanges: 500 });
  store.save({ maxExchanges: 600 });
  const heard: number[] = [];
  store.subscribe((settings) => heard.push(settings.maxExchanges));
  await vi.waitFor(() => expect(storage.stored()).toHaveProperty("settings.maxExchanges", 600));
  expect(heard).toEqual([]);
});

it("takes over another page's mappings, and leaves its own filter alone", async () => {
  const mappings = [{ host: "localhost:4000", providerId: "example" }];
  const store = await aStore();
  const other = await aStore();
  store.save({ filterText: "mine" });
  other.save({ mappings, filterText: "theirs" });
  await vi.waitFor(() => expect(store.current().mappings).toEqual(mappings));
  expect(store.current().filterText).toBe("mine");
});

it("goes on from memory where storage fails", async () => {
  storage.breakDown();
  const store = await aStore();
  store.save({ errorsOnly: true });
  expect(store.current()).toEqual({ ...DEFAULT_SETTINGS, errorsOnly: true });
});
