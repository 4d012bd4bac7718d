/** Writes a path of keys and indexes as a JSON Pointer (RFC 6901 section 3). */
export function pointerTo(keys: readonly (string | number)[]): string {
  return keys.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The keys of a JSON Pointer (RFC 6901 section 4); none for "", which is the whole document. */
export function keysOf(pointer: string): readonly string[] {
  return pointer.split("/").slice(1).map(unescapeKey);
}

/**
 * The value at a JSON Pointer; undefined if there is none. Only own members count, so a pointer never reaches
 * `__proto__` or `constructor` of the runtime, and an array has indexes alone (RFC 6901 section 4): "length" and "01"
 * are not indexes.
 */
export function valueAt(json: unknown, pointer: string): unknown {
  let value = json;
  for (const part of pointer.split("/").slice(1)) {
    if (typeof value !== "object" || value === null) return undefined;
    const key = unescapeKey(part);
    if (!Object.hasOwn(value, key) || (Array.isArray(value) && !/^(?:0|[1-9]\d{0,15})$/.test(key))) return undefined;
    value = Reflect.get(value, key) as unknown;
  }
  return value;
}

/** The scalar at a JSON Pointer as text: numbers and booleans in JSON spelling; null for anything else and for "". */
export function scalarAt(json: unknown, pointer: string | undefined): string | null {
  if (pointer === undefined) return null;
  const value = valueAt(json, pointer);
  if (typeof value === "string") return value === "" ? null : value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

function unescapeKey(part: string): string {
  return part.includes("~") ? part.replaceAll("~1", "/").replaceAll("~0", "~") : part;
}
