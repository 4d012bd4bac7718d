import { beforeEach, expect, it, vi } from "vitest";
import { DEFAULT_SETTINGS } from "../settings/settings.ts";
import { SCHEMA_VERSION } from "../settings/stored-settings.ts";
import { createSettingsStore } from "./settings-store.ts";
import { inStorage, memoryStorage, refuseStorage, resetStorage } from "./testing/memory-storage.ts";

vi.mock("webextension-polyfill", async () => {
  const { memoryStorage: local } = await import("./testing/memory-storage.ts");
  return { default: { storage: { local } } };
});

beforeEach(resetStorage);

async function aStore() {
  const store = createSettingsStore();
  await store.loaded;
  return store;
}

it("starts with the defaults and reads what was stored", async () => {
  await memoryStorage.set({ settings: { errorsOnly: true, maxExchanges: "many" } });
  const store = createSettingsStore();
  expect(store.current()).toEqual(DEFAULT_SETTINGS);
  await store.loaded;
  expect(store.current()).toEqual({ ...DEFAULT_SETTINGS, errorsOnly: true });
  expect(store.problems()).toEqual([{ kind: "invalid", names: ["maxExchanges"] }]);
});

it("calls an invalid setting no problem any more once it is set", async () => {
  await memoryStorage.set({ settings: { theme: "pink", maxExchanges: "many" } });
  const store = await aStore();
  store.save({ maxExchanges: 500 });
  expect(store.problems()).toEqual([{ kind: "invalid", names: ["theme"] }]);
  store.save({ theme: "dark" });
  expect(store.problems()).toEqual([]);
});

it("leaves what a newer version stored, but for what is changed", async () => {
  await memoryStorage.set({ settings: { schemaVersion: 99, values: { telepathy: "on", theme: "sepia" } } });
  const store = await aStore();
  expect(store.problems()).toContainEqual({ kind: "newer-version", stored: 99, known: SCHEMA_VERSION });
  store.save({ density: "compact" });
  await expect.poll(() => inStorage()).toHaveProperty("settings.values.density", "compact");
  expect(inStorage()).toMatchObject({
    settings: { schemaVersion: 99, values: { telepathy: "on", theme: "sepia", density: "compact" } },
  });
});

it("goes back to the defaults of its own version when it is reset", async () => {
  await memoryStorage.set({ settings: { schemaVersion: 99, values: { telepathy: "on", density: "compact" } } });
  const store = await aStore();
  store.reset();
  expect(store.current()).toEqual(DEFAULT_SETTINGS);
  expect(store.problems()).toEqual([]);
  await expect.poll(() => inStorage()).toHaveProperty("settings.schemaVersion", SCHEMA_VERSION);
  expect(inStorage()).not.toHaveProperty("settings.values.telepathy");
});

it("keeps a change that came before the stored settings were read, and the stored ones", async () => {
  await memoryStorage.set({ settings: { density: "compact" } });
  const store = createSettingsStore();
  store.save({ theme: "dark" });
  await store.loaded;
  expect(store.current()).toEqual({ ...DEFAULT_SETTINGS, density: "compact", theme: "dark" });
  await expect.poll(() => inStorage()).toMatchObject({ settings: { values: { density: "compact", theme: "dark" } } });
});

it("keeps what is saved for the next time", async () => {
  const store = await aStore();
  store.save({ filterText: "status:429" });
  await expect.poll(() => inStorage()).toHaveProperty("settings.values.filterText", "status:429");
  expect((await aStore()).current().filterText).toBe("status:429");
});

it("is not thrown back by the late news of its own writes", async () => {
  const store = await aStore();
  store.save({ maxExchanges: 500 });
  store.save({ maxExchanges: 600 });
  const heard: number[] = [];
  store.subscribe((settings) => heard.push(settings.maxExchanges));
  await expect.poll(() => inStorage()).toHaveProperty("settings.values.maxExchanges", 600);
  expect(heard).toEqual([]);
});

it("takes over another page's mappings, and leaves its own filter alone", async () => {
  const mappings = [{ host: "localhost:4000", providerId: "example" }];
  const store = await aStore();
  const other = await aStore();
  store.save({ filterText: "mine" });
  other.save({ mappings, filterText: "theirs" });
  await expect.poll(() => store.current().mappings).toEqual(mappings);
  expect(store.current().filterText).toBe("mine");
});

it("goes back to the defaults in every page when what is stored is removed", async () => {
  const [store, other] = [await aStore(), await aStore()];
  store.save({ filterText: "mine", maxExchanges: 500 });
  await expect.poll(() => other.current().maxExchanges).toBe(500);
  await memoryStorage.clear();
  expect([store.current(), other.current()]).toEqual([DEFAULT_SETTINGS, DEFAULT_SETTINGS]);
});

it("goes on from memory where storage fails, and says so", async () => {
  refuseStorage(new Error("storage is disabled"));
  const store = await aStore();
  store.save({ errorsOnly: true });
  expect(store.current()).toEqual({ ...DEFAULT_SETTINGS, errorsOnly: true });
  await expect.poll(() => store.problems()).toHaveLength(2);
  expect(store.problems()).toEqual([
    { kind: "not-loaded", reason: "storage is disabled" },
    { kind: "not-saved", full: false, reason: "storage is disabled" },
  ]);
});

it("says that storage is full until a change could be stored again", async () => {
  const store = await aStore();
  const heard: number[] = [];
  store.subscribe(() => heard.push(store.problems().length));
  refuseStorage(new Error("Resource::kQuotaBytes quota exceeded"), true);
  store.save({ errorsOnly: true });
  await expect
    .poll(() => store.problems())
    .toEqual([{ kind: "not-saved", full: true, reason: "Resource::kQuotaBytes quota exceeded" }]);
  refuseStorage(undefined);
  store.save({ theme: "dark" });
  await expect.poll(() => store.problems()).toEqual([]);
  expect(inStorage()).toMatchObject({ settings: { values: { errorsOnly: true, theme: "dark" } } });
  expect(heard).toEqual([0, 1, 1, 0]);
});
