import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsOnScreen, scrollToRow, visibleRows } from "./visible-rows.ts";

test("renders every row that is on screen and a bounded number of others", () => {
  fc.assert(
    fc.property(fc.nat(20_000), fc.integer({ min: 1, max: 2000 }), fc.nat(500_000), (count, height, scrolled) => {
      const top = Math.max(0, Math.min(scrolled, count * 21 - height));
      const { first, end } = visibleRows({ top, height }, count, 21);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(count);
      expect(first * 21).toBeLessThanOrEqual(top);
      if (end < count) expect(end * 21).toBeGreaterThanOrEqual(top + height);
      expect(end - first).toBeLessThanOrEqual(Math.ceil(height / 21) + 20);
      const onScreen = rowsOnScreen({ top, height }, count, 21);
      expect(onScreen.first).toBeGreaterThanOrEqual(first);
      expect(onScreen.end).toBeLessThanOrEqual(end);
      if (count > 0) {
        expect(onScreen.first * 21).toBeLessThanOrEqual(top);
        expect(onScreen.end * 21).toBeGreaterThanOrEqual(Math.min(count * 21, top + height));
        expect((onScreen.end - onScreen.first) * 21).toBeLessThan(height + 2 * 21);
      }
    }),
  );
});

test("given a list that shrank above the viewport, renders its last rows", () => {
  expect(visibleRows({ top: 100_000, height: 210 }, 12, 21)).toEqual({ first: 0, end: 12 });
});

test("given no rows, renders none", () => {
  expect(visibleRows({ top: 0, height: 210 }, 0, 21)).toEqual({ first: 0, end: 0 });
});

test("scrolls no further than needed to show a row whole", () => {
  const viewport = { top: 210, height: 210 };
  expect(scrollToRow(12, viewport, 21)).toBe(210);
  expect(scrollToRow(5, viewport, 21)).toBe(105);
  expect(scrollToRow(20, viewport, 21)).toBe(231);
});
