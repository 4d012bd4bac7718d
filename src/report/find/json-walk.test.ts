import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canStart, walkJson } from "./json-walk.ts";

/** Names and values in order, "name=value"; brackets as themselves. */
function walked(text: string): readonly string[] {
  const seen: string[] = [];
  walkJson(text, 0, {
    open: (key, isArray) =>
      seen.push(`${key === null ? "" : `${text.slice(key.start, key.end)}=`}${isArray ? "[" : "{"}`),
    close: () => seen.push("."),
    scalar: (key, value) =>
      seen.push(`${key === null ? "" : `${text.slice(key.start, key.end)}=`}${text.slice(value.start, value.end)}`),
  });
  return seen;
}

describe("a walk over JSON-like text", () => {
  test("names each value without reading numbers", () => {
    expect(walked('{"a":1.10,"b":[1e400,{"c":"x\\"y"}],"a":9007199254740993}')).toEqual([
      "{",
      "a=1.10",
      "b=[",
      "1e400",
      "{",
      'c=x\\"y',
      ".",
      ".",
      "a=9007199254740993",
      ".",
    ]);
  });

  test("reads what is there of cut-off text", () => {
    expect(walked('{"a":{"token":"abc')).toEqual(["{", "a={", "token=abc", ".", "."]);
    expect(walked('{"a":')).toEqual(["{", "."]);
  });

  test("reads single quotes, bare names and comments", () => {
    expect(walked("{/* x */ 'a': 'b', token: c // d\n, e: true}")).toEqual(["{", "a=b", "token=c", "e=true", "."]);
  });

  test("stops where the text is no JSON, and closes what it opened", () => {
    expect(walked("{a: b(c)}")).toEqual(["{", "a=b", "."]);
  });

  test("starts at brackets that may be JSON only", () => {
    expect(canStart('{"a":1}', 0)).toBe(true);
    expect(canStart("{ token }", 0)).toBe(false);
    expect(canStart("[info] x", 0)).toBe(false);
    expect(canStart("{{api_key}}", 0)).toBe(false);
  });

  test("visits every string of every JSON document, whatever stands in it", () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: "binary" }), (text) => {
        const strings: string[] = [];
        JSON.parse(text, (_key, value: unknown) => {
          if (typeof value === "string") strings.push(value);
          return value;
        });
        const seen = new Set<string>();
        if (!/^[[{]/.test(text)) return;
        walkJson(text, 0, {
          open: () => undefined,
          close: () => undefined,
          scalar: (_key, value) => {
            if (value.quoted) seen.add(JSON.parse(text.slice(value.start - 1, value.end + 1)) as string);
          },
        });
        for (const string of strings) expect(seen).toContain(string);
      }),
    );
  });

  test("neither throws nor hangs on any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."{}[]\",:'\\/* a1") }), (text) => {
        let depth = 0;
        walkJson(text, 0, { open: () => (depth += 1), close: () => (depth -= 1), scalar: () => undefined });
        expect(depth).toBeLessThanOrEqual(0);
      }),
    );
  });
});
