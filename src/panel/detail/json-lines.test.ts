import fc from "fast-check";
import { expect, test } from "vitest";
import { layOutJson } from "./json-lines.ts";

function laidOut(text: string): string | undefined {
  return layOutJson(text)
    ?.map(({ indent, key, value }) => `${" ".repeat(indent)}${key === null ? "" : `${key}: `}${value}`)
    .join("\n");
}

test("indents as JSON.stringify does, for any value", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(laidOut(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
    }),
  );
});

test("keeps the spelling of numbers that JavaScript cannot hold", () => {
  expect(laidOut('{"wei":115792089237316195423570985008687907853269984665640564039457584007913129639935}')).toBe(
    '{\n  "wei": 115792089237316195423570985008687907853269984665640564039457584007913129639935\n}',
  );
});

test("keeps both of two members with one name", () => {
  expect(laidOut('{"a":1,"a":2}')).toBe('{\n  "a": 1,\n  "a": 2\n}');
});

test("takes a quote and a brace inside a name for text", () => {
  expect(laidOut('{"a\\"}":"{"}')).toBe('{\n  "a\\"}": "{"\n}');
});

test("refuses text that is no JSON", () => {
  expect(layOutJson("<html>")).toBeUndefined();
  expect(layOutJson('{"cut": tr')).toBeUndefined();
});
