import type { Extension } from "./extension.ts";
import type { Provider } from "./provider.ts";

/** Members whose values are tables: an entry of the extension overrides members of the base's entry. */
const TABLES: ReadonlySet<string> = new Set(["codes", "subcodes", "statuses", "types", "sources"]);

/**
 * The whole document that an extension describes, still to be checked and completed. Under its base's id (or none) it
 * takes the base's place and adds hosts to it; under an id of its own it is a document beside it with its own hosts alone.
 * Lists are added to in front, so that the extension's own items come first and no secret name of the base gets lost;
 * in tables, entries are replaced member by member.
 */
export function extended(base: Provider, extension: Extension): unknown {
  const { extends: _base, ...members } = extension;
  const isBeside = members.id !== undefined && members.id !== base.id;
  const { hosts: _hosts, recognisedBy: _recognisedBy, ...shared } = base;
  return merged(isBeside ? { ...shared, hosts: [] } : base, members, "");
}

function merged(base: unknown, over: unknown, name: string): unknown {
  if (over === undefined) return base;
  if (Array.isArray(base) && Array.isArray(over)) return [...(over as unknown[]), ...(base as unknown[])];
  if (!isObject(base) || !isObject(over)) return over;
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const before = Object.hasOwn(base, key) ? base[key] : undefined;
    result[key] =
      TABLES.has(name) && isObject(before) && isObject(value) ? { ...before, ...value } : merged(before, value, key);
  }
  return result;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
