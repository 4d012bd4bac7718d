import { describe, expect, test } from "vitest";
import { auditAll } from "../audit.ts";
import { anEvent, type EventShape } from "../testing/an-event.ts";

/** What the last of a series of failures says about the client; gaps in ms from receipt to next send. */
function changesAfter(gaps: readonly number[], shape: EventShape): string {
  let at = 0;
  const events = [0, ...gaps].map((gap, index) => {
    at += index === 0 ? 0 : gap + 40;
    return anEvent({ at, durationMs: 40, ...shape });
  });
  const last = events.at(-1);
  return (last === undefined ? [] : (auditAll(events).get(last.id) ?? [])).map((finding) => finding.change).join(" ");
}

describe("the client library is hinted at if its default matches", () => {
  test.each<[string, readonly number[], EventShape, string | null]>([
    ["1, 2, 4 s after a 400", [1003, 2004, 4008], { status: 400 }, "TanStack Query"],
    ["1, 2 s after a 400", [1003, 2004], { status: 400 }, "TanStack Query"],
    ["one gap of 1 s, which says nothing", [1003], { status: 400 }, null],
    ["0.3, 0.6 s after a 429 with Retry-After", [304, 605], { status: 429, retryAfter: 30 }, "ky"],
    ["three at once after a 503", [1, 1, 2], { status: 503 }, "axios-retry"],
    ["three at once after a 400, which axios-retry does not repeat", [1, 1, 2], { status: 400 }, null],
    [
      "0.3, 0.6 s of a POST, which ky does not repeat",
      [304, 605],
      { status: 429, retryAfter: 30, method: "POST" },
      null,
    ],
    ["3, 7, 1 s", [3000, 7000, 1000], { status: 400 }, null],
    [
      "any gap with Stainless' own header",
      [3000],
      { status: 400, requestHeaders: { "X-Stainless-Retry-Count": "1" } },
      "Stainless",
    ],
  ])("%s", (_what, gaps, shape, name) => {
    const changes = changesAfter(gaps, shape);
    expect(changes).not.toBe("");
    if (name === null) expect(changes).not.toMatch(/by default|were sent by/);
    else expect(changes).toContain(name);
  });
});
