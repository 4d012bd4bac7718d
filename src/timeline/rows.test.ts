import { describe, expect, test } from "vitest";
import { parseFilter } from "./filter/parse-filter.ts";
import { EMPTY_FILTER } from "./filter.ts";
import { type EventRow, eventRowOf, rowsOf } from "./row.ts";
import { countKept, countShown, filtered, type View } from "./rows.ts";
import { rows } from "./testing/rows-in-view.ts";
import { appendAll } from "./append.ts";
import { emptyTimeline, type Timeline } from "./timeline.ts";
import type { TimelineInput } from "./timeline-item.ts";
import { anEvent, START, type EventShape } from "./testing/an-event.ts";

const input = (shape: EventShape): TimelineInput => ({ kind: "event", event: anEvent(shape) });
const navigation = (at: number): TimelineInput => ({
  kind: "navigation",
  at: START + at,
  url: "https://app.example.test/",
});
const of = (...inputs: readonly TimelineInput[]): Timeline => appendAll(emptyTimeline(), inputs);
const view = (members: Partial<View> & { readonly text?: string } = {}): View => ({
  filter: members.text === undefined ? EMPTY_FILTER : parseFilter(members.text),
  errorsOnly: members.errorsOnly ?? false,
  groupRepeats: members.groupRepeats ?? false,
});
const ids = (timeline: Timeline, members: Partial<View> & { readonly text?: string } = {}): readonly string[] =>
  rows(timeline, view(members)).map((row) => row.id);
const rowOfOnly = (shape: EventShape): EventRow | undefined => {
  const [row] = rows(of(input(shape)), view());
  return row?.kind === "event" ? row : undefined;
};

describe("a row", () => {
  test("is found by the id of its event, and of a listing that was folded into it", () => {
    const timeline = of(
      input({ id: "page", at: 0, viaServiceWorker: true }),
      input({ id: "worker", at: 0 }),
      navigation(5),
    );
    expect(eventRowOf(timeline, "page")).toBe(rows(timeline, view())[0]);
    expect(eventRowOf(timeline, "worker")).toBe(eventRowOf(timeline, "page"));
    expect(eventRowOf(timeline, "navigation-1")).toBeUndefined();
  });

  test("shows a failure's parts", () => {
    const row = rowOfOnly({
      id: "a",
      method: "POST",
      url: "https://API.example.test:8443/v1/things?page=2#top",
      status: 429,
      retryAfter: 12,
      code: "RATE_LIMITED",
      title: "Too many requests",
      size: 40,
    });
    expect(row).toMatchObject({
      id: "a",
      at: START,
      method: "POST",
      host: "api.example.test:8443",
      path: "/v1/things",
      query: "?page=2",
      providerName: "Example",
      statusText: "429",
      code: "RATE_LIMITED",
      title: "Too many requests",
      advice: "after-delay",
      retryAt: START + 100 + 12_000,
      durationMs: 100,
      size: 40,
      isError: true,
      repeats: ["a"],
    });
  });

  test.each([
    ["https://api.example.test", "/", ""],
    ["https://api.example.test?x", "/", "?x"],
    ["https://api.example.test/a#b?c", "/a", ""],
    ["data:,x", "data:,x", ""],
  ])("of %s has its path and query", (url, path, query) => {
    expect(rowOfOnly({ url })).toMatchObject({ path, query });
  });

  test("of a success gives no advice, of no response says none", () => {
    expect(rowOfOnly({})).toMatchObject({ advice: null, retryAt: null, isError: false });
    expect(rowOfOnly({ status: 0 })?.statusText).toBe("none");
  });

  test("is the same object as long as nothing about it changed", () => {
    const timeline = of(input({ id: "a" }));
    expect(rows(timeline, view())[0]).toBe(rows(timeline, view({ errorsOnly: false }))[0]);
  });
});

describe("what is listed", () => {
  const timeline = of(
    input({ id: "ok", at: 0 }),
    input({ id: "preflight", at: 10, method: "OPTIONS", outcome: "evidence", status: 204 }),
    input({ id: "denied", at: 20, method: "OPTIONS", outcome: "evidence", status: 403 }),
    input({ id: "hop", at: 30, outcome: "evidence", status: 307 }),
    { kind: "unreadable", sequence: 1, at: START + 40, problem: "The entry has no request." },
    input({ id: "bad", at: 50, url: "https://api.example.test/bad", status: 500 }),
    input({ id: "hidden", at: 60, url: "https://api.example.test/hidden", outcome: "failure" }),
  );

  test("leaves out preflights and hops that worked", () => {
    expect(ids(timeline)).toEqual(["ok", "denied", "unreadable-1", "bad", "hidden"]);
  });

  test("errors only: failures, denied preflights and what could not be read", () => {
    expect(ids(timeline, { errorsOnly: true })).toEqual(["denied", "unreadable-1", "bad", "hidden"]);
  });

  test("is counted", () => {
    const shown = rows(timeline, view({ text: "method:GET" }));
    expect({ ...countKept(rowsOf(timeline)), shown: countShown(shown) }).toEqual({ shown: 3, total: 5, errors: 4 });
  });

  test("a filter of nothing but mistakes lists everything", () => {
    expect(ids(timeline, { text: "status:nonsense" })).toHaveLength(5);
  });
});

test("navigation markers stay if a row follows, and the last stays always", () => {
  const timeline = of(
    navigation(0),
    input({ id: "a", at: 1 }),
    navigation(10),
    input({ id: "b", at: 11, status: 500 }),
    navigation(20),
    input({ id: "c", at: 21 }),
    navigation(30),
  );
  expect(ids(timeline)).toEqual(["navigation-1", "a", "navigation-2", "b", "navigation-3", "c", "navigation-4"]);
  expect(ids(timeline, { errorsOnly: true })).toEqual(["navigation-2", "b", "navigation-4"]);
});

test("repeats of a code at an endpoint are folded into the latest, and counted", () => {
  const timeline = of(
    input({ id: "a", at: 0, url: "https://api.example.test/x?page=1", status: 404, code: "gone" }),
    input({ id: "b", at: 1, url: "https://api.example.test/x?page=2", status: 404, code: "gone" }),
    input({ id: "c", at: 2, url: "https://api.example.test/x?page=2", status: 404, code: "other" }),
    input({ id: "d", at: 3, url: "https://api.example.test/x?page=3", status: 404, code: "gone" }),
    input({ id: "e", at: 4 }),
    input({ id: "f", at: 5 }),
  );
  const shown = rows(timeline, view({ groupRepeats: true }));
  expect(shown.map((row) => (row.kind === "event" ? row.repeats : []))).toEqual([["c"], ["a", "b", "d"], ["e"], ["f"]]);
  expect(shown[1]?.id).toBe("d");
  expect({ ...countKept(rowsOf(timeline)), shown: countShown(shown) }).toEqual({ shown: 6, total: 6, errors: 4 });
});

test("what a narrower filter lets through is the same of all rows and of those that the wider one let through", () => {
  const timeline = of(
    navigation(0),
    input({ id: "a", at: 1, code: "not_found" }),
    navigation(2),
    input({ id: "b", at: 3, code: "not_here" }),
    navigation(4),
    input({ id: "c", at: 5, code: "other" }),
    navigation(6),
  );
  const all = rowsOf(timeline);
  expect(filtered(filtered(all, view({ text: "not" })), view({ text: "not_h" }))).toEqual(
    filtered(all, view({ text: "not_h" })),
  );
  expect(filtered(all, view({ text: "not_h" })).map((row) => row.kind)).toEqual(["navigation", "event", "navigation"]);
});
