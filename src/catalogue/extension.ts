import * as v from "valibot";
import { GENERIC_ID } from "./generic-host.ts";
import { providerSchema, type Provider } from "./provider.ts";

const { entries } = providerSchema;
const statuses = entries.statuses.wrapped;

/**
 * A document that builds on a built-in one: it names it in `extends` and holds only what differs. Entries of codes,
 * statuses and types may be parts, too.
 */
export const extensionSchema = v.strictObject({
  ...v.partial(providerSchema).entries,
  schemaVersion: entries.schemaVersion,
  extends: entries.id,
  hosts: v.optional(v.array(entries.hosts.pipe[0].item)),
  support: v.optional(v.partial(entries.support.wrapped)),
  authentication: v.optional(v.partial(entries.authentication)),
  envelopes: v.optional(v.array(entries.envelopes.pipe[0].item)),
  requestId: v.optional(v.partial(entries.requestId.wrapped)),
  redaction: v.optional(v.partial(entries.redaction.wrapped)),
  statuses: v.optional(v.record(statuses.key, v.partial(statuses.value))),
  codes: v.optional(v.record(entries.codes.key, v.partial(entries.codes.value))),
});

export type Extension = v.InferOutput<typeof extensionSchema>;

/** Whether a value claims to be an extension; what is wrong with it is for the schema to say. */
export function isExtension(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "extends");
}

/** Which of the built-in documents may be extended: the generic one is no document of an API. */
export function baseOf(builtIn: readonly Provider[], extension: Extension): Provider | undefined {
  return builtIn.find(({ id }) => id === extension.extends && id !== GENERIC_ID);
}
