import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pointerTo } from "../web/json-pointer.ts";
import { jsonMistake, locate, repeatedMembers } from "./locate.ts";

const TEXT = `{
  "id": "acme",
  "codes": {
    "A/B~C": { "title": "x" },
    "two": [10, { "deep": null }]
  }
}`;
const at = (path: string): string => {
  const { line, column } = locate(TEXT, path);
  return `${line}:${column}`;
};

describe("locate", () => {
  test.each([
    ["", "1:1"],
    ["/id", "2:9"],
    ["/codes", "3:12"],
    ["/codes/A~1B~0C/title", "4:25"],
    ["/codes/two/0", "5:13"],
    ["/codes/two/1/deep", "5:27"],
  ])("finds the value at %s", (path, expected) => expect(at(path)).toBe(expected));

  test("a member that is missing is looked for in what is around it", () => {
    expect(at("/codes/A~1B~0C/meaning")).toBe("4:14");
    expect(at("/name")).toBe("1:1");
  });

  test("lines may end as in any system", () => {
    expect(locate('[\r\n1,\r2,\n\n"three"]', "/2")).toMatchObject({ line: 5, column: 1 });
  });

  test("given any JSON and any of its paths, the value stands there", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.nat(), fc.nat(4), (json, pick, indent) => {
        const value: unknown = JSON.parse(json);
        const text = JSON.stringify(value, null, indent);
        const paths = pathsOf(value);
        const [path, member] = paths[pick % paths.length] ?? ["", value];
        const { offset } = locate(text, path);
        const written = JSON.stringify(member, null, indent).split("\n")[0] ?? "";
        expect(text.slice(offset, offset + written.length)).toBe(written);
      }),
    );
  });
});

function pathsOf(value: unknown, keys: readonly string[] = []): readonly (readonly [string, unknown])[] {
  const own = [pointerTo(keys), value] as const;
  if (typeof value !== "object" || value === null) return [own];
  return [own, ...Object.entries(value).flatMap(([key, member]) => pathsOf(member, [...keys, key]))];
}

describe("the first mistake of a text that is no JSON", () => {
  test.each([
    ['{"a": 1,}', "1:9 A member's name in double quotes is missing here."],
    ['{"a": 1\n "b": 2}', "2:2 A comma or } is missing here."],
    ["{'a': 1}", "1:2 A member's name in double quotes is missing here."],
    ['{"a" 1}', "1:6 A colon is missing after the member's name."],
    ['{"a": }', "1:7 A value is missing here."],
    ["[1, 2", "1:1 The closing ] for this is missing."],
    ['["a', "1:2 The closing double quote of this text is missing."],
    ['["a\nb"]', "1:4 A text may not go over lines: write \\n."],
    ['["\\x"]', "1:2 This text has an unknown \\ escape."],
    ["[01]", '1:2 "01" is no JSON value: texts stand in double quotes.'],
    ["[undefined]", '1:2 "undefined" is no JSON value: texts stand in double quotes.'],
    ["{} {}", "1:4 Nothing may follow the document's end."],
    ["", "1:1 A value is missing here."],
    ["[".repeat(200), "1:102 The text is nested deeper than 100 levels."],
  ])("%s", (text, expected) => {
    const mistake = jsonMistake(text);
    expect(`${mistake?.position.line}:${mistake?.position.column} ${mistake?.message}`).toBe(expected);
  });

  test("there is one exactly where JSON.parse refuses the text", () => {
    const pieces = fc.array(
      fc.constantFrom("{", "}", "[", "]", ",", ":", '"', "a", "1", "-", ".", "e", "true", " ", "\\"),
    );
    const texts = fc.oneof(
      fc.json(),
      fc.string(),
      pieces.map((found) => found.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(jsonMistake(text) === undefined).toBe(isJson);
      }),
      { numRuns: 2000 },
    );
  });

  test("a megabyte that never closes takes no longer than a pass over it", () => {
    for (const text of ['{"a":'.repeat(200_000), "[".repeat(1_000_000), `"${"\\".repeat(1_000_001)}`])
      expect(jsonMistake(text)).toBeDefined();
  });
});

test("members that stand twice in one object are named, and only those", () => {
  expect(repeatedMembers('{"a": 1, "b": {"a": 1}, "a": 2, "c": [{"x": 1, "x": 2}]}')).toMatchObject([
    { path: "/a", position: { column: 25 } },
    { path: "/c/0/x" },
  ]);
});
