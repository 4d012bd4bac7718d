import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endOfString, isCutJson, parseJson, parseJsonAsWritten, readEscapes } from "./json.ts";

describe("parseJson", () => {
  test("reads any JSON, with a byte order mark or without", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseJson(text)).toEqual(JSON.parse(text));
        expect(parseJson(`\uFEFF${text}`)).toEqual(JSON.parse(text));
      }),
    );
  });

  test.each(["", "{", "undefined", "{'a':1}", "[1,]", "\uFEFF\uFEFF1", "NaN"])("takes %j for not JSON", (text) => {
    expect(parseJson(text)).toBeUndefined();
  });

  test("does not overflow the stack on 100,000 nested arrays", () => {
    expect(() => parseJson("[".repeat(100_000) + "]".repeat(100_000))).not.toThrow();
  });
});

describe("parseJsonAsWritten", () => {
  test("reads JSON without long numbers as parseJson does", () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (text) => {
        const hasLong = /\d{16}|[eE]/.test(text);
        if (!hasLong) expect(parseJsonAsWritten(text)).toEqual(parseJson(text));
      }),
    );
  });

  test.each([
    ["9".repeat(1000), "9".repeat(1000)],
    ["-12345678901234567890", "-12345678901234567890"],
    ["1e999", "1e999"],
    ["9007199254740993", "9007199254740993"],
    ["9007199254740991", 9_007_199_254_740_991],
    ["1705320000000000000", 1_705_320_000_000_000_000],
    ["0.1234567890123456789", 0.123_456_789_012_345_68],
    ["1e3", 1000],
  ])("reads the number %s as %j", (written, expected) => {
    expect(parseJsonAsWritten(`{"a \\" 99999999999999999999":[1, ${written} ,{"b":${written}}]}`)).toEqual({
      'a " 99999999999999999999': [1, expected, { b: expected }],
    });
  });

  test.each(['{"a":12345678901234567890', '"12345678901234567890', "[99999999999999999999-]"])(
    "takes %s for not JSON, as parseJson does",
    (text) => {
      expect(parseJsonAsWritten(text)).toBe(parseJson(text));
    },
  );
});

describe("isCutJson", () => {
  test.each(["{", "[1,", '{"a":"b', '\uFEFF {"a":[{}', '{"a":"\\"', '{"a":1, "b'])("%j is cut JSON", (text) => {
    expect(isCutJson(text)).toBe(true);
  });

  test.each(["", "1", '"a', "{}", "[}", "[1]]", '{"a":1}', "text [", "</html>"])("%j is not cut JSON", (text) => {
    expect(isCutJson(text)).toBe(false);
  });

  test("an object or array cut anywhere before its end is cut JSON", () => {
    const texts = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()));
    fc.assert(
      fc.property(texts, fc.nat(), (value, at) => {
        const text = JSON.stringify(value);
        expect(isCutJson(text.slice(0, 1 + (at % (text.length - 1))))).toBe(true);
        expect(isCutJson(text)).toBe(false);
      }),
    );
  });
});

test("the end of any JSON string is the index after its closing quote", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), (value, after) => {
      const text = JSON.stringify(value);
      expect(endOfString(`[${text}${after}`, 1)).toBe(1 + text.length);
      expect(endOfString(text.slice(0, -1), 0)).toBeUndefined();
    }),
  );
});

test("the inside of any JSON string reads as its text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (value) => {
      expect(readEscapes(JSON.stringify(value).slice(1, -1))).toBe(value);
    }),
  );
});

test.each(["\\u12", "a\\", "\\x"])("the inside %j with a broken escape stays as it is", (inner) => {
  expect(readEscapes(inner)).toBe(inner);
});
