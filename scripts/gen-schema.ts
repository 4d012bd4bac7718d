import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { providerJsonSchema } from "./provider-json-schema.ts";

// Writes the JSON Schema that editors check provider documents with. Run it after a change to `provider.ts`;
// `provider-json-schema.test.ts` fails until then.
writeFileSync(fileURLToPath(new URL("../src/providers/provider.schema.json", import.meta.url)), providerJsonSchema());
