import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { outputJsonSchemas } from "./output-json-schema.ts";
import { providerJsonSchemas } from "./provider-json-schema.ts";

// Writes the JSON Schemas that editors check provider documents with, and those of what Faultline prints. Run it after a
// change to `provider.ts`, `extension.ts` or `output-schemas.ts`; tests fail until then.
function write(folder: string, schemas: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(schemas))
    writeFileSync(fileURLToPath(new URL(`../src/${folder}/${name}`, import.meta.url)), text);
}

write("providers", providerJsonSchemas());
write("report/output/schemas", outputJsonSchemas());
