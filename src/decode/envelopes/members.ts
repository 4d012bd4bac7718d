import { asRecord } from "../../exchange/json-fields.ts";
import { valueAt } from "../../web/json-pointer.ts";
import type { Fields } from "./shape.ts";

/** A text that says something; undefined for anything else. */
export function textIn(fields: Fields, name: string): string | undefined {
  const value = memberOf(fields, name);
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** Own members only. */
export function memberOf(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** The member as an object; undefined for anything else. */
export function objectIn(fields: Fields, name: string): Fields | undefined {
  return asRecord(memberOf(fields, name));
}

/** The member as a list with something in it; undefined for anything else. */
export function listIn(fields: Fields, name: string): readonly unknown[] | undefined {
  const value = memberOf(fields, name);
  return Array.isArray(value) && value.length > 0 ? (value as unknown[]) : undefined;
}

/** Whether no member has another name. */
export function hasOnly(fields: Fields, names: ReadonlySet<string>): boolean {
  return Object.keys(fields).every((name) => names.has(name));
}

/** The first of the pointers at which there is a text, a number or a boolean. */
export function firstScalar(json: unknown, pointers: readonly string[]): string | undefined {
  return pointers.find((pointer) => {
    const value = valueAt(json, pointer);
    return (typeof value === "string" && value !== "") || typeof value === "number" || typeof value === "boolean";
  });
}

/** A pointer under its member's name, or nothing: for building `Pointers` without undefined members. */
export function at<Name extends string>(name: Name, pointer: string | undefined): { readonly [N in Name]?: string } {
  // oxlint-disable-next-line no-unsafe-type-assertion -- TypeScript widens a computed name to string
  return (pointer === undefined ? {} : { [name]: pointer }) as { readonly [N in Name]?: string };
}

/** A place as people write it, from a list of keys: ["body", "user", "email"] is "body.user.email". */
export function pathText(keys: unknown): string | undefined {
  if (!Array.isArray(keys) || keys.length === 0) return undefined;
  const parts = (keys as unknown[]).slice(0, 20).filter((key) => typeof key === "string" || typeof key === "number");
  return parts.length === 0 ? undefined : parts.join(".").slice(0, 200);
}
