import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { assembled, type ShippedDocument } from "../../catalogue/assembled.ts";
import { type Coverage, readCoverage } from "../../catalogue/coverage.ts";
import type { Provider, Providers } from "../../catalogue/provider.ts";
import { readSamples, type Sample as SampleInFile } from "../../catalogue/sample.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

export type Sample = SampleInFile & { readonly name: string; readonly providerId: string };

/** The provider folders, by name. */
export function providerFolders(): readonly string[] {
  return readdirSync(ROOT, { withFileTypes: true })
    .filter((item) => item.isDirectory() && item.name !== "testing")
    .map((item) => item.name)
    .toSorted();
}

/** A folder's document as parsed JSON, unchecked. */
export function providerJson(folder: string): unknown {
  return JSON.parse(readFileSync(`${ROOT}/${folder}/provider.json`, "utf8"));
}

let all: ReadonlyMap<string, Provider> | undefined;

/** The whole document of a folder; whether it matches the schema is for the catalogue's test to say. */
export function providerDocument(folder: string): Provider {
  all ??= new Map(
    assembled(providerFolders().map((name) => providerJson(name) as ShippedDocument)).map((document, index) => [
      providerFolders()[index] ?? "",
      document,
    ]),
  );
  const document = all.get(folder);
  if (document === undefined) throw new Error(`There is no folder ${folder}.`);
  return document;
}

/** The codes that an API's references name; undefined for a folder without the list. */
export function coverageOf(folder: string): Coverage | undefined {
  const file = `${ROOT}/${folder}/coverage.json`;
  return existsSync(file) ? readCoverage(JSON.parse(readFileSync(file, "utf8"))) : undefined;
}

/** All documents, without host mappings. */
export function allProviders(): Providers {
  return { providers: providerFolders().map(providerDocument), mappings: [] };
}

/** The samples of a folder in the order of their names. Throws where a file has not the shape of samples. */
export function samplesOf(folder: string): readonly Sample[] {
  const files = readdirSync(`${ROOT}/${folder}/samples`).filter((file) => file.endsWith(".json"));
  return files.toSorted().flatMap((file) => {
    const read = readSamples(JSON.parse(readFileSync(`${ROOT}/${folder}/samples/${file}`, "utf8")));
    if (!read.ok) throw new Error(`${folder}/samples/${file}: ${read.problems.join("; ")}`);
    const name = file.replace(/\.json$/, "");
    return read.samples.map((sample, index) => ({
      ...sample,
      name: read.samples.length === 1 ? name : `${name}-${index + 1}`,
      providerId: folder,
    }));
  });
}
