import { toJsonSchema } from "@valibot/to-json-schema";
import type { GenericSchema } from "valibot";
import { condition, place, valueTest, waitPlace } from "../src/catalogue/condition.ts";
import { cause, codeEntry, fix, link, retry, source, statusEntry, variant } from "../src/catalogue/entry-schema.ts";
import { extensionSchema } from "../src/catalogue/extension.ts";
import { providerSchema } from "../src/catalogue/provider.ts";

/**
 * The schemas' version, as in a document's `schemaVersion`: it changes when documents that were valid no longer are.
 * The ids are names, not addresses: nothing is loaded from them.
 */
const VERSION = 1;
const DRAFT = "http://json-schema.org/draft-07/schema#";

type JsonSchema = { readonly [member: string]: unknown };

function asJsonSchema(schema: GenericSchema): JsonSchema {
  // What host patterns may be is code (`readHostPattern`), which JSON Schema cannot say.
  const ignoreActions = ["raw_check", "check"];
  const { $schema: _draft, $defs: _parts, ...members } = toJsonSchema(schema, { ignoreActions, definitions: PARTS });
  return members;
}

/** Schemas that are used in many places and written once. */
const PARTS = {
  condition,
  valueTest,
  place,
  waitPlace,
  cause,
  fix,
  retry,
  variant,
  codeEntry,
  statusEntry,
  source,
  link,
};

function parts(): JsonSchema {
  const { $defs = {} } = toJsonSchema(providerSchema, { ignoreActions: ["raw_check", "check"], definitions: PARTS });
  return $defs;
}

/**
 * The JSON Schemas (draft-07) that editors check documents with, by the name of their file in `src/providers/`: one for
 * the documents that ship, one for what users may write (a document, an extension, a list or a pack of them).
 */
export function providerJsonSchemas(): Readonly<Record<string, string>> {
  const provider = asJsonSchema(providerSchema);
  const extension = asJsonSchema(extensionSchema);
  const document = choice({ required: ["extends"] }, ref("extension"), ref("provider"));
  const list = { type: "array", items: ref("document"), maxItems: 100 };
  const pack = {
    type: "object",
    properties: { $schema: { type: "string" }, providers: list },
    required: ["providers"],
    additionalProperties: false,
  };
  return {
    "provider.schema.json": written({
      $schema: DRAFT,
      $id: `urn:faultline:provider:${VERSION}`,
      title: "Faultline provider document",
      ...provider,
      $defs: parts(),
    }),
    "provider-pack.schema.json": written({
      $schema: DRAFT,
      $id: `urn:faultline:provider-pack:${VERSION}`,
      title: "Faultline provider documents: one, a list or a pack",
      ...choice({ type: "array" }, list, choice({ required: ["providers"] }, pack, ref("document"))),
      definitions: { provider, extension, document },
      $defs: parts(),
    }),
  };
}

/** Unlike "anyOf", a choice lets an editor say what is wrong with the one shape that is meant. */
function choice(condition: JsonSchema, met: JsonSchema, otherwise: JsonSchema): JsonSchema {
  // oxlint-disable-next-line no-thenable -- a keyword of JSON Schema; nothing awaits it
  return { if: condition, then: met, else: otherwise };
}

function ref(definition: string): JsonSchema {
  return { $ref: `#/definitions/${definition}` };
}

function written(schema: JsonSchema): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
