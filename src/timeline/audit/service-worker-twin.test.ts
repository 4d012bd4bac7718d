import { describe, expect, test } from "vitest";
import type { ApiEvent } from "../../decode/api-event.ts";
import { auditAll, auditEvent, createAudit, takeRevisions } from "../audit.ts";
import { anEvent, type EventShape } from "../testing/an-event.ts";

const sequence = (...shapes: readonly EventShape[]): readonly ApiEvent[] => shapes.map((shape) => anEvent(shape));
const texts = (events: readonly ApiEvent[]): readonly string[] =>
  [...auditAll(events).values()].flat().map((finding) => finding.text);

// How the timeline folds them: timeline.test.ts.
describe("in the audit", () => {
  const twins = (at: number): readonly ApiEvent[] =>
    sequence({ at: at + 1, durationMs: 20, status: 503 }, { at, durationMs: 25, status: 503, viaServiceWorker: true });

  test("a request that a service worker passed on, listed twice, counts once", () => {
    const events = [...twins(0), ...twins(1000), anEvent({ at: 3000 })];
    expect(texts(events)).toEqual([
      "Answered 200 after 2 retries (503, 503 before it), 3.1 s after the first was sent.",
    ]);
  });

  test("whichever of its listings comes first, it is one retry, and three of them are not a storm", () => {
    const calls = [0, 2000, 4000, 6000].flatMap(twins);
    for (const events of [calls, calls.toReversed()]) {
      const state = createAudit();
      const found = new Map(events.map((event) => [event.id, auditEvent(state, event)]));
      for (const [id, revised] of takeRevisions(state)) found.set(id, revised);
      const storms = [...found.values()].flat().filter((finding) => finding.id === "retry-storm");
      expect(storms).toEqual([]);
    }
  });

  test("a request that a service worker sent twice before it answered counts twice", () => {
    const events = sequence(
      { at: 0, durationMs: 40, status: 503, viaServiceWorker: true },
      { at: 1, durationMs: 10, status: 503 },
      { at: 20, durationMs: 19, status: 503 },
      { at: 3000 },
    );
    expect(texts(events)).toContainEqual(expect.stringContaining("(503, 503 before it)"));
  });
});
