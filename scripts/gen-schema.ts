import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { providerJsonSchemas } from "./provider-json-schema.ts";

// Writes the JSON Schemas that editors check provider documents with. Run it after a change to `provider.ts` or
// `extension.ts`; `provider-json-schema.test.ts` fails until then.
for (const [name, text] of Object.entries(providerJsonSchemas()))
  writeFileSync(fileURLToPath(new URL(`../src/providers/${name}`, import.meta.url)), text);
