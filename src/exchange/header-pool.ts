import type { Header } from "./exchange.ts";

/** Gives equal header lines as one object. */
export type HeaderPool = (name: string, value: string) => Header;

/** Longer values hardly ever repeat. */
const MAX_VALUE_LENGTH = 400;
/** Beyond this many values of one name, or names, the pool forgets them and starts again: dates, ids and cookies are new each time. */
const MAX_VALUES = 64;
const MAX_NAMES = 500;

/**
 * A pool for one recording. Thousands of calls to one API repeat most header lines, user agent and cookies above all;
 * without it they are most of what a recorded exchange weighs.
 */
export function createHeaderPool(): HeaderPool {
  const names = new Map<string, Map<string, Header>>();
  return (name, value) => {
    if (value.length > MAX_VALUE_LENGTH) return { name, value };
    let values = names.get(name);
    if (values === undefined) {
      if (names.size >= MAX_NAMES) names.clear();
      values = new Map();
      names.set(name, values);
    }
    const known = values.get(value);
    if (known !== undefined) return known;
    if (values.size >= MAX_VALUES) values.clear();
    const header: Header = { name, value };
    values.set(value, header);
    return header;
  };
}
