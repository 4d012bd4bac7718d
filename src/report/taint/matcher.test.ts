import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildMatcher, type Hit } from "./matcher.ts";

function hits(patterns: readonly string[], text: string): readonly Hit[] {
  const found: Hit[] = [];
  buildMatcher(patterns.map((pattern, id) => ({ text: pattern, id })))(text, (hit) => found.push(hit));
  return found;
}

describe("many literals in one pass", () => {
  test("are all found, overlapping ones and without case", () => {
    expect(hits(["abcde", "bcd", "CDEx"], "xABCDex")).toEqual([
      { start: 2, end: 5, id: 1 },
      { start: 1, end: 6, id: 0 },
      { start: 3, end: 7, id: 2 },
    ]);
  });

  test("are found exactly where a plain search finds them", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "A"), maxLength: 40 });
    const pattern = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 3, maxLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(pattern, { minLength: 1, maxLength: 6 }), letters, (patterns, text) => {
        const naive = patterns.flatMap((wanted, id) =>
          Array.from(text, (_, start) => start)
            .filter((start) => text.slice(start, start + wanted.length).toLowerCase() === wanted)
            .map((start) => `${id}@${start}`),
        );
        expect(
          hits(patterns, text)
            .map((hit) => `${hit.id}@${hit.start}`)
            .toSorted(),
        ).toEqual(naive.toSorted());
      }),
    );
  });
});
