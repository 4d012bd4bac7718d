import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { append, appendAll } from "./append.ts";
import { emptyTimeline, eventItem, type Timeline } from "./timeline.ts";
import type { TimelineInput } from "./timeline-item.ts";
import { anEvent, START, type EventShape } from "./testing/an-event.ts";

const input = (shape: EventShape): TimelineInput => ({ kind: "event", event: anEvent(shape) });
const ids = (timeline: Timeline): readonly string[] => timeline.items.map((item) => item.id);
const of = (...inputs: readonly TimelineInput[]): Timeline => appendAll(emptyTimeline(), inputs);

describe("order", () => {
  test("entries that arrive out of order are kept in order of start", () => {
    expect(ids(of(...[30, 10, 20, 0].map((at) => input({ id: `at-${at}`, at }))))).toEqual([
      "at-0",
      "at-10",
      "at-20",
      "at-30",
    ]);
  });

  test("at the same instant the first to arrive stands first, and a navigation before what it begins", () => {
    const timeline = of(
      input({ id: "a", at: 5 }),
      input({ id: "b", at: 5 }),
      { kind: "navigation", at: START + 5, url: "https://app.example.test/" },
      { kind: "unreadable", sequence: 7, at: START + 6, problem: "The entry has no request." },
    );
    expect(ids(timeline)).toEqual(["navigation-1", "a", "b", "unreadable-7"]);
  });

  test("any arrival order gives the same order of instants", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 50 }), { maxLength: 60 }), (starts) => {
        const timeline = of(
          ...starts.map((at, index) => input({ id: `e${index}`, at, url: `https://api.example.test/${index}` })),
        );
        expect(timeline.items.map((item) => item.at - START)).toEqual(starts.toSorted((one, other) => one - other));
      }),
    );
  });

  test("an event that is already there changes nothing", () => {
    const event = anEvent({ id: "a", status: 503 });
    expect(ids(of({ kind: "event", event }, { kind: "event", event }))).toEqual(["a"]);
  });
});

describe("findings", () => {
  test("stay with their event, also when the event before it comes late", () => {
    const timeline = of(input({ id: "retry", at: 400 }), input({ id: "first", status: 429, retryAfter: 45 }));
    expect(eventItem(timeline, "retry")?.findings.map((finding) => finding.id)).toEqual([
      "retried-too-early",
      "recovered-after-n-retries",
    ]);
    expect(timeline.items[1]).toBe(eventItem(timeline, "retry"));
  });

  test("about credentials are held back where asked", () => {
    const timeline = append(emptyTimeline({ holdBackAuth: true }), input({ id: "a", status: 401 }));
    expect(eventItem(timeline, "a")?.findings).toEqual([]);
  });
});

