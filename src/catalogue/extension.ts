import * as v from "valibot";
import { GENERIC_ID } from "./generic-host.ts";
import { providerSchema, type Provider } from "./provider.ts";

const { entries } = providerSchema;

/**
 * A document that builds on a built-in one: it names it in `extends` and holds only what differs. Entries of codes,
 * statuses and types may be parts, too.
 */
export const extensionSchema = v.strictObject({
  ...v.partial(providerSchema).entries,
  schemaVersion: entries.schemaVersion,
  extends: entries.id,
  hosts: v.optional(v.array(entries.hosts.pipe[0].item)),
  support: v.optional(v.partial(entries.support)),
  authentication: v.optional(v.partial(entries.authentication)),
  envelopes: v.optional(v.array(entries.envelopes.pipe[0].item)),
  requestId: v.optional(v.partial(entries.requestId)),
  redaction: v.optional(v.partial(entries.redaction)),
  statuses: v.optional(v.record(entries.statuses.key, v.partial(entries.statuses.value))),
  codes: v.optional(v.record(entries.codes.key, v.partial(entries.codes.value))),
});

export type Extension = v.InferOutput<typeof extensionSchema>;

/** Members whose values are tables: an entry of the extension overrides members of the base's entry. */
const TABLES: ReadonlySet<string> = new Set(["codes", "statuses", "types"]);

/**
 * The whole document that an extension describes, still to be checked against the schema. Under its base's id (or none)
 * it takes the base's place and adds hosts to it; under an id of its own it stands beside it with its own hosts alone.
 * Lists are added to in front, so that the extension's own items come first and no secret name of the base gets lost;
 * in tables, entries are replaced member by member.
 */
export function extended(base: Provider, extension: Extension): unknown {
  const { extends: _base, ...members } = extension;
  const isBeside = members.id !== undefined && members.id !== base.id;
  const { hosts: _hosts, ...shared } = base;
  return merged(isBeside ? { ...shared, hosts: [] } : base, members, "");
}

/** Whether a value claims to be an extension; what is wrong with it is for the schema to say. */
export function isExtension(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "extends");
}

/** Which of the built-in documents may be extended: the generic one is no document of an API. */
export function baseOf(builtIn: readonly Provider[], extension: Extension): Provider | undefined {
  return builtIn.find(({ id }) => id === extension.extends && id !== GENERIC_ID);
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
