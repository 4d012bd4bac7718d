import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createHarSplitter, type HarEnd, type HarItem } from "./split-entries.ts";

/** Splits a text that arrives in pieces of `size` units. */
function split(text: string, size = text.length || 1): { readonly items: readonly HarItem[]; readonly end: HarEnd } {
  const splitter = createHarSplitter();
  const items: HarItem[] = [];
  for (let from = 0; from < text.length; from += size) items.push(...splitter.push(text.slice(from, from + size)));
  const last = splitter.end();
  return { items: [...items, ...last.items], end: last.end };
}

const entriesOf = (text: string, size?: number): readonly unknown[] =>
  split(text, size).items.map((item) => (item.kind === "entry" ? item.entry : `broken: ${item.problem}`));

const har = (entries: string): string =>
  `{"log":{"version":"1.2","creator":{"name":"WebInspector"},"pages":[],"entries":[${entries}]}}`;

/** A HAR as JSON.stringify indents it, whose second entry was put in as text. */
function indented(second: string): string {
  const entry = (n: number) => ({ startedDateTime: "2026-01-14T10:30:00Z", request: { url: `https://x.test/${n}` } });
  const text = JSON.stringify({ log: { entries: [entry(0), entry(1), entry(2)] } }, null, 2);
  return text.replace(/\{\s+"startedDateTime"[^}]*\/1"\s+\}\s+\}/, () => second);
}

describe("splitting a HAR into its entries", () => {
  const entry = { a: 'quote " and \\ and } and ]', nested: [{ b: [1, "]"] }], text: "é\u2028😀" };
  const text = JSON.stringify({
    log: { entries: [entry, {}, { c: 3 }], creator: { name: "Firefox" }, pages: [{ id: "page_1" }] },
  });

  test.each([1, 2, 3, 7, 64, 100_000])("given pieces of %d units, finds the same entries", (size) => {
    expect(entriesOf(text, size)).toEqual([entry, {}, { c: 3 }]);
  });

  test("tells who wrote the file, its pages and its number of entries, wherever they stand", () => {
    expect(split(text).end).toEqual({
      creator: "Firefox",
      pages: [{ id: "page_1" }],
      count: 3,
      isCut: false,
      problem: null,
    });
    expect(split(har("{}")).end.creator).toBe("WebInspector");
  });

  test("takes the entries of `log` only, not of members that happen to have the name", () => {
    expect(entriesOf('{"x":{"entries":[1]},"log":{"y":{"entries":[2]},"entries":[{"z":3}]}}')).toEqual([{ z: 3 }]);
  });

  test.each([
    ["a bare list", '[{"a":1},{"b":2}]'],
    ["an object with entries", ' {"entries" : [ {"a":1} , {"b":2} ] }'],
    ["a byte order mark", '\uFEFF{"log":{"entries":[{"a":1},{"b":2}]}}'],
  ])("given %s, still reads it", (_, other) => {
    expect(entriesOf(other)).toEqual([{ a: 1 }, { b: 2 }]);
  });

  test("keeps entries that are not objects in their places", () => {
    expect(entriesOf(har('null, 7 ,"text, with ]",[1,2],{"a":1}'), 3)).toEqual([
      null,
      7,
      "text, with ]",
      [1, 2],
      { a: 1 },
    ]);
  });

  test("given any JSON as entries and any pieces, finds what JSON.parse finds", () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        fc.integer({ min: 1, max: 50 }),
        fc.boolean(),
        (entries, size, isIndented) => {
          const json = JSON.stringify({ log: { entries } }, null, isIndented ? 2 : 0);
          expect(entriesOf(json, size)).toEqual((JSON.parse(json) as { log: { entries: unknown[] } }).log.entries);
        },
      ),
    );
  });

  test("given any text, never throws", () => {
    fc.assert(fc.property(fc.string(), fc.integer({ min: 1, max: 9 }), (any, size) => void split(any, size)));
  });
});

describe("a broken entry", () => {
  test("that is not valid JSON is named with its place, and costs no other", () => {
    const { items } = split(har('{"a":1},{"b":NaN},{"c":3}'));
    expect(items.map((item) => [item.kind, item.index])).toEqual([
      ["entry", 0],
      ["broken", 1],
      ["entry", 2],
    ]);
  });

  test.each([
    ["lacks a closing bracket", '{"startedDateTime":"x","request":{"url":"u"}'],
    ["has a quote too many", '{"startedDateTime":"x","request":{"url":"u""}}'],
    ["stops in the middle", '{"startedDateTime":"x","request":{"url":"https://x.te'],
  ])("in an indented file that %s costs no other", (_, second) => {
    for (const size of [3, 1000]) {
      const found = split(indented(second), size).items;
      expect(found.map((item) => item.kind)).toEqual(["entry", "broken", "entry"]);
      expect(found.map((item) => item.index)).toEqual([0, 1, 2]);
    }
  });

  test("in a file without line breaks that lacks a closing bracket costs no other", () => {
    const entry = '{"startedDateTime":"x","request":{"url":"u"}';
    expect(split(har(`${entry}},${entry},${entry}}`)).items.map((item) => item.kind)).toEqual([
      "entry",
      "broken",
      "entry",
    ]);
  });
});

describe("a file that was cut off", () => {
  test("is read as far as it goes, wherever it was cut", () => {
    const whole = har('{"a":1},{"b":{"c":"text"}}');
    const second = whole.indexOf('{"b"');
    for (let end = second + 1; end < whole.length - 4; end += 1) {
      const { items, end: last } = split(whole.slice(0, end));
      expect(items.map((item) => item.kind)).toEqual(["entry", "broken"]);
      expect(last).toMatchObject({ isCut: true, problem: null, count: 2 });
    }
    expect(split(whole.slice(0, -1)).end).toMatchObject({ isCut: true, count: 2 });
    expect(split(whole).end.isCut).toBe(false);
  });
});

describe("a file that is not a HAR", () => {
  test.each([
    ["an empty file", "  \n", /empty/],
    ["text", "hello", /not JSON: it begins/],
    ["HTML", "<!doctype html>[{}]", /not JSON: it begins/],
    ["JSON of another kind", '{"a":1}', /JSON but not a HAR/],
    ["a log without entries", '{"log":{}}', /JSON but not a HAR/],
    ["the beginning of an object", "{", /not JSON: it ends/],
  ])("given %s, says what is wrong", (_, text, problem) => {
    expect(split(text).end.problem).toMatch(problem);
    expect(split(text, 1).end.problem).toMatch(problem);
  });
});

test("a hundred thousand nested brackets around the entries cost no stack", () => {
  expect(entriesOf(`{"x":${"[".repeat(100_000)}${"]".repeat(100_000)},"log":{"entries":[{"a":1}]}}`)).toEqual([
    { a: 1 },
  ]);
});
