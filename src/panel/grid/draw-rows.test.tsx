import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Row } from "../../timeline/row.ts";
import { aClock, drawn } from "../testing/render.ts";
import { COLUMNS } from "./columns.ts";
import { useDrawnRows } from "./draw-rows.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const nothing = (): void => undefined;
const CLOCK = aClock(0);
const NO_ANNOTATIONS = {};
const ROWS: readonly Row[] = Array.from({ length: 200 }, (_, index) => ({
  kind: "navigation",
  id: `row-${index}`,
  at: index,
  url: `https://app.example.test/${index}`,
}));

type Shown = { readonly from: number; readonly rows?: readonly Row[] };

/** Twenty rows on screen, and ten around them on either side. */
function List({ from, rows = ROWS }: Shown) {
  const { drawn: elements, range } = useDrawnRows(
    rows,
    {
      onScreen: { first: from, end: Math.min(rows.length, from + 20) },
      wanted: { first: Math.max(0, from - 10), end: Math.min(rows.length, from + 30) },
    },
    undefined,
    {
      annotations: NO_ANNOTATIONS,
      columns: COLUMNS,
      clock: CLOCK,
      onFold: nothing,
      onSelect: nothing,
      onOpen: nothing,
    },
  );
  return <div data-from={range.first}>{elements}</div>;
}

/** Draws the list, and then again as it is to be shown next; returns the numbers of the rows that are drawn. */
function aList(first: Shown) {
  const root = drawn(<List {...first} />);
  const numbers = (): readonly number[] => {
    const all = [...root.querySelectorAll("[role=row]")].map((row) => Number(row.getAttribute("aria-rowindex")) - 2);
    expect(all[0]).toBe(Number(root.querySelector<HTMLElement>("[data-from]")?.dataset["from"]));
    return all;
  };
  return {
    root,
    numbers,
    show: (next: Shown): void => void act(() => render(<List {...next} />, root)),
    standStill: (): void => void act(() => void vi.advanceTimersByTime(200)),
  };
}

const from = (first: number, end: number): readonly number[] =>
  Array.from({ length: end - first }, (_, index) => first + index);

describe("the rows of a list", () => {
  test("that came to the screen are drawn first, those around it once the list stands still", () => {
    const list = aList({ from: 0 });
    expect(list.numbers()).toEqual(from(0, 20));
    list.standStill();
    expect(list.numbers()).toEqual(from(0, 30));
    list.show({ from: 100 });
    expect(list.numbers()).toEqual(from(100, 120));
    list.standStill();
    expect(list.numbers()).toEqual(from(90, 130));
  });

  test("around the screen wait on while the list is drawn again for another reason", () => {
    const list = aList({ from: 0 });
    list.show({ from: 100 });
    list.show({ from: 100, rows: [...ROWS] });
    expect(list.numbers()).toEqual(from(100, 120));
    list.standStill();
    expect(list.numbers()).toEqual(from(90, 130));
  });

  test("around the screen wait on while a few come to it, but no longer for that", () => {
    const list = aList({ from: 0 });
    list.show({ from: 100 });
    vi.advanceTimersByTime(100);
    list.show({ from: 103 });
    expect(list.numbers()).toEqual(from(100, 123));
    void act(() => void vi.advanceTimersByTime(60));
    expect(list.numbers()).toEqual(from(93, 133));
  });

  test("around the screen are drawn with them where a scroll brings few", () => {
    const list = aList({ from: 50 });
    list.standStill();
    list.show({ from: 53 });
    expect(list.numbers()).toEqual(from(43, 83));
  });

  test("that are drawn already stay, also around the screen", () => {
    const list = aList({ from: 50 });
    list.standStill();
    // Rows 40 to 79 are there: ten of them on screen, ten above it.
    list.show({ from: 70 });
    expect(list.numbers()).toEqual(from(60, 90));
  });

  test("keep their cells where they only move", () => {
    const list = aList({ from: 0 });
    const cell = (): Element | null => list.root.querySelector("#row-row-15 > [role=gridcell]");
    const before = cell();
    list.show({ from: 0, rows: ROWS.slice(5) });
    expect(cell()).toBe(before);
    expect(list.root.querySelector("#row-row-15")?.getAttribute("aria-rowindex")).toBe("12");
  });
});
