import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { gzipSync } from "node:zlib";

/** A page's weight in bytes after gzip, its code and the catalogues' file apart. */
export type PageSize = { readonly code: number; readonly catalogue: number; readonly files: readonly string[] };
export type Budget = { readonly page: string; readonly codeBytes: number; readonly catalogueBytes: number };

/** Weighs everything that a built page loads: scripts, what they import statically, and style sheets. */
export function pageSize(distribution: string, page: string): PageSize {
  const html = readFileSync(join(distribution, page), "utf8");
  const files = new Set<string>();
  for (const [, reference] of html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)) {
    follow(distribution, fromPage(page, reference ?? ""), files);
  }
  const weigh = (chosen: (file: string) => boolean): number =>
    [...files].filter(chosen).reduce((total, file) => total + gzipBytes(join(distribution, file)), 0);
  return { code: weigh((file) => !isCatalogue(file)), catalogue: weigh(isCatalogue), files: [...files] };
}

/**
 * Weighs, in bytes after gzip, what a chunk that the page imports later brings: its file and what that imports statically,
 * without what the page has already. Throws if the build has no chunk of that name.
 */
export function laterBytes(distribution: string, page: string, chunk: string): number {
  const file = readdirSync(join(distribution, "assets")).find((name) => name.startsWith(`${chunk}-`));
  if (file === undefined) throw new Error(`The build has no chunk named ${chunk}.`);
  const there = new Set(pageSize(distribution, page).files);
  const files = new Set(there);
  follow(distribution, `assets/${file}`, files);
  return [...files].reduce((total, name) => (there.has(name) ? total : total + gzipBytes(join(distribution, name))), 0);
}

/** One sentence for each size over its budget; empty if there is none. */
export function overBudget(budget: Budget, size: PageSize): string[] {
  return [
    ...over(`${budget.page}: code`, size.code, budget.codeBytes),
    ...over(`${budget.page}: catalogues`, size.catalogue, budget.catalogueBytes),
  ];
}

/** The catalogues grow with each API, so they must not eat the budget of the code: vite.config.ts keeps them apart. */
function isCatalogue(file: string): boolean {
  return posix.basename(file).startsWith("catalogue-");
}

/** The sentence that says by how much something is over its budget; none if it is not. */
export function over(what: string, bytes: number, budget: number): string[] {
  return bytes > budget ? [`${what} is ${bytes} bytes gzipped, ${bytes - budget} over its budget of ${budget}.`] : [];
}

function fromPage(page: string, reference: string): string {
  return reference.startsWith("/") ? reference.slice(1) : posix.join(dirname(page), reference);
}

function follow(distribution: string, file: string, files: Set<string>): void {
  if (files.has(file)) return;
  files.add(file);
  if (!file.endsWith(".js")) return;
  const source = readFileSync(join(distribution, file), "utf8");
  for (const [, reference] of source.matchAll(/(?:\bfrom|\bimport) ?["'](\.[^"']+\.js)["']/g)) {
    follow(distribution, posix.join(posix.dirname(file), reference ?? ""), files);
  }
}

function gzipBytes(file: string): number {
  return gzipSync(readFileSync(file), { level: 9 }).length;
}
