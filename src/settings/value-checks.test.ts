import { expect, test } from "vitest";
import {
  type Check,
  isBoolean,
  listOf,
  objectOf,
  objectWith,
  oneOf,
  recordOf,
  textUpTo,
  wholeNumber,
} from "./value-checks.ts";

const isPoint = objectOf({ name: textUpTo(3, 1), far: isBoolean });
const isNamed = objectWith({ name: textUpTo(3) });
const isSizes = recordOf(oneOf(["wide", "high"]), wholeNumber(1, 9));

test.each<[string, Check<unknown>, readonly unknown[], readonly unknown[]]>([
  ["a boolean", isBoolean, [true, false], [0, "true", null, undefined]],
  ["a text", textUpTo(3, 1), ["a", "abc"], ["", "abcd", 1, null]],
  ["a whole number", wholeNumber(1, 9), [1, 9], [0, 10, 1.5, Number.NaN, Infinity, "1", null]],
  ["one of some texts", oneOf(["one", "two"]), ["one", "two"], ["three", "toString", 0, undefined]],
  ["a list", listOf(isBoolean, 2), [[], [true, false]], [[1], [true, true, true], { length: 0 }, "ab"]],
  [
    "an object of these members",
    isPoint,
    [{ name: "a", far: true }],
    [{ name: "a" }, { name: "a", far: true, more: 1 }, { name: "a", far: 1 }, [], null],
  ],
  [
    "an object with these members",
    isNamed,
    [{ name: "a" }, { name: "a", more: 1 }],
    [{}, { name: 1 }, ["name"], "name"],
  ],
  ["a record", isSizes, [{}, { wide: 2 }], [{ deep: 2 }, { wide: 0 }, { ["__proto__"]: 2 }, [1], null]],
])("%s is distinguished from other values", (_, isValue, good, bad) => {
  expect(good.filter((value) => !isValue(value))).toEqual([]);
  expect(bad.filter((value) => isValue(value))).toEqual([]);
});
