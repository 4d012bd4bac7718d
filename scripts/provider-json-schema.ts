import { toJsonSchema } from "@valibot/to-json-schema";
import { providerSchema } from "../src/catalogue/provider.ts";

/** The provider schema as JSON Schema text (draft-07), the exact content of `src/providers/provider.schema.json`. */
export function providerJsonSchema(): string {
  const schema = {
    title: "Faultline provider document",
    ...toJsonSchema(providerSchema, { ignoreActions: ["raw_check"] }),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
