import { describe, expect, it, vi } from "vitest";
import type { FeedRecord } from "../exchange/feed.ts";
import { createRecorder, type RecorderPorts } from "./recorder.ts";
import { anEntry, type EntryParts } from "./testing/an-entry.ts";

const settings = { maxExchanges: 1000, maxBodyBytes: 1_000_000, mappings: [] };
const failure = { content: '{"error":{"code":"not_found"}}', encoding: "" };

function aRecorder(ports: Partial<RecorderPorts> = {}) {
  const recorder = createRecorder(
    {
      browser: "chromium",
      now: () => 2_000_000,
      askDocumentStart: async () => [2_000_000, undefined],
      isConnected: () => true,
      providers: [{ id: "example", hosts: [{ host: "api.example.test", source: "seed" }] }],
      ...ports,
    },
    settings,
  );
  const records = () => recorder.feed.snapshot().records;
  return {
    ...recorder,
    records,
    status: () => recorder.feed.snapshot().status,
    entry: (parts: EntryParts, answer: unknown = failure) => recorder.onEntry(anEntry(parts), async () => answer),
    settled: (count: number) => expect.poll(() => records()).toHaveLength(count),
  };
}

const paths = (records: readonly FeedRecord[]) =>
  records.map((record) => (record.kind === "exchange" ? new URL(record.read().request.url).pathname : record.kind));

