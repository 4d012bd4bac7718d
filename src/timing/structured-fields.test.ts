import { describe, expect, test } from "vitest";
import cases from "./testing/structured-field-tests/cases.json" with { type: "json" };
import { readStructuredDictionary, readStructuredList, type StructuredItem } from "./structured-fields.ts";

/** A value of the suite, which writes every type but text, numbers and booleans as an object. */
type Bare = string | number | boolean | { readonly type: string; readonly value: unknown };
type Params = readonly (readonly [string, Bare])[];
type Member = readonly [Bare | readonly Member[], Params];

type Case = {
  readonly name: string;
  readonly type: string;
  readonly raw: readonly string[];
  readonly expected?: unknown;
};

/** What is kept of a bare item: numbers and names; every other type is null. */
function kept(bare: Bare): number | string | null {
  if (typeof bare === "number" || typeof bare === "string") return bare;
  return typeof bare === "object" && bare.type === "token" ? String(bare.value) : null;
}

/** The member as `StructuredItem` has it; null for an inner list, which discards the field. */
function expectedItem([value, params]: Member): StructuredItem | null {
  if (Array.isArray(value)) return null;
  // Not an array, so a bare item: TypeScript does not narrow readonly arrays.
  const bare = value as Bare;
  return { value: kept(bare), params: new Map(params.map(([name, param]) => [name, kept(param)])) };
}

function all<T>(items: readonly (T | null)[]): readonly T[] | null {
  const present = items.filter((item) => item !== null);
  return present.length === items.length ? present : null;
}

// The suite's shapes are described in its README; JSON imports widen them.
const listed: readonly Case[] = cases;

describe("the public suite of structured fields", () => {
  test.each(listed.filter(({ type }) => type !== "dictionary").map((one) => [one.name, one] as const))(
    "%s",
    (_, { type, raw, expected }) => {
      const members = type === "item" && expected !== undefined ? [expected] : expected;
      const wanted = members === undefined ? null : all((members as readonly Member[]).map(expectedItem));
      expect(readStructuredList(raw.join(", "))).toEqual(wanted);
    },
  );

  test.each(listed.filter(({ type }) => type === "dictionary").map((one) => [one.name, one] as const))(
    "%s",
    (_, { raw, expected }) => {
      const members = expected as readonly (readonly [string, Member])[] | undefined;
      const items = members === undefined ? null : all(members.map(([, member]) => expectedItem(member)));
      const wanted = items === null ? null : new Map(members?.map(([key], index) => [key, items[index]]));
      expect(readStructuredDictionary(raw.join(", "))).toEqual(wanted);
    },
  );
});
