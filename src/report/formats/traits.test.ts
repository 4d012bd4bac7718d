import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { literalsOf } from "./literals.ts";
import { traitsOf, wordStarts } from "./traits.ts";

const WORDS = ["abandon", "zoo", "legal", "winner"];
const traits = (text: string, literals: readonly string[] = []): ReturnType<typeof traitsOf> =>
  traitsOf(text, literalsOf(literals), wordStarts(WORDS));

/** Texts out of what the rules look for, cut anywhere. */
const text = fc
  .array(
    fc.constantFrom(..."1 2 22 123 4444 4444444444444 . - : :: a ab abc fe80 é \n , / x".split(" "), " ", "4111-1111 "),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(""));

describe("one pass over a text", () => {
  test("finds every literal where a plain search finds it", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "-", "é"), maxLength: 40 });
    const literal = fc.string({ unit: fc.constantFrom("a", "b", "-"), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.uniqueArray(literal, { minLength: 1, maxLength: 6 }), letters, (literals, searched) => {
        const found: string[] = [];
        const { literals: hits } = traits(searched, literals);
        for (let at = 0; at < hits.length; at += 2) found.push(`${hits[at]}@${hits[at + 1]}`);
        const wanted = literals.flatMap((one, id) =>
          Array.from({ length: searched.length }, (_, start) => start)
            .filter((start) => searched.startsWith(one, start))
            .map((start) => `${id}@${start + one.length}`),
        );
        expect(found.toSorted()).toEqual(wanted.toSorted());
      }),
    );
  });

  test.each([
    ["an IPv4 address", /(?:\d{1,3}\.){3}\d{1,3}/, "mayHoldV4"],
    ["seven groups of an IPv6 address", /(?:[0-9a-f]{1,4}:){7}/i, "mayHoldV6"],
    ["a shortened IPv6 address", /::/, "mayHoldV6"],
  ] as const)("sees %s wherever it stands", (_what, pattern, trait) => {
    fc.assert(
      fc.property(text, (searched) => {
        if (pattern.test(searched)) expect(traits(searched)[trait]).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("sees each run of 13 digits in groups, and each run of 50 letters and digits, from its start", () => {
    fc.assert(
      fc.property(text, (searched) => {
        const runs = [...searched.matchAll(/\d(?:[ -]?\d)*/g)].filter(([run]) => run.replace(/\D/g, "").length >= 13);
        expect(traits(searched).digitRuns).toEqual(runs.map(({ index }) => index));
        const long = [...searched.matchAll(/[0-9A-Za-z]{50,}/g)];
        expect(traits(searched).longRuns).toEqual(long.flatMap(({ index, 0: run }) => [index, index + run.length]));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    [["abandon"], 12, true],
    [["legal", "Winner"], 6, true],
    [["zoo", "legal", "abandon"], 3, false],
    [["abandon", "other"], 12, false],
  ])("sees twelve words of the list in a row: %j %i times", (words, times, mayHold) => {
    expect(traits(Array.from({ length: times }, () => words.join(" 1. ")).join(", ")).mayHoldPhrase).toBe(mayHold);
  });
});
