import { describe, expect, it, vi } from "vitest";
import { bodyBytes } from "../exchange/body-text.ts";
import type { FeedRecord } from "../exchange/feed.ts";
import { readEntry } from "../exchange/read-entry.ts";
import type { Captured } from "./capture.ts";
import { createRecorderStore } from "./recorder-store.ts";
import { anEntry, type EntryParts } from "./testing/an-entry.ts";

const unlimited = { maxExchanges: 1000, maxBodyBytes: 1_000_000 };

function aCall(id: string, parts: EntryParts & { readonly text?: string } = {}): Captured {
  const text = parts.text ?? "";
  const result = readEntry(anEntry({ size: text.length, ...parts }), {
    id,
    body: text === "" ? { kind: "empty" } : { kind: "text", text },
  });
  if (!result.ok) throw new Error(result.problem);
  const { exchange } = result;
  return {
    status: exchange.response.status,
    bodyBytes: bodyBytes(exchange.request.body) + bodyBytes(exchange.response.body),
    read: () => exchange,
  };
}

const ids = (records: readonly FeedRecord[]) =>
  records.map((record) => (record.kind === "exchange" ? record.read().id : record.kind));

const exchangeOf = (record: FeedRecord | undefined) => (record?.kind === "exchange" ? record.read() : undefined);

describe("the log", () => {
  it("keeps exchanges, unreadable entries and navigations in order of arrival", () => {
    const store = createRecorderStore(unlimited);
    store.add(aCall("a"), 1000);
    store.addNavigation(5, "https://shop.example.test/");
    store.addUnreadable(6, "The entry has no request.");
    store.add(aCall("b"), 1000);
    expect(ids(store.records())).toEqual(["a", "navigation", "unreadable", "b"]);
  });

  it("numbers its records without gaps and never twice, also after a clear", () => {
    const store = createRecorderStore(unlimited);
    store.add(aCall("a"), 1000);
    store.addNavigation(5, "");
    store.add(aCall("b"), 1000);
    store.clear();
    store.addUnreadable(6, "");
    const added = store.takeChange();
    store.add(aCall("c"), 1000);
    expect(added.cleared).toBe(true);
    expect(store.records().map((record) => ("sequence" in record ? record.sequence : null))).toEqual([2, 3]);
  });

  it("hands each record out once", () => {
    const store = createRecorderStore(unlimited);
    store.add(aCall("a"), 1000);
    expect(ids(store.takeChange().added)).toEqual(["a"]);
    expect(store.takeChange()).toEqual({ added: [], cleared: false });
  });

  it("forgets what started before a page began, and nothing else", () => {
    const store = createRecorderStore(unlimited);
    store.add(aCall("old"), 900);
    store.addNavigation(950, "");
    store.add(aCall("new"), 1000);
    store.addUnreadable(10, "");
    store.dropBefore(1000);
    expect(ids(store.records())).toEqual(["new"]);
    expect(store.takeChange().cleared).toBe(true);
  });
});

describe("a call that was never displayed", () => {
  const counted = (id: string) => {
    const { read, ...call } = aCall(id);
    return { ...call, read: vi.fn(read) };
  };

  it("is not read, and read by who looks", () => {
    const store = createRecorderStore(unlimited);
    const call = counted("a");
    store.add(call, 1000);
    const [record] = store.takeChange().added;
    expect(call.read).not.toHaveBeenCalled();
    expect(ids(record === undefined ? [] : [record])).toEqual(["a"]);
    expect(call.read).toHaveBeenCalled();
  });

  it("goes unread with the log", () => {
    const store = createRecorderStore({ ...unlimited, maxExchanges: 20 });
    const calls = Array.from({ length: 40 }, (_, index) => counted(`e${index}`));
    for (const call of calls) store.add(call, 900);
    store.dropBefore(1000);
    expect(store.records()).toEqual([]);
    expect(calls.filter(({ read }) => read.mock.calls.length > 0)).toEqual([]);
  });
});

describe("over its number of exchanges", () => {
  it("drops the oldest successes first and counts them", () => {
    const store = createRecorderStore({ ...unlimited, maxExchanges: 20 });
    store.add(aCall("failed"), 1000);
    for (let index = 0; index < 20; index++) store.add(aCall(`ok${index}`, { status: 200 }), 1000);
    expect(store.records()).toHaveLength(19);
    expect(ids(store.records()).slice(0, 2)).toEqual(["failed", "ok2"]);
    expect(store.dropped()).toEqual({ successes: 2, failures: 0, bodies: 0 });
  });

  it("drops the oldest failures if there are only failures", () => {
    const store = createRecorderStore({ ...unlimited, maxExchanges: 20 });
    for (let index = 0; index < 21; index++) store.add(aCall(`f${index}`), 1000);
    expect(ids(store.records())[0]).toBe("f2");
    expect(store.dropped()).toEqual({ successes: 0, failures: 2, bodies: 0 });
  });

  it("stays under a lower limit that comes later", () => {
    const store = createRecorderStore(unlimited);
    for (let index = 0; index < 50; index++) store.add(aCall(`f${index}`), 1000);
    store.setLimits({ ...unlimited, maxExchanges: 20 });
    expect(store.records()).toHaveLength(19);
  });

  it("says that the log must be read again, and repeats no record that was dropped before it was reported", () => {
    const store = createRecorderStore({ ...unlimited, maxExchanges: 20 });
    for (let index = 0; index < 21; index++) store.add(aCall(`f${index}`), 1000);
    expect(store.takeChange()).toEqual({ added: [], cleared: true });
  });
});

describe("over its bytes of bodies", () => {
  it("drops the oldest bodies, keeps their exchanges and counts them", () => {
    const store = createRecorderStore({ ...unlimited, maxBodyBytes: 1000 });
    for (const id of ["a", "b", "c"]) store.add(aCall(id, { text: "x".repeat(200) }), 1000);
    const [first, second] = store.records();
    expect(exchangeOf(first)).toMatchObject({ response: { body: { kind: "unavailable", reason: "over-limit" } } });
    expect(exchangeOf(second)).toMatchObject({ response: { body: { kind: "text" } } });
    expect(store.dropped().bodies).toBe(1);
    expect(store.bodyBytes()).toBe(800);
  });

  it("gives the bodies of successes up before those of failures", () => {
    const store = createRecorderStore({ ...unlimited, maxBodyBytes: 1000 });
    store.add(aCall("failed", { text: "x".repeat(200) }), 1000);
    store.add(aCall("ok", { status: 200, text: "x".repeat(200) }), 1000);
    store.add(aCall("failed too", { text: "x".repeat(200) }), 1000);
    const [failed, ok] = store.records();
    expect(exchangeOf(failed)).toMatchObject({ response: { body: { kind: "text" } } });
    expect(exchangeOf(ok)).toMatchObject({ response: { body: { reason: "over-limit" } } });
  });

  it("counts back to zero when all is cleared", () => {
    const store = createRecorderStore(unlimited);
    store.add(aCall("a", { text: "x".repeat(200), postText: "y".repeat(10), method: "POST" }), 1000);
    expect(store.bodyBytes()).toBe(420);
    store.clear();
    expect(store.bodyBytes()).toBe(0);
    expect(store.records()).toEqual([]);
  });
});
