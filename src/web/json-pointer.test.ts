import fc from "fast-check";
import { expect, test } from "vitest";
import { keysOf, pointerTo, scalarAt, valueAt } from "./json-pointer.ts";

/** The example document of RFC 6901 section 5, as far as it is told apart by keys. */
const document = {
  foo: ["bar", "baz"],
  "": 0,
  "a/b": 1,
  "c%d": 2,
  "e^f": 3,
  "g|h": 4,
  "i\\j": 5,
  'k"l': 6,
  " ": 7,
  "m~n": 8,
};

test.each<[string, unknown]>([
  ["", document],
  ["/foo", ["bar", "baz"]],
  ["/foo/0", "bar"],
  ["/", 0],
  ["/a~1b", 1],
  ["/c%d", 2],
  ["/e^f", 3],
  ["/g|h", 4],
  ["/i\\j", 5],
  ['/k"l', 6],
  ["/ ", 7],
  ["/m~0n", 8],
])("the pointer %j of RFC 6901 section 5 finds its value", (pointer, expected) => {
  expect(valueAt(document, pointer)).toEqual(expected);
});

test.each([
  "/foo/2",
  "/foo/01",
  "/foo/-",
  "/foo/length",
  "/foo/0/0",
  "/constructor",
  "/__proto__",
  "/foo/map",
  "/m~01n",
])("the pointer %j finds no value", (pointer) => expect(valueAt(document, pointer)).toBeUndefined());

test("a pointer written from any path of keys gives back these keys", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom("~1", "~0", "/", "~", "~01"))), (keys) => {
      expect(keysOf(pointerTo(keys))).toEqual(keys);
    }),
  );
});

test("a pointer written from the path of a member finds the member", () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(5), fc.jsonValue(), (name, index, value) => {
      const list = Array.from({ length: index + 1 }, () => value);
      expect(valueAt(JSON.parse(JSON.stringify({ [name]: list })), pointerTo([name, index]))).toEqual(
        JSON.parse(JSON.stringify(value)),
      );
    }),
  );
});

test.each<[unknown, string | null]>([
  ["text", "text"],
  ["", null],
  [0, "0"],
  [false, "false"],
  [null, null],
  [{}, null],
])("the scalar %j reads as %j", (value, expected) => {
  expect(scalarAt({ value }, "/value")).toBe(expected);
});
