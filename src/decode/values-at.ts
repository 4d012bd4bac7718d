import { valueAt } from "../web/json-pointer.ts";

/** A value and the item that the pointer's last "*" stood for; the whole JSON where it has none. */
export type Found = { readonly value: unknown; readonly item: unknown };

/** More values than this are data, not an error. */
const MOST_VALUES = 200;

/**
 * The values that a pointer names in which a step "*" stands for every item of a list or member of an object, in their
 * order; the first 200.
 */
export function valuesAt(json: unknown, pointer: string): readonly Found[] {
  const steps = pointer.split("/").slice(1);
  let found: readonly Found[] = [{ value: json, item: json }];
  for (const step of steps) {
    if (step === "*") {
      found = found.flatMap(({ value }) => itemsOf(value).map((item) => ({ value: item, item }))).slice(0, MOST_VALUES);
    } else {
      found = found.flatMap(({ value, item }) => {
        const next = valueAt(value, `/${step}`);
        return next === undefined ? [] : [{ value: next, item }];
      });
    }
  }
  return found;
}

function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.slice(0, MOST_VALUES) as unknown[];
  return typeof value === "object" && value !== null ? Object.values(value).slice(0, MOST_VALUES) : [];
}
