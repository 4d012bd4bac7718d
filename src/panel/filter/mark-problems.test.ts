import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseFilter } from "../../timeline/filter/parse-filter.ts";
import { markProblems } from "./mark-problems.ts";

describe("marks in the filter", () => {
  test("stand where an invalid word stands, and nowhere else", () => {
    const { problems } = parseFilter("status:404 nokey:x -status:old end");
    const marked = markProblems("status:404 nokey:x -status:old end", problems).filter(
      ({ problem }) => problem !== null,
    );
    expect(marked.map(({ text }) => text)).toEqual(["nokey:x", "-status:old"]);
  });

  test("never change the text they stand in", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (written) => {
        const runs = markProblems(written, parseFilter(written).problems);
        expect(runs.map(({ text }) => text).join("")).toBe(written);
      }),
    );
  });
});
