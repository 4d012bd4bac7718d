import { describe, expect, test } from "vitest";
import { textOf } from "../testing/formats.ts";
import { ALPHABETS, KEY_FORMATS } from "./key-formats.ts";
import { KEY_TABLE } from "./key-table.ts";

const ROWS = KEY_TABLE.trim()
  .split("\n")
  .map((row) => row.split(" "));

/** A key of a format with letters and digits in no order: always the same one. */
function sampleOf(prefix: string, alphabet: keyof typeof ALPHABETS, length: number): string {
  const characters = [...ALPHABETS[alphabet]].filter((character) => /[A-Za-z0-9]/.test(character));
  let state = prefix.length * 7919 + length;
  const tail = Array.from({ length: Math.max(length, 8) }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return characters[Math.floor((state / 2 ** 32) * characters.length)];
  });
  return prefix + tail.join("");
}

describe("the table of key formats", () => {
  test("holds more than 200 formats, each once", () => {
    const prefixes = ROWS.map(([prefix]) => prefix);
    expect(prefixes.length).toBeGreaterThan(200);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });

  test("says for every format where it is published", () => {
    expect(ROWS.filter((row) => row.length !== 5 || !/^[GTKSBNRPE]+$/.test(row[4] ?? ""))).toEqual([]);
  });

  test("covers so many formats of each published rule set", () => {
    const covered = (source: string): number => ROWS.filter((row) => row[4]?.includes(source)).length;
    expect(Object.fromEntries([..."GTKSBN"].map((source) => [source, covered(source)]))).toEqual(COVERED);
  });

  test("takes no long name for a key", () => {
    const body = JSON.stringify({
      flag: "live_streaming_configuration_enabled",
      host: "hawk.observatory.internal.example.test.zone.network",
    });
    const text = textOf({ body }, "har");
    expect(text).toContain("live_streaming_configuration_enabled");
    expect(text).toContain("hawk.observatory.internal.example.test.zone.network");
  });

  test("has its keys cut out of a message that does not name them", () => {
    const keys = KEY_FORMATS.map(({ prefix, alphabet, least }) => sampleOf(prefix, alphabet, Math.max(least, 24)));
    const body = JSON.stringify({ lines: keys.map((key) => `upstream refused ${key} today`) });
    const text = textOf({ body }, "markdown");
    expect(keys.filter((key) => text.includes(key))).toEqual([]);
  });
});

/** Of the rules that start from a prefix; the others of these sets look for a vendor's name beside a value. */
const COVERED = { G: 127, T: 156, K: 100, S: 46, B: 60, N: 9 };