describe("recording", () => {
  it("records the API calls of every host, and asks for the body of no other request", async () => {
    const recorder = aRecorder();
    const ask = vi.fn();
    recorder.onEntry(anEntry({ url: "https://cdn.example.test/a.js", resourceType: "script", mimeType: "" }), ask);
    recorder.onEntry(anEntry({ url: "https://cdn.example.test/a.png", resourceType: "image" }), ask);
    recorder.entry({ url: "https://API.example.test/v1/a" });
    recorder.entry({ url: "https://unknown.example.test/v1/b" });
    await recorder.settled(2);
    expect(ask).not.toHaveBeenCalled();
    expect(paths(recorder.records())).toEqual(["/v1/a", "/v1/b"]);
    expect(recorder.status()).toMatchObject({ entriesSeen: 4, callsSeen: 2, callsRecorded: 2, skippedHosts: [] });
  });

  it("records hosts without a document only if the user wants them", async () => {
    const recorder = aRecorder();
    recorder.configure({ ...settings, onlyDocumented: true });
    const ask = vi.fn();
    recorder.onEntry(anEntry({ url: "https://unknown.example.test/v1/a" }), ask);
    recorder.entry({ url: "https://api.example.test/v1/b" });
    await recorder.settled(1);
    expect(ask).not.toHaveBeenCalled();
    expect(paths(recorder.records())).toEqual(["/v1/b"]);
    expect(recorder.status().skippedHosts).toEqual([{ host: "unknown.example.test", calls: 1, failures: 1 }]);
  });

  it("asks for a body before the event is over", () => {
    const recorder = aRecorder();
    const ask = vi.fn(async () => failure);
    recorder.onEntry(anEntry({}), ask);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it("gives every exchange an id of its own", async () => {
    const recorder = aRecorder();
    for (let index = 0; index < 300; index++) recorder.entry({ url: `https://api.example.test/${index}` });
    await recorder.settled(300);
    expect(new Set(recorder.records().map((record) => record.kind === "exchange" && record.read().id)).size).toBe(300);
  });

  it("makes a record of an entry that cannot be read", async () => {
    const recorder = aRecorder();
    recorder.onEntry({ response: {} }, async () => undefined);
    await recorder.settled(1);
    expect(recorder.records()[0]).toMatchObject({ kind: "unreadable", problem: "The entry has no request." });
  });

  it("records requests that ended while it was not paused, even if reported later, and counts the rest", async () => {
    let time = 2_000_000;
    const recorder = aRecorder({ now: () => time });
    const endedAt = (at: number, path: string) =>
      recorder.entry({ url: `https://api.example.test/${path}`, startedAt: at - 12, timeMs: 12 });
    time = 2_001_000;
    recorder.feed.setRecording(false);
    endedAt(2_000_900, "before-and-late");
    endedAt(2_001_500, "paused");
    time = 2_002_000;
    recorder.feed.setRecording(true);
    endedAt(2_001_900, "paused-and-late");
    endedAt(2_002_100, "again");
    await recorder.settled(2);
    expect(paths(recorder.records())).toEqual(["/before-and-late", "/again"]);
    expect(recorder.status().entriesSeen).toBe(4);
  });

  it("records a host that the user maps to a document while it runs", async () => {
    const recorder = aRecorder();
    recorder.configure({
      ...settings,
      onlyDocumented: true,
      mappings: [{ host: "localhost:4000", providerId: "example" }],
    });
    recorder.entry({ url: "http://localhost:4000/v1/a" });
    recorder.entry({ url: "http://localhost:4001/v1/b" });
    await recorder.settled(1);
    expect(paths(recorder.records())).toEqual(["/v1/a"]);
  });

  it("tells subscribers of what was added", async () => {
    const recorder = aRecorder();
    const added: FeedRecord[] = [];
    recorder.feed.subscribe((change) => added.push(...change.added));
    recorder.entry({});
    await expect.poll(() => added).toHaveLength(1);
  });

  it("records on, in order of arrival, when the clock is set back or the computer slept", async () => {
    let clock = Date.parse("2026-01-14T10:00:00Z");
    const recorder = aRecorder({ browser: "firefox", now: () => clock });
    recorder.entry({ url: "https://api.example.test/before", startedAt: clock });
    clock -= 3_600_000;
    recorder.entry({ url: "https://api.example.test/set-back", startedAt: clock });
    clock += 36_000_000;
    recorder.entry({ url: "https://api.example.test/after-sleep", startedAt: clock });
    await recorder.settled(3);
    expect(paths(recorder.records())).toEqual(["/before", "/set-back", "/after-sleep"]);
    expect(recorder.status().silentSinceNavigation).toBe(false);
  });

  it("is not deafened by a pause that ended before the clock was set back", async () => {
    let clock = Date.parse("2026-01-14T10:00:00Z");
    const recorder = aRecorder({ now: () => clock });
    recorder.feed.setRecording(false);
    recorder.feed.setRecording(true);
    clock -= 3_600_000;
    recorder.entry({ url: "https://api.example.test/set-back", startedAt: clock });
    await recorder.settled(1);
  });

  it("stays paused when the clock is set back during the pause", async () => {
    let clock = Date.parse("2026-01-14T10:00:00Z");
    const recorder = aRecorder({ now: () => clock });
    recorder.feed.setRecording(false);
    clock -= 3_600_000;
    recorder.entry({ url: "https://api.example.test/while-paused", startedAt: clock });
    recorder.feed.setRecording(true);
    recorder.entry({ url: "https://api.example.test/later", startedAt: clock });
    await recorder.settled(1);
    expect(paths(recorder.records())).toEqual(["/later"]);
  });

  it("with the log not preserved, drops nothing for a clock that was set back", async () => {
    let clock = Date.parse("2026-01-14T10:00:00Z");
    const recorder = aRecorder({ now: () => clock, askDocumentStart: async () => clock });
    recorder.feed.setPreserveLog(false);
    recorder.onNavigated("https://shop.example.test/");
    await expect.poll(() => recorder.status().navigations).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    clock -= 3_600_000;
    recorder.entry({ url: "https://api.example.test/set-back", startedAt: clock });
    await recorder.settled(1);
  });

  it("says when the extension is gone", () => {
    expect(aRecorder({ isConnected: () => false }).status().disconnected).toBe(true);
  });
});

describe("clearing", () => {
  it("forgets what was asked for before and comes after it", async () => {
    const recorder = aRecorder();
    let answer: (value: unknown) => void = () => undefined;
    recorder.onEntry(
      anEntry({ url: "https://api.example.test/late" }),
      () => new Promise((resolve) => (answer = resolve)),
    );
    recorder.feed.clear();
    answer(failure);
    recorder.entry({ url: "https://api.example.test/new" });
    await recorder.settled(1);
    expect(paths(recorder.records())).toEqual(["/new"]);
  });

  it("forgets a navigation whose start was still being asked for", async () => {
    let answer: (value: unknown) => void = () => undefined;
    const recorder = aRecorder({ askDocumentStart: () => new Promise((resolve) => (answer = resolve)) });
    recorder.onNavigated("https://shop.example.test/");
    recorder.feed.clear();
    answer([1_500_000, undefined]);
    recorder.entry({ url: "https://api.example.test/new" });
    await recorder.settled(1);
    expect(paths(recorder.records())).toEqual(["/new"]);
  });
});

describe("a navigation", () => {
  const url = "https://shop.example.test/";

  it("keeps the log and marks where the new page began", async () => {
    const recorder = aRecorder({ askDocumentStart: async () => [1_500_000, undefined] });
    recorder.entry({ startedAt: 1_000_000 });
    await recorder.settled(1);
    recorder.onNavigated(url);
    await recorder.settled(2);
    expect(recorder.records()[1]).toEqual({ kind: "navigation", at: 1_500_000, url });
    expect(recorder.status().navigations).toBe(1);
  });

  it("with the log not preserved, drops only what started before the new page, however late either comes", async () => {
    const recorder = aRecorder({ browser: "firefox", askDocumentStart: async () => [1_500_000, undefined] });
    recorder.feed.setPreserveLog(false);
    recorder.entry({ url: "https://api.example.test/old", startedAt: 1_499_000 });
    recorder.entry({ url: "https://api.example.test/new", startedAt: 1_500_100 });
    await recorder.settled(2);
    recorder.onNavigated(url);
    await recorder.settled(1);
    recorder.entry({ url: "https://api.example.test/old-and-late", startedAt: 1_499_900 });
    recorder.entry({ url: "https://api.example.test/newer", startedAt: 1_600_000 });
    await recorder.settled(2);
    expect(paths(recorder.records())).toEqual(["/new", "/newer"]);
  });

  it("drops nothing in Firefox if the start of the new page cannot be known", async () => {
    const recorder = aRecorder({ browser: "firefox", askDocumentStart: () => Promise.reject(new Error("refused")) });
    recorder.feed.setPreserveLog(false);
    recorder.entry({ startedAt: 1_000_000 });
    await recorder.settled(1);
    const changes = vi.fn();
    recorder.feed.subscribe(changes);
    recorder.onNavigated(url);
    await expect.poll(() => changes).toHaveBeenCalled();
    expect(recorder.records()).toHaveLength(1);
  });
});
