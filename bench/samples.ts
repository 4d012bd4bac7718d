import { readdirSync, readFileSync } from "node:fs";
import type { Provider, Providers } from "../src/catalogue/provider.ts";

const folder = new URL("../src/providers/", import.meta.url);

function documents(pattern: RegExp): readonly unknown[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => pattern.test(file))
    .toSorted()
    .map((file): unknown => JSON.parse(readFileSync(new URL(file, folder), "utf8")));
}

/** The providers that ship with Faultline; src/providers/catalogue.test.ts holds the files to the type. */
export function builtInProviders(): Providers {
  // oxlint-disable-next-line no-unsafe-type-assertion -- a test holds every file to it
  return { providers: documents(/\/provider\.json$/) as readonly Provider[], mappings: [] };
}

/** The HAR entries of all samples in the catalogues. */
export function sampleEntries(): readonly unknown[] {
  // oxlint-disable-next-line no-unsafe-type-assertion -- a test holds every file to it
  return documents(/\/samples\/.*\.json$/).map((sample) => (sample as { readonly entry: unknown }).entry);
}
