import { expect, test } from "vitest";
import { differences } from "./differences.ts";

test("more members than expected are fine, another value is named with its place", () => {
  expect(differences({ a: 1, b: { c: "x", d: 2 } }, { b: { c: "x" } })).toEqual([]);
  expect(differences({ b: { c: "y" } }, { b: { c: "x" } })).toEqual(['/b/c: expected "x", got "y"']);
  expect(differences({}, { b: null })).toEqual(["/b: expected null, got nothing"]);
});

test("causes are found by their check, wherever they stand", () => {
  const causes = [
    { check: "body-not-json", verdict: "ruled-out" },
    { check: "bearer-missing", verdict: "confirmed" },
  ];
  expect(differences({ causes }, { causes: [{ check: "bearer-missing", verdict: "confirmed" }] })).toEqual([]);
  expect(differences({ causes }, { causes: [{ check: "bearer-missing", verdict: "ruled-out" }] })).toEqual([
    '/causes[check=bearer-missing]/verdict: expected "ruled-out", got "confirmed"',
  ]);
  expect(differences({ causes }, { causes: [{ check: "jwt-expired", verdict: "confirmed" }] })).toHaveLength(1);
});

test("of a plain list each expected item must occur", () => {
  expect(differences(["quota", "state"], ["state"])).toEqual([]);
  expect(differences(["quota"], ["state"])).toEqual([': expected ["state"], got ["quota"]']);
});
