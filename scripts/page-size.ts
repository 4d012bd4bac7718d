import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { gzipSync } from "node:zlib";

/** A page's weight in bytes after gzip, its code and its catalogue texts apart. */
export type PageSize = { readonly code: number; readonly catalogue: number; readonly files: readonly string[] };
export type Budget = { readonly page: string; readonly codeBytes: number; readonly catalogueBytes: number };

/**
 * Weighs everything that a built page loads: scripts, what they import statically, and style sheets.
 * `texts` are the catalogues' sentences: they grow with each API, so they must not eat the budget of the code.
 */
export function pageSize(distribution: string, page: string, texts: readonly string[]): PageSize {
  const html = readFileSync(join(distribution, page), "utf8");
  const files = new Set<string>();
  for (const [, reference] of html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g))
    follow(distribution, fromPage(page, reference ?? ""), files);
  const sources = [...files].map((file) => readFileSync(join(distribution, file), "utf8"));
  const whole = sum(sources.map(gzipBytes));
  const code = sum(sources.map((source) => gzipBytes(without(source, texts))));
  return { code, catalogue: whole - code, files: [...files] };
}

/** What is over budget, one sentence each; empty where nothing is. */
export function overBudget(budget: Budget, size: PageSize): string[] {
  return [
    ...over(`${budget.page}: code`, size.code, budget.codeBytes),
    ...over(`${budget.page}: catalogues`, size.catalogue, budget.catalogueBytes),
  ];
}

/** All sentences of a provider document that are long enough to be told from code. */
export function sentences(value: unknown): string[] {
  if (typeof value === "string") return value.length >= SENTENCE_LENGTH ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(sentences) : [];
}

const SENTENCE_LENGTH = 16;

function over(what: string, bytes: number, budget: number): string[] {
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

/** The source with each text cut out. Bundlers write texts in any of three quotes; the text between them stays. */
function without(source: string, texts: readonly string[]): string {
  let rest = source;
  for (const text of texts) rest = rest.replaceAll(text, "").replaceAll(JSON.stringify(text).slice(1, -1), "");
  return rest;
}

function gzipBytes(source: string): number {
  return gzipSync(source, { level: 9 }).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
