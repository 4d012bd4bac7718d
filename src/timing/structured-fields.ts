import { parseDictionary, parseList, Token } from "structured-headers";

/** A structured-field item reduced to what rate-limit fields use: numbers and names. */
export type StructuredItem = {
  /** An Integer or Decimal, or the text of a String or Token; null for every other type. */
  readonly value: number | string | null;
  readonly params: ReadonlyMap<string, number | string | null>;
};

/** Most members read of one field; a server has a handful of policies. */
const MAX_MEMBERS = 32;

/**
 * Reads a structured-field List (RFC 9651 section 4.2.1). Any error discards the whole field: null. Inner lists, which
 * no rate-limit field has, discard it too.
 */
export function readStructuredList(text: string): readonly StructuredItem[] | null {
  try {
    const items: StructuredItem[] = [];
    for (const [value, params] of parseList(text).slice(0, MAX_MEMBERS)) {
      if (Array.isArray(value)) return null;
      items.push(toItem(value, params));
    }
    return items;
  } catch {
    return null;
  }
}

/** Reads a structured-field Dictionary (RFC 9651 section 4.2.2); the last of equal keys wins. Null on any error. */
export function readStructuredDictionary(text: string): ReadonlyMap<string, StructuredItem> | null {
  try {
    const members = new Map<string, StructuredItem>();
    for (const [key, [value, params]] of parseDictionary(text)) {
      if (Array.isArray(value)) return null;
      members.set(key, toItem(value, params));
    }
    return members;
  } catch {
    return null;
  }
}

function toItem(value: unknown, params: ReadonlyMap<string, unknown>): StructuredItem {
  const read = new Map<string, number | string | null>();
  for (const [key, param] of params) read.set(key, toScalar(param));
  return { value: toScalar(value), params: read };
}

function toScalar(value: unknown): number | string | null {
  // "-0" is a valid Integer: + 0 makes it a plain zero.
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : null;
  if (typeof value === "string") return value;
  return value instanceof Token ? value.toString() : null;
}

/** A parameter that is a whole number of zero or more, as every number in the RateLimit fields is; else null. */
export function countParam(item: StructuredItem, name: string): number | null {
  const value = item.params.get(name);
  return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : null;
}
