import { describe, expect, test } from "vitest";
import { findRetryGaps } from "./rows-gaps.ts";
import { anEvent, START, type EventShape } from "./testing/an-event.ts";
import { appendAll } from "./append.ts";
import { emptyTimeline } from "./timeline.ts";

const gapOf = (id: string, ...shapes: readonly EventShape[]) =>
  findRetryGaps(
    appendAll(
      emptyTimeline(),
      shapes.map((shape) => ({ kind: "event", event: anEvent(shape) }) as const),
    ),
  )(id);

describe("the gap before a retry", () => {
  test("reaches from the failed response to the retry, with the wait that was asked for", () => {
    const first = { id: "first", at: 0, durationMs: 100, status: 429, retryAfter: 30 };
    expect(gapOf("second", first, { id: "second", at: 1100 })).toEqual({
      previousId: "first",
      from: START + 100,
      waitUntil: START + 100 + 30_000,
    });
  });

  test("is not there before a first attempt, after a success, or between different calls", () => {
    expect(gapOf("first", { id: "first", status: 500 })).toBeNull();
    expect(gapOf("second", { id: "first", at: 0 }, { id: "second", at: 500 })).toBeNull();
    expect(gapOf("second", { id: "first", at: 0, status: 500 }, { id: "second", at: 500, method: "POST" })).toBeNull();
    expect(gapOf("gone", { id: "first" })).toBeNull();
  });
});
