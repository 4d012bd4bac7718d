// Fails where a page of the built extension has outgrown its budget. Run after `vite build --mode chrome`.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Budget, overBudget, pageSize, sentences } from "./page-size.ts";

const KILOBYTE = 1000;
/** The DevTools page runs in every tab with DevTools open, so it is held smaller than the panel. */
const BUDGETS: readonly Budget[] = [
  { page: "src/entry/panel.html", codeBytes: 60 * KILOBYTE, catalogueBytes: 60 * KILOBYTE },
  { page: "src/entry/devtools.html", codeBytes: 25 * KILOBYTE, catalogueBytes: 5 * KILOBYTE },
];

const distribution = fileURLToPath(new URL("../dist/chrome", import.meta.url));
const providers = fileURLToPath(new URL("../src/providers", import.meta.url));
const texts = readdirSync(providers, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "testing")
  .flatMap((entry) => sentences(JSON.parse(readFileSync(`${providers}/${entry.name}/provider.json`, "utf8"))));

const problems: string[] = [];
for (const budget of BUDGETS) {
  const size = pageSize(distribution, budget.page, texts);
  console.log(
    `${budget.page}: code ${size.code} of ${budget.codeBytes}, catalogues ${size.catalogue} of ${budget.catalogueBytes} bytes (gzip)`,
  );
  problems.push(...overBudget(budget, size));
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
