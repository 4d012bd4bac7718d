import { expect, test } from "vitest";
import { attemptsOf } from "./attempts.ts";
import { appendAll } from "./append.ts";
import { emptyTimeline } from "./timeline.ts";
import { anEvent, START, type EventShape } from "./testing/an-event.ts";

const timelineOf = (...shapes: readonly EventShape[]) =>
  appendAll(
    emptyTimeline(),
    shapes.map((shape) => ({ kind: "event", event: anEvent(shape) }) as const),
  );

const lane = timelineOf(
  { id: "before", at: 0 },
  { id: "first", at: 1000, status: 429, retryAfter: 45, code: "RATE_LIMITED" },
  { id: "elsewhere", at: 1200, url: "https://api.example.test/other", status: 503 },
  { id: "second", at: 1400, status: 503 },
  { id: "third", at: 3500 },
  { id: "after", at: 9000 },
);

test.each(["first", "second", "third"])("from %s on, the lane has all attempts in order, with gaps", (id) => {
  expect(attemptsOf(lane, id).map((attempt) => [attempt.id, attempt.status, attempt.gapMs, attempt.earlyMs])).toEqual([
    ["first", 429, null, 0],
    ["second", 503, 300, 44_700],
    ["third", 200, 2000, 0],
  ]);
});

test("an attempt carries the wait its response states", () => {
  expect(attemptsOf(lane, "first")[0]).toMatchObject({
    code: "RATE_LIMITED",
    failed: true,
    advice: "after-delay",
    statedWait: { until: START + 1100 + 45_000, from: "Retry-After" },
  });
});

test.each([
  [1_000, 0],
  [1_001, 1_001],
])("sent %d ms before the wait is over, is early by %d ms: as the finding sees it", (before, early) => {
  const timeline = timelineOf(
    { id: "refused", at: 0, durationMs: 0, status: 429, retryAfter: 10 },
    { id: "again", at: 10_000 - before },
  );
  expect(attemptsOf(timeline, "again")[1]?.earlyMs).toBe(early);
});

test("an event that was never retried is alone, an unknown one has no lane", () => {
  expect(attemptsOf(lane, "after").map((attempt) => attempt.id)).toEqual(["after"]);
  expect(attemptsOf(lane, "nobody")).toEqual([]);
});
