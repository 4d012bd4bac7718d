import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readYaml } from "./read-yaml.ts";

const valueOf = (yaml: string): unknown => {
  const read = readYaml(yaml);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
};

describe("YAML", () => {
  test("reads as the JSON it stands for: keys as texts, no dates, no yes and no", () => {
    expect(
      valueOf(
        "openapi: 3.1.0\nreleased: 2024-01-02\nflag: yes\non: true\nresponses:\n  404: {a: ~}\n  '429': |\n    two\n    lines\n",
      ),
    ).toEqual({
      openapi: "3.1.0",
      released: "2024-01-02",
      flag: "yes",
      on: true,
      responses: { "404": { a: null }, "429": "two\nlines\n" },
    });
  });

  test("every JSON value is read as JSON reads it", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.stringify(value);
        expect(JSON.stringify(valueOf(json))).toBe(JSON.stringify(JSON.parse(json)));
      }),
      { numRuns: 200 },
    );
  });

  test("aliases and merge keys give what they name; what stands there itself goes first", () => {
    expect(valueOf("base: &b {x: 1, y: 2}\none: *b\ntwo:\n  <<: *b\n  y: 3\nthree:\n  <<: [{y: 9}, *b]\n")).toEqual({
      base: { x: 1, y: 2 },
      one: { x: 1, y: 2 },
      two: { x: 1, y: 3 },
      three: { x: 1, y: 9 },
    });
  });

  test("a member named __proto__ is a member, also where it is merged", () => {
    const value = valueOf("a: &a\n  __proto__: {polluted: 1}\nb:\n  <<: *a\n") as Record<string, object>;
    expect(JSON.stringify(value)).toBe('{"a":{"__proto__":{"polluted":1}},"b":{"__proto__":{"polluted":1}}}');
    expect({}).not.toHaveProperty("polluted");
    expect(value["b"]).not.toHaveProperty("polluted");
  });

  test("tags are not followed", () => {
    expect(valueOf('a: !!js/function "x"\nb: !!binary aGVsbG8=\nc: !own {d: 1}\n')).toEqual({
      a: "x",
      b: "aGVsbG8=",
      c: { d: 1 },
    });
  });

  test.each([
    [
      "a key in the wrong place",
      "a: b: c\n",
      "Nested mappings are not allowed in compact mappings at line 1, column 4",
    ],
    ["a tab for space", "a:\n\tb: 1\n", "Tabs are not allowed as indentation at line 2, column 1"],
    ["an unknown anchor", "a: *nowhere\n", "nowhere"],
    ["an anchor that holds itself", "a: &a\n  b: *a\n", 'anchor "a" holds itself'],
    ["two documents", "a: 1\n---\nb: 2\n", "multiple documents"],
    ["brackets in brackets", `${"[".repeat(50_000)}${"]".repeat(50_000)}`, "nested too deeply"],
    [
      "steps in steps",
      Array.from({ length: 2000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"),
      "nested too deeply",
    ],
    ["more than can be held", " ".repeat(12_000_001), "12 million characters"],
  ])("%s is refused with a sentence", (_, yaml, problem) => {
    expect(readYaml(yaml)).toEqual({ ok: false, problem: expect.stringContaining(problem) });
  });

  test("a few lines that stand for billions of values are refused", () => {
    const bomb = (line: (level: number) => string): string =>
      `a0: &a0 {x: 1, y: 2}\n${Array.from({ length: 40 }, (_, level) => line(level + 1)).join("\n")}\n`;
    const nine = (level: number): string => Array.from({ length: 9 }, () => `*a${level - 1}`).join(",");
    for (const yaml of [
      bomb((level) => `a${level}: &a${level} [${nine(level)}]`),
      bomb((level) => `a${level}: &a${level} {<<: [${nine(level)}], z${level}: 1}`),
    ])
      expect(readYaml(yaml)).toEqual({ ok: false, problem: expect.stringContaining("five million values") });
  });

  // By the library's own ways this many take a minute and more: the test would run out of time.
  test.each([
    ["keys", (index: number): string => `k${index}: {x: 1}`],
    ["uses of one anchor", (index: number): string => `k${index}: *b`],
  ])("tens of thousands of %s are read in seconds", (_, line) => {
    const yaml = `b: &b {x: 1}\n${Array.from({ length: 60_000 }, (__, index) => line(index)).join("\n")}`;
    expect(Object.keys(valueOf(yaml) as object)).toHaveLength(60_001);
  });

  test("no text makes it throw", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab:-[]{}&*!|>'\"#%@`,?<~\n\t 0.") }), (yaml) => {
        expect(readYaml(yaml)).toHaveProperty("ok");
      }),
      { numRuns: 500 },
    );
  });
});
