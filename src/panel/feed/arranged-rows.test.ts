import { signal } from "@preact/signals";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Annotations } from "../../exchange/annotated-feed.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../settings/settings.ts";
import { appendAll } from "../../timeline/append.ts";
import { anEvent, type EventShape } from "../../timeline/testing/an-event.ts";
import type { Row } from "../../timeline/row.ts";
import { emptyTimeline, type Timeline } from "../../timeline/timeline.ts";
import { arrangeRows } from "./arranged-rows.ts";
import { listing } from "./listing-rows.ts";
import { loadFilterLanguage } from "../filter/filter-language.ts";

beforeAll(loadFilterLanguage);

const SHAPES: readonly EventShape[] = [
  { id: "a", at: 0, status: 404, code: "not_found" },
  { id: "b", at: 1, status: 404, code: "not_here" },
  { id: "c", at: 2, status: 429, code: "rate_limited" },
  { id: "d", at: 3, status: 200, outcome: "success", url: "https://api.example.test/not?rate=1" },
];

const holding = (count: number): Timeline =>
  appendAll(
    emptyTimeline(),
    SHAPES.slice(0, count).map((shape) => ({ kind: "event", event: anEvent(shape) })),
  );

/** What the panel shows of one state after the other. */
function aList() {
  const timeline = signal(emptyTimeline());
  const settings = signal<Settings>(DEFAULT_SETTINGS);
  const filterText = signal("");
  const annotations = signal<Annotations>({});
  const { rows } = arrangeRows({
    arranging: signal(listing),
    timeline,
    settings,
    filterText,
    annotations,
    utcOffsetMinutes: () => 0,
  });
  return (text: string, errorsOnly: boolean, held: Timeline): readonly Row[] => {
    timeline.value = held;
    settings.value = { ...DEFAULT_SETTINGS, errorsOnly };
    filterText.value = text;
    return rows.value;
  };
}

test("whatever was typed, switched and recorded before, the rows are those of the state in force", () => {
  const timelines = [holding(2), holding(3), holding(4)];
  const text = fc.constantFrom(
    "",
    "n",
    "no",
    "not",
    "not_",
    "not_h",
    "rate",
    "-not",
    "status:4xx",
    "status:4xx no",
    "/not/",
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.boolean(), fc.constantFrom(...timelines)), { maxLength: 8 }), (states) => {
      const shown = aList();
      for (const state of states) expect(shown(...state)).toEqual(aList()(...state));
    }),
  );
});

test("given a word that is typed letter by letter, shows what has it", () => {
  const shown = aList();
  const held = holding(4);
  expect(["not", "not_", "not_h"].map((typed) => shown(typed, false, held).map(({ id }) => id))).toEqual([
    ["a", "b", "d"],
    ["a", "b"],
    ["b"],
  ]);
});

test("a key that lets the same rows through leaves the very list, so that nothing is done again", () => {
  const shown = aList();
  const held = holding(3);
  const four = shown("status:4", false, held);
  expect(shown("status:4x", false, held)).toBe(four);
  expect(shown("status:4", false, held)).toBe(four);
  expect(shown("status:404", false, held)).not.toBe(four);
});
