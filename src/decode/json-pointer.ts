/**
 * The value an RFC 6901 pointer names in parsed JSON; undefined where there is none. Only own members count, so a
 * pointer cannot reach `__proto__` or `constructor` of the runtime.
 */
export function valueAt(json: unknown, pointer: string): unknown {
  let value = json;
  for (const part of pointer.split("/").slice(1)) {
    if (typeof value !== "object" || value === null) return undefined;
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (!Object.hasOwn(value, name)) return undefined;
    value = Reflect.get(value, name) as unknown;
  }
  return value;
}

/** A scalar as text: strings as they are, numbers and booleans in JSON spelling; null for anything else or "". */
export function scalarAt(json: unknown, pointer: string | undefined): string | null {
  if (pointer === undefined) return null;
  const value = valueAt(json, pointer);
  if (typeof value === "string") return value === "" ? null : value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}
