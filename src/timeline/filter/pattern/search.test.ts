import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compilePattern } from "./search.ts";

const found = (pattern: string, text: string): boolean | string => {
  const result = compilePattern(pattern);
  return result.ok ? result.search(text.toLowerCase()) : result.problem;
};

/** Patterns of the supported part, over few letters so that they match often. */
const patterns = fc.letrec<{ pattern: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(
      "a",
      "b",
      "C",
      ".",
      "\\d",
      "\\w",
      "\\s",
      "\\b",
      "^",
      "$",
      "[a-c]",
      "[^b]",
      "[A-C1]",
      "\\.",
      "\\x41",
      "[\\w-]",
    ),
    fc.tuple(tie("pattern")).map(([inner]) => `(${inner})`),
    fc
      .tuple(
        fc.constantFrom("a", "b", "[bc]", "\\w", "."),
        fc.constantFrom("*", "+", "?", "{2}", "{1,2}", "{2,}", "*?"),
      )
      .map((pair) => pair.join("")),
    fc.tuple(tie("pattern"), fc.constantFrom("*", "+", "?", "{0,2}")).map(([inner, times]) => `(?:${inner})${times}`),
  ),
  pattern: fc.oneof(
    { depthSize: "small" },
    fc.array(tie("atom"), { maxLength: 3 }).map((atoms) => atoms.join("")),
    fc.tuple(tie("pattern"), tie("pattern")).map((pair) => pair.join("|")),
  ),
})).pattern;
const texts = fc.string({ unit: fc.constantFrom("a", "b", "c", "A", "1", " ", ".", "-", "\n"), maxLength: 12 });

test("finds what JavaScript's own regular expressions find", () => {
  fc.assert(
    fc.property(patterns, texts, (pattern, text) => {
      const result = compilePattern(pattern);
      fc.pre(result.ok);
      expect(found(pattern, text)).toBe(new RegExp(pattern, "im").test(text));
    }),
    { numRuns: 3000 },
  );
});

test("never throws, whatever the pattern", () => {
  fc.assert(fc.property(fc.string({ maxLength: 40 }), texts, (pattern, text) => void found(pattern, text)));
});

test.each(["(a+)+$", "(a|aa)+$", "(.*)*b", "a*a*a*a*a*a*b", "(?:a?){50}a{50}b"])(
  "%s, which makes others backtrack, reads each character once",
  (pattern) => {
    expect(found(pattern, "a".repeat(200_000))).toBe(pattern.endsWith("$"));
  },
);

describe("what is not supported gives a sentence", () => {
  test.each([
    ["(a", "A parenthesis is not closed."],
    ["a)", "A closing parenthesis has no opening one."],
    ["[a", "A bracket is not closed."],
    ["*a", "There is nothing in front of “*” to repeat."],
    ["(?=a)", "Look-ahead and look-behind are not supported."],
    ["(a)\\1", "Back-references are not supported."],
    ["\\p{L}", "“\\p” is not supported."],
    ["[b-a]", "A range in brackets runs backwards."],
    ["a{2,1}", "The numbers of a repetition run backwards."],
    ["a{500}", "A repetition may count to 100 at most."],
    ["(((a{100}){100}){100})", "The repetitions make this pattern too large."],
    ["a".repeat(301), "A pattern may have 300 characters at most."],
  ])("%s", (pattern, problem) => {
    expect(found(pattern, "aaa")).toBe(problem);
  });
});
