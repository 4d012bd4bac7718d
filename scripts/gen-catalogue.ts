import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cataloguePage } from "./catalogue-page.ts";

// Writes docs/catalogue.md. Run it after a change to a provider document; `catalogue-page.test.ts` fails until then.
writeFileSync(fileURLToPath(new URL("../docs/catalogue.md", import.meta.url)), cataloguePage());
