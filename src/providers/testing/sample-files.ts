import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import type { Provider, Providers } from "../../catalogue/provider.ts";
import { readProvider } from "../../catalogue/read-provider.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** A recorded (or made) HAR entry and what decoding it must give. Described in docs/adding-a-provider.md. */
const sampleSchema = v.strictObject({
  about: v.pipe(v.string(), v.nonEmpty()),
  source: v.pipe(v.string(), v.regex(/^(seed|made for the check|https:\/\/\S+)$/)),
  entry: v.looseObject({ startedDateTime: v.string(), request: v.looseObject({}), response: v.looseObject({}) }),
  /** A part of the expected `ApiEvent`. */
  event: v.pipe(
    v.record(v.string(), v.unknown()),
    v.check((event) => Object.keys(event).length > 0, "says nothing"),
  ),
});

export type Sample = v.InferOutput<typeof sampleSchema> & { readonly name: string; readonly providerId: string };

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

/** The document of a folder. Throws with every problem where it does not match the schema. */
export function providerDocument(folder: string): Provider {
  const read = readProvider(providerJson(folder));
  if (read.ok) return read.provider;
  throw new Error(`${folder}/provider.json: ${read.problems.map((item) => `${item.path} ${item.message}`).join("; ")}`);
}

/** All documents, without host mappings. */
export function allProviders(): Providers {
  return { providers: providerFolders().map(providerDocument), mappings: [] };
}

/** The samples of a folder in the order of their names. Throws where one has not the shape of a sample. */
export function samplesOf(folder: string): readonly Sample[] {
  const files = readdirSync(`${ROOT}/${folder}/samples`).filter((file) => file.endsWith(".json"));
  return files.toSorted().map((file) => {
    const read = v.safeParse(sampleSchema, JSON.parse(readFileSync(`${ROOT}/${folder}/samples/${file}`, "utf8")));
    if (read.success) return { ...read.output, name: file.replace(/\.json$/, ""), providerId: folder };
    const problems = read.issues.map((issue) => `${v.getDotPath(issue) ?? "the file"}: ${issue.message}`);
    throw new Error(`${folder}/samples/${file}: ${problems.join("; ")}`);
  });
}
