import { afterEach, expect, test } from "vitest";
import { setTranslation, type Value, words } from "./language.ts";
import { pseudoLanguage } from "./pseudo-language.ts";

afterEach(() => setTranslation(() => ({})));

const english = { clear: "Clear", errors: (count: Value) => `${count} errors`, retry: { no: "Do not retry" } };

test("words are English unless the page sets a translation", () => {
  expect(words("test", english)).toEqual(english);
});

test("a translation applies to sections that are loaded before and after it is set", () => {
  const before = words("before", english);
  setTranslation((name) => ({ clear: `${name}: leeren` }));
  expect([before.clear, words("after", english).clear]).toEqual(["before: leeren", "after: leeren"]);
});

test("words that a translation lacks are English", () => {
  setTranslation(() => ({ clear: "leeren" }));
  expect(words("test", english).errors(2)).toBe("2 errors");
});

test("the pseudo language accents, brackets and lengthens plain texts, sentences and words by value", () => {
  setTranslation(pseudoLanguage);
  const pseudo = words("test", english);
  expect(pseudo.clear).toMatch(/^\[Cléár .+\]$/);
  expect(pseudo.errors(2)).toMatch(/^\[2 érrörs .+\]$/);
  expect(pseudo.retry.no.length).toBeGreaterThanOrEqual(english.retry.no.length * 1.4);
});

test("a missing value of a sentence is a type error", () => {
  // @ts-expect-error -- the count is missing
  expect(words("test", english).errors()).toBe("undefined errors");
});
