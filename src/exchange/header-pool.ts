import type { Header } from "./exchange.ts";

/** Gives equal header lines as one object. */
export type HeaderPool = (name: string, value: string) => Header;

/** Longer values hardly ever repeat. */
const MAX_VALUE_LENGTH = 400;
/** Beyond this many values of one name, or names, the pool forgets them and starts again: dates, ids and cookies are new each time. */
const MAX_VALUES = 64;
const MAX_NAMES = 500;

/** A known line, and the one that followed it the last time. */
type Line = { readonly header: Header; next: Line | undefined };

/**
 * A pool for one recording. Thousands of calls to one API repeat most header lines, user agent and cookies above all;
 * without it they are most of what a recorded exchange weighs. They also repeat in the same order: the line that came
 * next the last time is compared first, which needs no hash of a long value that was never hashed.
 */
export function createHeaderPool(): HeaderPool {
  const names = new Map<string, Map<string, Line>>();
  let last: Line = { header: { name: "", value: "" }, next: undefined };

  const find = (name: string, value: string): Line => {
    let values = names.get(name);
    if (values === undefined) {
      if (names.size >= MAX_NAMES) names.clear();
      values = new Map();
      names.set(name, values);
    }
    const known = values.get(value);
    if (known !== undefined) return known;
    if (values.size >= MAX_VALUES) values.clear();
    const line: Line = { header: { name, value }, next: undefined };
    values.set(value, line);
    return line;
  };

  return (name, value) => {
    if (value.length > MAX_VALUE_LENGTH) return { name, value };
    const expected = last.next;
    if (expected !== undefined && expected.header.name === name && expected.header.value === value) {
      last = expected;
      return expected.header;
    }
    const line = find(name, value);
    // Another value of the same name, as a date: what follows it is what followed the other one.
    if (expected !== undefined && expected.header.name === name) line.next ??= expected.next;
    last.next = line;
    last = line;
    return line.header;
  };
}
