import { describe, expect, test } from "vitest";
import { anchorOf, offsetOf } from "./keep-place.ts";

const rows = ["a", "b", "c", "d", "e", "f"].map((id) => ({ id }));
const viewport = { top: 25, height: 60 };

describe("keeping a list in its place", () => {
  test("holds on to the selected row while it is in view, else to the uppermost", () => {
    expect(anchorOf(rows, viewport, 20, 2)).toEqual({ id: "c", below: 15 });
    expect(anchorOf(rows, viewport, 20, 5)).toEqual({ id: "b", below: -5 });
    expect(anchorOf(rows, viewport, 20, -1)).toEqual({ id: "b", below: -5 });
    expect(anchorOf([], viewport, 20, -1)).toBeUndefined();
  });

  test("follows its row when others come before it", () => {
    const anchor = { id: "c", below: 15 };
    expect(offsetOf(anchor, [{ id: "new" }, ...rows], 20)).toBe(45);
    expect(offsetOf(anchor, rows.slice(2), 20)).toBe(0);
    expect(offsetOf(anchor, rows.slice(3), 20)).toBeUndefined();
  });
});
