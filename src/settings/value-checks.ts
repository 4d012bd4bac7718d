import { asRecord } from "../exchange/json-fields.ts";

/*
 * What a stored value must be. The DevTools page and the panel read settings before they do anything else, so these few
 * checks replace the schema library, which adds 2.4 kB to each of them (docs/performance.md).
 */

/** Whether an unknown value is of a kind. Never throws. */
export type Check<Value> = (value: unknown) => value is Value;

/** true or false. */
export const isBoolean: Check<boolean> = (value) => typeof value === "boolean";

/** A text of at most so many UTF-16 units. */
export function textUpTo(longest: number, shortest = 0): Check<string> {
  return (value): value is string => typeof value === "string" && value.length >= shortest && value.length <= longest;
}

/** A whole number in this range, both ends included. */
export function wholeNumber(least: number, most: number): Check<number> {
  return (value): value is number => Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

/** One of these texts. */
export function oneOf<const Name extends string>(names: readonly Name[]): Check<Name> {
  return (value): value is Name => names.some((name) => name === value);
}

/** A list of at most so many items, each of which passes. */
export function listOf<Item>(isItem: Check<Item>, longest: number): Check<readonly Item[]> {
  return (value): value is readonly Item[] => Array.isArray(value) && value.length <= longest && value.every(isItem);
}

type Members<Value> = { readonly [Name in keyof Value]: Check<Value[Name]> };

/** An object with these members; others may stand beside them. */
export function objectWith<Value extends object>(members: Members<Value>): Check<Readonly<Value>> {
  const checks = Object.entries<Check<unknown>>(members);
  return (value): value is Readonly<Value> => {
    const fields = asRecord(value);
    return fields !== undefined && checks.every(([name, check]) => check(fields[name]));
  };
}

/** An object with these members and no others. */
export function objectOf<Value extends object>(members: Members<Value>): Check<Readonly<Value>> {
  const isComplete = objectWith(members);
  const count = Object.keys(members).length;
  return (value): value is Readonly<Value> => isComplete(value) && Object.keys(value).length === count;
}

/** An object whose names and values pass, however many there are. */
export function recordOf<Name extends string, Value>(
  isName: Check<Name>,
  isValue: Check<Value>,
): Check<Readonly<Partial<Record<Name, Value>>>> {
  return (value): value is Readonly<Partial<Record<Name, Value>>> => {
    const fields = asRecord(value);
    return fields !== undefined && Object.entries(fields).every(([name, own]) => isName(name) && isValue(own));
  };
}
