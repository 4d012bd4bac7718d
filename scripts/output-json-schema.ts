import { toJsonSchema } from "@valibot/to-json-schema";
import { SCHEMA_VERSION } from "../src/report/output/event-json.ts";
import { compareSchema, decodeSchema, definitions, reportSchema } from "./output-schemas.ts";

const SCHEMAS = {
  decode: ["Faultline: a line of decode --json", decodeSchema, definitions],
  report: ["Faultline: a report as JSON", reportSchema, definitions],
  compare: ["Faultline: compare --json", compareSchema, {}],
} as const;

/** The JSON Schemas (draft-07) of what Faultline prints, by the name of their file in `src/report/output/schemas/`. */
export function outputJsonSchemas(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, [title, schema, shared]]) => {
      const { $schema: draft, ...members } = toJsonSchema(schema, { definitions: shared });
      const $id = `urn:faultline:${name}:${SCHEMA_VERSION}`;
      return [`${name}.schema.json`, `${JSON.stringify({ $schema: draft, $id, title, ...members }, null, 2)}\n`];
    }),
  );
}
