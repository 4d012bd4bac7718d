import { expect, test, vi } from "vitest";
import { rowOf, type Row } from "../../timeline/row.ts";
import { anEvent, type EventShape } from "../../timeline/testing/an-event.ts";
import { findRows } from "./find-rows.ts";

const aRow = (shape: EventShape): Row => {
  const event = anEvent(shape);
  return rowOf({ kind: "event", id: event.id, at: 0, event, findings: [], notes: [] });
};

/** A page on which time passes only as its clock is read, and whose timers wait to be run. */
function aPage(stepMs: number) {
  let now = 0;
  const timers: (() => void)[] = [];
  return {
    timers,
    performance: { now: () => (now += stepMs) },
    setTimeout: (run: () => void) => timers.push(run),
    clearTimeout: vi.fn<(id: number | undefined) => void>(),
  };
}
type Page = Parameters<typeof findRows>[2];

test("finds what stands in a row's parts, its bodies and its address, in the order of the rows", () => {
  const page = aPage(0);
  const rows: readonly Row[] = [
    aRow({ id: "body", responseBody: { kind: "text", text: '{"hint":"Needle"}' } }),
    aRow({ id: "none" }),
    { kind: "navigation", id: "navigation-1", at: 0, url: "https://app.example.test/needle" },
    aRow({ id: "code", code: "NEEDLE_MISSING" }),
  ];
  let result: unknown;
  findRows(rows, "needle", page as unknown as Page, (...found) => (result = found));
  page.timers[0]?.();
  expect(result).toEqual([["body", "navigation-1", "code"], true]);
});

test("looks through many rows a slice at a time, telling of what it has", () => {
  const page = aPage(3);
  const rows = Array.from({ length: 10 }, (_, index) => aRow({ id: `e${index}`, code: "NEEDLE" }));
  const told: [number, boolean][] = [];
  findRows(rows, "needle", page as unknown as Page, (ids, isDone) => told.push([ids.length, isDone]));
  for (let turn = 0; turn < page.timers.length; turn += 1) page.timers[turn]?.();
  expect(told.length).toBeGreaterThan(2);
  expect(told.at(-1)).toEqual([10, true]);
  expect(told[0]?.[1]).toBe(false);
});
