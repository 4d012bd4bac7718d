// Fails where a page of the built extension has outgrown its budget. Run after `vite build --mode chrome`.
import { fileURLToPath } from "node:url";
import { type Budget, overBudget, pageSize } from "./page-size.ts";

const KILOBYTE = 1000;
/**
 * The DevTools page runs in every tab with DevTools open, so it is held smaller than the panel. The redactor and its
 * word lists are a file of their own, loaded behind the panel's first paint and not counted here. Raise a number only
 * together with the reason.
 */
const BUDGETS: readonly Budget[] = [
  { page: "src/entry/panel.html", codeBytes: 75 * KILOBYTE, catalogueBytes: 40 * KILOBYTE },
  { page: "src/entry/devtools.html", codeBytes: 25 * KILOBYTE, catalogueBytes: 0 },
];

const distribution = fileURLToPath(new URL("../dist/chrome", import.meta.url));
const problems: string[] = [];
for (const budget of BUDGETS) {
  const size = pageSize(distribution, budget.page);
  console.log(
    `${budget.page}: code ${size.code} of ${budget.codeBytes}, catalogues ${size.catalogue} of ${budget.catalogueBytes} bytes (gzip)`,
  );
  problems.push(...overBudget(budget, size));
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
