import { expect, test } from "vitest";
import { essenceOf, isJsonType, parameterOf } from "./media-type.ts";

test.each([
  ["Application/JSON; charset=utf-8", "application/json", true],
  ["application/problem+json", "application/problem+json", true],
  ["application/vnd.api+json;v=1", "application/vnd.api+json", true],
  ["application/+json", "application/+json", false],
  ["+json", "+json", false],
  ["text/plain", "text/plain", false],
  ["application/jsonp", "application/jsonp", false],
  ["", "", false],
])("the media type %j is %j; it is JSON: %s", (type, essence, isJson) => {
  expect(essenceOf(type)).toBe(essence);
  expect(isJsonType(type)).toBe(isJson);
});

test.each([
  ["text/plain; charset=UTF-8", "charset", "UTF-8"],
  ['text/plain;charset="utf-8"', "charset", "utf-8"],
  ["text/plain; CHARSET = latin1 ; x=y", "charset", "latin1"],
  ['multipart/form-data; note="a; boundary=no"; boundary=yes', "boundary", "yes"],
  ['multipart/form-data; boundary="a\\"b"', "boundary", 'a"b'],
  ['multipart/form-data; boundary=""', "boundary", undefined],
  ["multipart/form-data; boundary=", "boundary", undefined],
  ["multipart/form-data; xboundary=a", "boundary", undefined],
  ["multipart/form-data", "boundary", undefined],
  ['text/plain; charset="utf-8', "charset", "utf-8"],
])("in the media type %j the parameter %s is %j", (type, name, expected) => {
  expect(parameterOf(type, name)).toBe(expected);
});

test("a media type of a megabyte that is damaged is read in less than a second", () => {
  const start = performance.now();
  for (const piece of [';a="', ";", "; ", "; a", ';="', ";a= "]) parameterOf(piece.repeat(200_000), "charset");
  expect(performance.now() - start).toBeLessThan(1000);
});
