import { describe, expect, test, vi } from "vitest";
import { auditAll, auditEvent, createAudit } from "./audit.ts";
import { MAX_ATTEMPTS_PER_OPERATION, MAX_OPERATIONS, MAX_ORIGINS, MAX_RETRIES_PER_ORIGIN } from "./audit/limits.ts";
import { parseFilter } from "./filter/parse-filter.ts";
import { rowsOf } from "./row.ts";
import { countKept, countShown } from "./rows.ts";
import { rows } from "./testing/rows-in-view.ts";
import { appendAll } from "./append.ts";
import { emptyTimeline } from "./timeline.ts";
import { anEvent } from "./testing/an-event.ts";

const COUNT = 10_000;

// Seconds where other work shares the processor.
vi.setConfig({ testTimeout: 60_000 });

/** Two seconds apart, over a hundred endpoints; every fourth a 429 that asks for 30 s, every tenth of those on POST. */
const events = Array.from({ length: COUNT }, (_, index) =>
  anEvent({
    id: `e${index}`,
    at: index * 2000,
    url: `https://api.example.test/v1/things/${index % 100}`,
    method: index % 40 === 0 ? "POST" : "GET",
    ...(index % 4 === 0 ? { status: 429, code: "RATE_LIMITED", retryAfter: 30 } : {}),
  }),
);

describe("ten thousand events", () => {
  const timeline = appendAll(
    emptyTimeline(),
    events.map((event) => ({ kind: "event", event }) as const),
  );

  test("are all kept, listed and counted", () => {
    const all = rows(timeline, { filter: parseFilter(""), errorsOnly: false });
    expect(countShown(all)).toBe(COUNT);
    expect(countKept(rowsOf(timeline))).toEqual({ total: COUNT, errors: COUNT / 4 });
    expect(rows(timeline, { filter: parseFilter(""), errorsOnly: true })).toHaveLength(COUNT / 4);
  });

  test.each([
    ["code:rate_limited", 2500],
    ["method:POST status:429", 250],
    ["path:*/things/7", 100],
    ["path:/things/7 -path:*/7", 1000],
    ["/things\\/9[0-9]$/", 1000],
    ["-status:429 larger-than:1", 0],
  ])("are filtered by %s", (text, count) => {
    expect(rows(timeline, { filter: parseFilter(text), errorsOnly: false })).toHaveLength(count);
  });

  test("are folded by endpoint", () => {
    const folded = rows(timeline, { filter: parseFilter(""), errorsOnly: true, groupRepeats: true });
    const endpoints = new Set(
      events.flatMap(({ exchange }) =>
        exchange.response.status === 429 ? [`${exchange.request.method} ${exchange.request.url}`] : [],
      ),
    );
    expect(folded).toHaveLength(endpoints.size);
    expect(folded.reduce((sum, row) => sum + (row.kind === "event" ? row.repeats.length : 0), 0)).toBe(COUNT / 4);
  });

  test("give the same findings at once and one by one", () => {
    const listed = timeline.items.flatMap((item) => (item.kind === "event" ? item.findings : []));
    expect(listed).toEqual([...auditAll(events).values()].flat());
  });
});

describe("the audit's memory stays within its bounds", () => {
  test("over more operations than it remembers", () => {
    const state = createAudit();
    for (let index = 0; index < MAX_OPERATIONS + 500; index += 1)
      auditEvent(state, anEvent({ at: index, url: `https://api.example.test/${index}`, status: 503 }));
    expect(state.operations.size).toBe(MAX_OPERATIONS);
  });

  test("which are so many that no retry within a full recording loses its failure", () => {
    const url = (index: number) => `https://api.example.test/${index % (COUNT / 2)}`;
    const halves = Array.from({ length: COUNT }, (_, index) =>
      anEvent({ id: `e${index}`, at: index * 500, url: url(index), status: index < COUNT / 2 ? 503 : 200 }),
    );
    expect(auditAll(halves).size).toBe(COUNT / 2);
  });

  test("over many attempts of one operation, to many origins", () => {
    const state = createAudit();
    for (let index = 0; index < 2000; index += 1)
      auditEvent(state, anEvent({ at: index * 200, durationMs: 1, status: 503 }));
    for (const { attempts } of state.operations.values()) expect(attempts.length).toBe(MAX_ATTEMPTS_PER_OPERATION);
    for (const { retries } of state.origins.values()) expect(retries.length).toBe(MAX_RETRIES_PER_ORIGIN);
    for (let index = 0; index < (MAX_ORIGINS + 50) * 2; index += 1)
      auditEvent(
        state,
        anEvent({ at: 500_000 + index * 200, url: `https://h${index >> 1}.example.test/`, status: 503 }),
      );
    expect(state.origins.size).toBe(MAX_ORIGINS);
  });
});
