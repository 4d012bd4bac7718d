import { expect, test } from "vitest";
import { appendAll } from "./append.ts";
import { type Listing, listed } from "./listing.ts";
import { rowsOf } from "./row.ts";
import { anEvent, type EventShape } from "./testing/an-event.ts";
import { emptyTimeline } from "./timeline.ts";

const EVERYTHING: Listing = {
  hiddenHosts: new Set(),
  onlyDocumented: false,
  allSuccesses: true,
  pinned: new Set(),
};

const UNKNOWN = { providerId: "generic", url: "http://localhost:4010/a" } as const;

function list(shapes: readonly EventShape[], members: Partial<Listing>) {
  const events = shapes.map((shape, index) => anEvent({ at: index * 1000, ...shape }));
  const timeline = appendAll(
    emptyTimeline(),
    events.map((event) => ({ kind: "event", event })),
  );
  const { rows, inScope, unlisted } = listed(rowsOf(timeline), { ...EVERYTHING, ...members });
  return { ids: rows.map(({ id }) => id), inScope: inScope.length, unlisted };
}

test("calls of hidden hosts are counted by host, the host called last at the end, and come back", () => {
  const shapes = [
    { id: "a", ...UNKNOWN, status: 500 },
    { id: "b", ...UNKNOWN, url: "https://other.example.test/b", status: 200 },
    { id: "c", ...UNKNOWN, status: 200 },
    { id: "d", status: 500 },
  ];
  const { ids, inScope, unlisted } = list(shapes, { hiddenHosts: new Set(["localhost:4010", "other.example.test"]) });
  expect({ ids, inScope }).toEqual({ ids: ["d"], inScope: 1 });
  expect(unlisted.hidden).toEqual([
    { host: "other.example.test", calls: 1, failures: 0 },
    { host: "localhost:4010", calls: 2, failures: 1 },
  ]);
  expect(list(shapes, {}).ids).toEqual(["a", "b", "c", "d"]);
});

test("with documented APIs only, the others are counted, but for hosts that are mapped by hand", () => {
  const { ids, unlisted } = list(
    [
      { id: "a", ...UNKNOWN, status: 500 },
      { id: "b", ...UNKNOWN, status: 500, hostNote: "mapped in the settings" },
      { id: "c", status: 200 },
    ],
    { onlyDocumented: true },
  );
  expect(ids).toEqual(["b", "c"]);
  expect(unlisted.undocumented).toEqual({ calls: 1, failures: 1 });
});

test("of hosts without a document only telling successes are listed: those with limits, and those that end retries", () => {
  const limit = { name: "", limit: null, remaining: null, resetAt: null, windowSeconds: null };
  const { ids, inScope, unlisted } = list(
    [
      { id: "plain", ...UNKNOWN, status: 200 },
      { id: "limits", ...UNKNOWN, status: 200, rateLimit: { windows: [limit] } },
      { id: "failed", ...UNKNOWN, url: "http://localhost:4010/b", status: 503 },
      { id: "recovered", ...UNKNOWN, url: "http://localhost:4010/b", status: 200 },
      { id: "documented", status: 200 },
      { id: "pinned", ...UNKNOWN, url: "http://localhost:4010/c", status: 200 },
    ],
    { allSuccesses: false, pinned: new Set(["pinned"]) },
  );
  expect(ids).toEqual(["limits", "failed", "recovered", "documented", "pinned"]);
  expect({ inScope, plain: unlisted.plainSuccesses }).toEqual({ inScope: 6, plain: 1 });
});
