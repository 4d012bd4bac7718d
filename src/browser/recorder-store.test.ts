import { describe, expect, it } from "vitest";
import type { Exchange } from "../exchange/exchange.ts";
import type { FeedRecord } from "../exchange/feed.ts";
import { readEntry } from "../exchange/read-entry.ts";
import { createRecorderStore } from "./recorder-store.ts";
import { anEntry, type EntryParts } from "./testing/an-entry.ts";

const unlimited = { maxExchanges: 1000, maxBodyBytes: 1_000_000 };

function anExchange(id: string, parts: EntryParts & { readonly text?: string } = {}): Exchange {
  const text = parts.text ?? "";
  const result = readEntry(anEntry({ size: text.length, ...parts }), {
    id,
    body: text === "" ? { kind: "empty" } : { kind: "text", text },
  });
  if (!result.ok) throw new Error(result.problem);
  return result.exchange;
}

const ids = (records: readonly FeedRecord[]) =>
  records.map((record) => (record.kind === "exchange" ? record.exchange.id : record.kind));

describe("the log", () => {
  it("keeps exchanges, unreadable entries and navigations in order of arrival", () => {
    const store = createRecorderStore(unlimited);
    store.add(anExchange("a"));
    store.addNavigation(5, "https://shop.example.test/");
    store.addUnreadable(6, "The entry has no request.");
    store.add(anExchange("b"));
    expect(ids(store.records())).toEqual(["a", "navigation", "unreadable", "b"]);
  });

  it("numbers its records without gaps and never twice, also after a clear", () => {
    const store = createRecorderStore(unlimited);
    store.add(anExchange("a"));
    store.addNavigation(5, "");
    store.add(anExchange("b"));
    store.clear();
    store.addUnreadable(6, "");
    const added = store.takeChange();
    store.add(anExchange("c"));
    expect(added.cleared).toBe(true);
    expect(store.records().map((record) => ("sequence" in record ? record.sequence : null))).toEqual([2, 3]);
  });

  it("hands each record out once", () => {
    const store = createRecorderStore(unlimited);
    store.add(anExchange("a"));
    expect(ids(store.takeChange().added)).toEqual(["a"]);
    expect(store.takeChange()).toEqual({ added: [], cleared: false });
  });

  it("forgets what started before a page began, and nothing else", () => {
    const store = createRecorderStore(unlimited);
    store.add(anExchange("old", { startedAt: 900 }));
    store.addNavigation(950, "");
    store.add(anExchange("new", { startedAt: 1000 }));
    store.addUnreadable(10, "");
    store.dropBefore(1000);
    expect(ids(store.records())).toEqual(["new"]);
    expect(store.takeChange().cleared).toBe(true);
  });
});

describe("over its number of exchanges", () => {
  it("drops the oldest successes first and counts them", () => {
    const store = createRecorderStore({ ...unlimited, maxExchanges: 20 });
    store.add(anExchange("failed"));
    for (let index = 0; index < 20; index++) store.add(anExchange(`ok${index}`, { status: 200 }));
    expect(store.records()).toHaveLength(19);
    expect(ids(store.records()).slice(0, 2)).toEqual(["failed", "ok2"]);
    expect(store.dropped()).toEqual({ successes: 2, failures: 0, bodies: 0 });
  });

  it("drops the oldest failures where there are only failures", () => {
    const store = createRecorderStore({ ...unlimited, maxExchanges: 20 });
    for (let index = 0; index < 21; index++) store.add(anExchange(`f${index}`));
    expect(ids(store.records())[0]).toBe("f2");
    expect(store.dropped()).toEqual({ successes: 0, failures: 2, bodies: 0 });
  });

  it("stays under a lower limit that comes later", () => {
    const store = createRecorderStore(unlimited);
    for (let index = 0; index < 50; index++) store.add(anExchange(`f${index}`));
    store.setLimits({ ...unlimited, maxExchanges: 20 });
    expect(store.records()).toHaveLength(19);
  });

  it("says that the log must be read again, and repeats no record that was dropped before it was told of", () => {
    const store = createRecorderStore({ ...unlimited, maxExchanges: 20 });
    for (let index = 0; index < 21; index++) store.add(anExchange(`f${index}`));
    expect(store.takeChange()).toEqual({ added: [], cleared: true });
  });
});

describe("over its bytes of bodies", () => {
  it("drops the oldest bodies, keeps their exchanges and counts them", () => {
    const store = createRecorderStore({ ...unlimited, maxBodyBytes: 1000 });
    for (const id of ["a", "b", "c"]) store.add(anExchange(id, { text: "x".repeat(200) }));
    const [first, second] = store.records();
    expect(first).toMatchObject({ exchange: { response: { body: { kind: "unavailable", reason: "over-limit" } } } });
    expect(second).toMatchObject({ exchange: { response: { body: { kind: "text" } } } });
    expect(store.dropped().bodies).toBe(1);
    expect(store.bodyBytes()).toBe(800);
  });

  it("gives the bodies of successes up before those of failures", () => {
    const store = createRecorderStore({ ...unlimited, maxBodyBytes: 1000 });
    store.add(anExchange("failed", { text: "x".repeat(200) }));
    store.add(anExchange("ok", { status: 200, text: "x".repeat(200) }));
    store.add(anExchange("failed too", { text: "x".repeat(200) }));
    const [failed, ok] = store.records();
    expect(failed).toMatchObject({ exchange: { response: { body: { kind: "text" } } } });
    expect(ok).toMatchObject({ exchange: { response: { body: { reason: "over-limit" } } } });
  });

  it("counts back to zero when all is cleared", () => {
    const store = createRecorderStore(unlimited);
    store.add(anExchange("a", { text: "x".repeat(200), postText: "y".repeat(10), method: "POST" }));
    expect(store.bodyBytes()).toBe(420);
    store.clear();
    expect(store.bodyBytes()).toBe(0);
    expect(store.records()).toEqual([]);
  });
});
