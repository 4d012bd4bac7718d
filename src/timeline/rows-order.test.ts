import { describe, expect, test } from "vitest";
import { EMPTY_FILTER } from "./filter.ts";
import type { RowOrder } from "./rows-order.ts";
import { countShown, type View } from "./rows.ts";
import { rows } from "./testing/rows-in-view.ts";
import { anEvent, START, type EventShape } from "./testing/an-event.ts";
import { appendAll } from "./append.ts";
import { emptyTimeline, type Timeline } from "./timeline.ts";
import type { TimelineInput } from "./timeline-item.ts";

const input = (shape: EventShape): TimelineInput => ({ kind: "event", event: anEvent(shape) });
const ids = (timeline: Timeline, view: Partial<View>): readonly string[] =>
  rows(timeline, { filter: EMPTY_FILTER, errorsOnly: false, ...view }).map((row) => row.id);

describe("rows in an order of the user's", () => {
  const timeline = appendAll(emptyTimeline(), [
    { kind: "navigation", at: START - 1, url: "https://app.example.test/" },
    input({ id: "a", at: 0, durationMs: 30, status: 404, code: "b_code", size: 10 }),
    { kind: "unreadable", sequence: 1, at: START + 1, problem: "The entry has no request." },
    input({ id: "b", at: 2, durationMs: 9, status: 200, method: "POST" }),
    input({ id: "c", at: 3, durationMs: 200, status: 429, code: "A_code", size: 5 }),
    input({ id: "d", at: 4, durationMs: 30, status: 0 }),
  ]);
  const by = (column: RowOrder["column"], descending = false) => ids(timeline, { order: { column, descending } });

  test.each<readonly [RowOrder["column"], readonly string[]]>([
    ["duration", ["b", "a", "d", "c"]],
    ["status", ["d", "b", "a", "c"]],
    ["size", ["c", "a", "b", "d"]],
    ["code", ["c", "a", "b", "d"]],
    ["method", ["a", "c", "d", "b"]],
    ["advice", ["d", "c", "a", "b"]],
  ])("by %s: equal values in order of start, absent ones last, what could not be read behind all", (column, wanted) => {
    const found = by(column);
    expect(found.filter((id) => id !== "unreadable-1")).toEqual(wanted);
    expect(found).not.toContain("navigation-1");
  });

  test("the other way round keeps absent values last", () => {
    expect(by("size", true).slice(0, 2)).toEqual(["a", "c"]);
    expect(by("duration", true).slice(0, 4)).toEqual(["c", "a", "d", "b"]);
  });

  test("by time, latest first, keeps the navigation marker after the calls of its page", () => {
    expect(by("time", true)).toEqual(["d", "c", "b", "unreadable-1", "a", "navigation-1"]);
  });

  test("pinned rows come before all others, in the same order among themselves", () => {
    expect(ids(timeline, { pinned: new Set(["d", "b"]), order: { column: "duration", descending: true } })).toEqual([
      "d",
      "b",
      "c",
      "a",
      "unreadable-1",
    ]);
  });
});

describe("an expanded group of repeats", () => {
  const repeat = (id: string, at: number) =>
    input({ id, at, status: 404, code: "gone", url: `https://api.example.test/x?n=${at}` });
  const timeline = appendAll(emptyTimeline(), [
    repeat("a", 0),
    input({ id: "other", at: 1 }),
    repeat("b", 2),
    repeat("c", 3),
  ]);
  const view = { filter: EMPTY_FILTER, errorsOnly: false, groupRepeats: true };
  const head = rows(timeline, view).find((row) => row.id === "c");
  const key = head?.kind === "event" ? (head.group?.key ?? "") : "";

  test("lists its members under the latest, and counts them once", () => {
    const shown = rows(timeline, { ...view, expanded: new Set([key]) });
    expect(shown.map((row) => row.id)).toEqual(["other", "c", "a", "b"]);
    expect(countShown(shown)).toBe(4);
  });

  test("keeps its members under it in any order", () => {
    const order = { column: "status", descending: true } as const;
    expect(ids(timeline, { ...view, expanded: new Set([key]), order })).toEqual(["c", "b", "a", "other"]);
  });

  test("is the same row as long as it has the same members", () => {
    expect(rows(timeline, view)).toEqual(rows(timeline, view));
    expect(rows(timeline, view)[1]).toBe(rows(timeline, view)[1]);
  });

  test("leaves a pinned repeat by itself", () => {
    const pinned = new Set(["a"]);
    expect(rows(timeline, { ...view, pinned }).map((row) => (row.kind === "event" ? row.repeats : []))).toEqual([
      ["a"],
      ["other"],
      ["b", "c"],
    ]);
  });
});
