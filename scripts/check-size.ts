// Fails if a page of the built extension has outgrown its budget. Run after `vite build --mode chrome`.
import { fileURLToPath } from "node:url";
import { type Budget, laterBytes, over, overBudget, pageSize } from "./page-size.ts";

const KILOBYTE = 1000;
/**
 * What a page imports statically and its style sheets: what it loads before its first paint. The DevTools page runs in
 * every tab with DevTools open, so it is held smaller than the panel. Raise a number only together with the reason.
 *
 * The panel's code grew from 60 to 64 kB when documents began to load by host: it now finds and loads them itself, and
 * the 28 kB of catalogues that it loaded before are gone from the first paint. What is left of them is the outline of
 * each document: its hosts, keys and secret names.
 */
const BUDGETS: readonly Budget[] = [
  { page: "src/entry/panel.html", codeBytes: 64 * KILOBYTE, catalogueBytes: 8 * KILOBYTE },
  { page: "src/entry/devtools.html", codeBytes: 25 * KILOBYTE, catalogueBytes: 0 },
];
/**
 * What decodes and audits is imported while the panel paints its empty frame, and the first rows wait for it: it has a
 * budget of its own, so that nothing heavy moves there unseen. No row waits for the rest (the redactor, the details, the
 * filter's language, settings, help). It grew from 40 to 64 kB when every API was listed from the first second: who
 * answered, what the script saw, what became of a failed call, conditions and checks of documents are read for each row.
 */
const READING = { page: "src/entry/panel.html", chunk: "reading", bytes: 64 * KILOBYTE };

const distribution = fileURLToPath(new URL("../dist/chrome", import.meta.url));
const problems: string[] = [];
for (const budget of BUDGETS) {
  const size = pageSize(distribution, budget.page);
  console.log(
    `${budget.page}: code ${size.code} of ${budget.codeBytes}, catalogues ${size.catalogue} of ${budget.catalogueBytes} bytes (gzip)`,
  );
  problems.push(...overBudget(budget, size));
}
const reading = laterBytes(distribution, READING.page, READING.chunk);
console.log(`${READING.page}: what reads records, loaded after it, ${reading} of ${READING.bytes} bytes (gzip)`);
problems.push(...over("what reads records", reading, READING.bytes));
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
