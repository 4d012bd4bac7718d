import { describe, expect, test } from "vitest";
import { annotateFeed, asAnnotated } from "./annotated-feed.ts";
import type { Feed, FeedRecord, FeedStatus } from "./feed.ts";
import { memoryFeed, type MemoryFeed } from "./memory-feed.ts";

const record = (at: number): FeedRecord => ({
  kind: "unreadable",
  sequence: at,
  at,
  problem: "The entry has no request.",
});

const aRecorder = (...initial: readonly FeedRecord[]): MemoryFeed =>
  memoryFeed(initial, { preserveLog: true } as FeedStatus);

const starts = (feed: Feed) => feed.snapshot().records.map((one) => (one.kind === "unreadable" ? one.at : 0));

describe("a clear", () => {
  test("can be undone, with what was recorded since", () => {
    const recorder = aRecorder(record(1), record(2));
    const annotated = annotateFeed(recorder);
    const heard: boolean[] = [];
    annotated.subscribe(({ cleared }) => heard.push(cleared));
    annotated.clear();
    expect(starts(annotated)).toEqual([]);
    recorder.add(record(3));
    annotated.undoClear();
    expect(starts(annotated)).toEqual([1, 2, 3]);
    expect(heard).toEqual([true, false, true]);
  });

  test("that was forgotten cannot be undone, nor the one before the last", () => {
    const recorder = aRecorder(record(1));
    const annotated = annotateFeed(recorder);
    annotated.clear();
    recorder.add(record(2));
    annotated.clear();
    annotated.undoClear();
    expect(starts(annotated)).toEqual([2]);
    annotated.clear();
    annotated.forgetCleared();
    annotated.undoClear();
    expect(starts(annotated)).toEqual([]);
  });

  test("that was undone counts for the next one", () => {
    const annotated = annotateFeed(aRecorder(record(1)));
    annotated.clear();
    annotated.undoClear();
    annotated.clear();
    expect(starts(annotated)).toEqual([]);
    annotated.undoClear();
    expect(starts(annotated)).toEqual([1]);
  });

  test("takes pins and notes with it, and its undoing brings them back", () => {
    const annotated = annotateFeed(aRecorder(record(1)));
    annotated.annotate("a", { note: "Pressed Buy" });
    annotated.clear();
    expect(annotated.annotations()).toEqual({});
    annotated.undoClear();
    expect(annotated.annotations()).toEqual({ a: { isPinned: false, note: "Pressed Buy" } });
  });
});

test("with the log not preserved, a navigation also drops what was brought back", () => {
  const recorder = aRecorder(record(1));
  const annotated = annotateFeed(recorder);
  annotated.clear();
  annotated.undoClear();
  recorder.setPreserveLog(false);
  recorder.clear();
  expect(starts(annotated)).toEqual([]);
});

describe("annotations", () => {
  test("are changed one member at a time, and gone when nothing is left", () => {
    const annotated = annotateFeed(aRecorder());
    let heard = 0;
    annotated.subscribeAnnotations(() => (heard += 1));
    annotated.annotate("a", { isPinned: true });
    annotated.annotate("a", { note: "why" });
    expect(annotated.annotations()).toEqual({ a: { isPinned: true, note: "why" } });
    annotated.annotate("a", { isPinned: false, note: "" });
    expect([annotated.annotations(), heard]).toEqual([{}, 3]);
  });

  test("outlive a panel: the same feed is not annotated twice", () => {
    const annotated = annotateFeed(aRecorder());
    expect(asAnnotated(annotated)).toBe(annotated);
  });

  test("a listener that throws, as of a page that has gone, is dropped and keeps no other from hearing", () => {
    const annotated = annotateFeed(aRecorder());
    let heard = 0;
    annotated.subscribeAnnotations(() => {
      throw new Error("dead object");
    });
    annotated.subscribeAnnotations(() => (heard += 1));
    annotated.annotate("a", { isPinned: true });
    annotated.annotate("b", { isPinned: true });
    expect(heard).toBe(2);
  });
});
