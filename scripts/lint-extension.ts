// Fails if addons.mozilla.org would object to the Firefox build. Run after `vite build --mode firefox`.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { lintForStore } from "./store-lint.ts";

const folder = fileURLToPath(new URL("../dist/firefox", import.meta.url));
if (existsSync(folder)) {
  const objections = lintForStore(folder);
  for (const objection of objections) console.error(objection);
  console.log(`web-ext lint: ${objections.length} errors and warnings`);
  process.exitCode = objections.length === 0 ? 0 : 1;
} else {
  console.error("There is no dist/firefox; run npm run build first.");
  process.exitCode = 1;
}
