import { beforeEach, expect, it, vi } from "vitest";
import { LONGEST_DOCUMENT, LONGEST_TOTAL, type OwnDocument, withDocument } from "../settings/own-documents.ts";
import { createOwnProvidersStore } from "./own-providers-store.ts";
import { memoryStorage, refuseStorage, resetStorage } from "./testing/memory-storage.ts";

vi.mock("webextension-polyfill", async () => {
  const { memoryStorage: local } = await import("./testing/memory-storage.ts");
  return { default: { storage: { local } } };
});

beforeEach(resetStorage);

function aDocument(id: string, source = "{}"): OwnDocument {
  return { id, source, watched: { id, hosts: [{ host: `${id}.test`, source: "seed" }] } };
}

async function aStore() {
  const store = createOwnProvidersStore();
  await store.loaded;
  return store;
}

it("keeps documents for the next time, and tells every other page of them", async () => {
  const [store, other] = [await aStore(), await aStore()];
  let heard = 0;
  other.subscribe(() => {
    heard += 1;
  });
  expect(await store.save((all) => withDocument(all, aDocument("one")))).toBeUndefined();
  expect(store.current()).toEqual([aDocument("one")]);
  expect([other.current(), heard]).toEqual([[aDocument("one")], 1]);
  expect((await aStore()).current()).toEqual([aDocument("one")]);
});

it("loses no document when two pages store one at the same time", async () => {
  const [store, other] = [await aStore(), await aStore()];
  await Promise.all([
    store.save((all) => withDocument(all, aDocument("one"))),
    other.save((all) => withDocument(all, aDocument("two"))),
  ]);
  expect(store.current().map(({ id }) => id)).toEqual(["one", "two"]);
  expect(other.current()).toEqual(store.current());
});

it("has none in any page when what is stored is removed", async () => {
  const [store, other] = [await aStore(), await aStore()];
  await store.save(() => [aDocument("one")]);
  await memoryStorage.clear();
  expect([store.current(), other.current()]).toEqual([[], []]);
});

it("refuses more than storage is meant to hold, and keeps what there is", async () => {
  const store = await aStore();
  await store.save(() => [aDocument("one")]);
  const large = Array.from({ length: 5 }, (_, index) => aDocument(`large-${index}`, "x".repeat(LONGEST_DOCUMENT)));
  expect(await store.save((all) => [...all, ...large])).toMatchObject({ kind: "too-long", most: LONGEST_TOTAL });
  expect(store.current()).toEqual([aDocument("one")]);
});

it("says why the browser refused, and keeps what there is", async () => {
  const store = await aStore();
  refuseStorage(new Error("Resource::kQuotaBytes quota exceeded"));
  expect(await store.save(() => [aDocument("one")])).toEqual({
    kind: "not-saved",
    full: true,
    reason: "Resource::kQuotaBytes quota exceeded",
  });
  expect(store.current()).toEqual([]);
});

it("says that the browser did not hand them out", async () => {
  refuseStorage(new Error("storage is disabled"));
  const store = await aStore();
  expect(store.problems()).toEqual([{ kind: "not-loaded", reason: "storage is disabled" }]);
});

it("writes over nothing that a newer version stored", async () => {
  const { id: _id, ...stored } = aDocument("one");
  await memoryStorage.set({ ownProviders: { schemaVersion: 9, documents: [stored] } });
  const store = await aStore();
  expect(store.current()).toEqual([aDocument("one")]);
  expect(store.problems()).toEqual([{ kind: "newer-version" }]);
  expect(await store.save(() => [])).toEqual({ kind: "newer-version" });
  expect(store.current()).toEqual([aDocument("one")]);
});
