import { keysOf } from "../../web/json-pointer.ts";

/** A JSON object of an OpenAPI document; nothing is known of its members. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value as an object; an empty one where it is none, so that whoever reads on finds nothing. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as a list; empty where it is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** A text that is not blank, without space around it; undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  const text = typeof value === "string" ? value.trim() : "";
  return text === "" ? undefined : text;
}

/** Own members only: a document may hold a member named `__proto__`. */
export function memberOf(value: unknown, name: string): unknown {
  return isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Chains of references in real documents are one or two long; a longer one is a loop. */
const LONGEST_CHAIN = 8;

/**
 * Follows `$ref` to the object it names inside the document (OpenAPI 3.1 section 4.8.23). A reference into another file,
 * to nothing, or round in a circle gives an empty object.
 */
export function resolved(root: Fields, value: unknown): Fields {
  let current = fieldsOf(value);
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const reference = memberOf(current, "$ref");
    if (typeof reference !== "string") return current;
    if (!reference.startsWith("#/")) return {};
    let target: unknown = root;
    for (const key of keysOf(reference.slice(1)))
      target = memberOf(target, key.replaceAll("%7B", "{").replaceAll("%7D", "}"));
    current = fieldsOf(target);
  }
  return {};
}
