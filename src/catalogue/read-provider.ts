import { pointerTo } from "../web/json-pointer.ts";
import * as v from "valibot";
import { completed, unknownSources } from "./completed.ts";
import { providerSchema, type Provider } from "./provider.ts";

/** `path` is a JSON pointer into the document, "" for the whole of it. */
export type DocumentProblem = { readonly path: string; readonly message: string };

export type ReadProvider =
  | { readonly ok: true; readonly provider: Provider }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/** No honest document comes near these; they bound the work on a hostile one. */
const MAX_DEPTH = 16;
const MAX_PROBLEMS = 100;
const MAX_VALUES = 100_000;

/** Keys that reach an object's prototype. valibot drops them silently; a document that has one should hear of it. */
const REFUSED_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** Controls but tab and line break, and those that turn the direction of text: they make a text look like another. */
const INVISIBLE = /(?![\t\n])[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/**
 * Checks an unknown value (a bundled JSON file, one a user chose, stored settings) against the provider schema. Returns
 * the document, or up to 100 problems, each with where it is. Never throws, whatever the value is.
 */
export function readProvider(value: unknown): ReadProvider {
  const read = readBySchema(providerSchema, value);
  if (!read.ok) return read;
  const missing = unknownSources(read.output);
  if (missing.length === 0) return { ok: true, provider: completed(read.output) };
  const problems = missing.slice(0, MAX_PROBLEMS).map(({ path, name }) => ({
    path,
    message: `There is no source "${name}": write the page's address, or add the name to "sources".`,
  }));
  return { ok: false, problems };
}

/**
 * The same for any of the documents' schemas. Refused besides what the schema refuses: more than 16 levels or 100,000
 * values, members that reach a prototype, and invisible characters in any text.
 */
export function readBySchema<Output>(
  schema: v.GenericSchema<unknown, Output>,
  value: unknown,
):
  | { readonly ok: true; readonly output: Output }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] } {
  try {
    const unsafe = findUnsafe(value);
    if (unsafe !== undefined) return { ok: false, problems: [unsafe] };
    const result = v.safeParse(schema, value);
    if (result.success) return { ok: true, output: result.output };
    const problems = result.issues
      .slice(0, MAX_PROBLEMS)
      .map((issue) => ({ path: pointerTo((issue.path ?? []).map(({ key }) => String(key))), message: issue.message }));
    return { ok: false, problems };
  } catch {
    // Only a value that is no JSON gets here: a proxy or a getter that throws.
    return { ok: false, problems: [{ path: "", message: "could not be read as a JSON document" }] };
  }
}

/** The first thing for which a value is refused before the schema sees it. */
export function findUnsafe(value: unknown): DocumentProblem | undefined {
  return findIn(value, [], { values: 0 });
}

function findIn(value: unknown, keys: readonly string[], count: { values: number }): DocumentProblem | undefined {
  count.values += 1;
  if (count.values > MAX_VALUES) return { path: "", message: `holds more than ${MAX_VALUES} values` };
  if (typeof value === "string" && INVISIBLE.test(value))
    return { path: pointerTo(keys), message: "holds an invisible control character" };
  if (typeof value !== "object" || value === null) return undefined;
  if (keys.length > MAX_DEPTH) return { path: pointerTo(keys), message: `nested deeper than ${MAX_DEPTH} levels` };
  for (const [key, member] of Object.entries(value)) {
    const memberKeys = [...keys, key];
    if (REFUSED_KEYS.has(key)) return { path: pointerTo(memberKeys), message: `a member must not be named "${key}"` };
    if (INVISIBLE.test(key)) return { path: pointerTo(keys), message: "a member's name holds an invisible character" };
    const found = findIn(member, memberKeys, count);
    if (found !== undefined) return found;
  }
  return undefined;
}
