import { expect, test } from "vitest";
import { headerValue, headerValues } from "./headers.ts";

const headers = [
  { name: "Set-Cookie", value: "a=1\nb=2" },
  { name: "X-Limit", value: " 10 " },
  { name: "x-limit", value: "20" },
];

test("given a repeated field, combines its lines in order whatever their case", () => {
  expect(headerValue(headers, "X-LIMIT")).toBe("10, 20");
});

test("given lines that a recorder folded, splits them again", () => {
  expect(headerValues(headers, "set-cookie")).toEqual(["a=1", "b=2"]);
});

test("given an absent field, has no value", () => {
  expect(headerValue(headers, "Retry-After")).toBeUndefined();
});
