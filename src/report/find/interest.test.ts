import { describe, expect, test } from "vitest";
import { FOREIGN_STEMS, interestOf, TRIGGER_STEMS } from "./interest.ts";
import { TRIGGER } from "./text-pairs.ts";

const rulesFor = (text: string): string => interestOf(text, 0, text.length).rules;

describe("a look at a text before the rules", () => {
  test("sees every word that starts the search for pairs", () => {
    // The alternatives at the top, without their optional endings.
    const alternatives = TRIGGER.source
      .split(/\|(?![^(]*\))/)
      .map((alternative) => alternative.replace(/\([^)]*\)/g, ""));
    expect(alternatives.length).toBeGreaterThan(30);
    const stems = [...TRIGGER_STEMS, ...FOREIGN_STEMS];
    expect(alternatives.filter((one) => !stems.some((stem) => one.includes(stem)))).toEqual([]);
  });

  test.each([
    ["a time", "2026-01-14T10:30:00Z"],
    ["a sentence", "the transfer went through after 3 blocks"],
    ["an address", "0x742d35Cc6634C0532925a3b844Bc454c459dFE2C"],
    ["an amount", "1000000000000000000000"],
    ["a hash of capitals", "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"],
  ])("finds nothing to do in %s", (_what, text) => {
    expect(rulesFor(text)).toBe("nothing");
  });

  test.each([
    ["text in base64", "id YXBpX2tleT1xN1dtMlp4"],
    ["text in hexadecimal", "data 6170695f6b65793d71"],
    ["text in hexadecimal after a hyphen", "a-0x6170695f6b65793d71zz"],
    ["text in hexadecimal, byte by byte", "61 70 69 5f 6b 65 79 3d 71"],
    ["percent-encoding", "a%20b"],
    ["an address of the web", "see http://example.test"],
    ["options of a command", "curl -u ann"],
    ["a bracket", "a [b"],
    ["two lines", "a\nb"],
    ["two lines that end in CR", "a\rb"],
  ])("asks for all rules for %s", (_what, text) => {
    expect(rulesFor(text)).toBe("all");
  });

  test("asks for pairs alone in a sentence that names a secret in any case", () => {
    expect(rulesFor("your PassWord is wrong")).toBe("pairs");
  });

  test.each([
    ["separators", "a=b", true],
    ["a long run", "abcdefghijklmnop", true],
    ["a number after a word", "block 12", true],
    ["a number after a long word", `block ${"x".repeat(30)}1`, true],
    ["a number after a longer word", `b ${"x-".repeat(16)}1`.replace(/-/g, "."), false],
    ["words", "not found", false],
  ])("says whether a member is worth reading: %s", (_what, text, isWorth) => {
    expect(interestOf(text, 0, text.length).isWorthReading).toBe(isWorth);
  });
});