describe("a request that a service worker passed on, which Chromium lists twice", () => {
  const shapeOfPage: EventShape = {
    id: "page",
    at: 0,
    durationMs: 6,
    status: 429,
    viaServiceWorker: true,
    pageRef: "page_1",
  };
  const shapeOfWorker: EventShape = { id: "worker", at: 1, durationMs: 4, status: 429 };
  const page = input(shapeOfPage);
  const worker = input(shapeOfWorker);

  test.each([
    ["the worker's listing first", [worker, page]],
    ["the page's listing first", [page, worker]],
  ])("is one row, %s", (_order, inputs) => {
    const timeline = of(...inputs);
    expect(ids(timeline)).toEqual(["page"]);
    expect(eventItem(timeline, "worker")?.id).toBe("page");
    expect(eventItem(timeline, "page")?.notes).toEqual([
      "A service worker passed this request on; the browser listed it twice, shown once here.",
    ]);
  });

  test("is one row however far apart the two ends were written, if the answer began before the page had all of it", () => {
    const late = input({ id: "late", at: 1, durationMs: 45, receiveMs: 42, status: 429 });
    expect(ids(of(page, late))).toEqual(["page"]);
    expect(ids(of(late, page))).toEqual(["page"]);
  });

  test("is one row if the page sees fewer headers, and two if it sees another value", () => {
    const seen = { "Content-Type": "application/json", "X-Request-Id": "req_1" };
    const filtered = input({ ...shapeOfPage, responseHeaders: seen });
    const own = (id: string): TimelineInput =>
      input({
        ...shapeOfWorker,
        responseHeaders: { ...seen, "X-Request-Id": id, Date: "Mon, 15 Jan 2024 12:00:00 GMT" },
      });
    expect(of(filtered, own("req_1")).items).toHaveLength(1);
    expect(of(filtered, own("REQ_1")).items).toHaveLength(2);
    expect(of(filtered, own("req_2")).items).toHaveLength(2);
  });

  test("is as many rows as there were requests, of several alike at once", () => {
    const pages = ["a", "b", "c"].map((id, index) =>
      input({ ...shapeOfPage, id: `page-${id}`, at: index * 4, durationMs: 30 }),
    );
    const workers = ["a", "b", "c"].map((id, index) =>
      input({ ...shapeOfWorker, id: `worker-${id}`, at: index * 4 + 2, durationMs: 27 }),
    );
    const shuffled = (inputs: readonly TimelineInput[]) =>
      fc.shuffledSubarray([...inputs], { minLength: inputs.length });
    const pairs = fc.tuple(
      ...pages.flatMap((each, index) => {
        const other = workers[index];
        return other === undefined ? [] : [shuffled([each, other])];
      }),
    );
    const arrivals = fc.oneof(
      fc.tuple(shuffled(pages), shuffled(workers)),
      fc.tuple(shuffled(workers), shuffled(pages)),
      pairs,
    );
    fc.assert(
      fc.property(arrivals, (arrived) => {
        expect(ids(of(...arrived.flat()))).toEqual(["page-a", "page-b", "page-c"]);
      }),
    );
  });

  test("is told from a request that the worker sent besides", () => {
    const first = input({ ...shapeOfWorker, id: "first", at: 0, durationMs: 2 });
    for (const inputs of [
      [first, worker, page],
      [worker, page, first],
    ])
      expect(ids(of(...inputs)).toSorted()).toEqual(["first", "page"]);
  });

  test.each<[string, EventShape]>([
    ["another status", { status: 200 }],
    ["another URL", { url: "https://api.example.test/other" }],
    ["a later end", { durationMs: 60 }],
    ["a service worker of its own", { viaServiceWorker: true }],
    ["a page of its own", { pageRef: "page_2" }],
  ])("an overlapping request with %s keeps its row", (_what, shape) => {
    const other = input({ ...shapeOfWorker, id: "other", ...shape });
    expect(of(page, other).items).toHaveLength(2);
    expect(of(other, page).items).toHaveLength(2);
  });

  test("an answer out of the worker's cache is another than the one it asked the network for meanwhile", () => {
    expect(of(input({ ...shapeOfPage, fromCache: "disk" }), worker).items).toHaveLength(2);
  });
});

describe("the cap", () => {
  const capped = (maxItems: number, shapes: readonly EventShape[]): Timeline =>
    appendAll(
      emptyTimeline({ maxItems }),
      shapes.map((shape, index) => input({ at: index, id: `e${index}`, ...shape })),
    );

  test("drops the oldest successes first, then the oldest failures, and counts them", () => {
    const timeline = capped(3, [{ status: 500 }, {}, {}, { status: 500 }, { status: 500 }, { status: 404 }]);
    expect(ids(timeline)).toEqual(["e3", "e4", "e5"]);
    expect(timeline.dropped).toEqual({ successes: 2, failures: 1 });
    expect(eventItem(timeline, "e0")).toBeUndefined();
  });

  test("is never exceeded, and nothing is lost uncounted", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.record({ at: fc.nat({ max: 30 }), status: fc.constantFrom(0, 200, 204, 404, 503) }), {
          maxLength: 40,
        }),
        (maxItems, shapes) => {
          let timeline = emptyTimeline({ maxItems });
          for (const [index, shape] of shapes.entries()) {
            timeline = append(timeline, input({ id: `e${index}`, ...shape }));
            expect(timeline.items.length).toBeLessThanOrEqual(maxItems);
          }
          const { successes, failures } = timeline.dropped;
          expect(timeline.items.length + successes + failures).toBe(shapes.length);
          expect(timeline.store.byId.size).toBe(timeline.items.length);
        },
      ),
    );
  });
});
