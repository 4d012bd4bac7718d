import * as v from "valibot";
import { providerSchema, type Provider } from "./provider.ts";

/** `path` is a JSON pointer into the document, "" for the whole of it. */
export type DocumentProblem = { readonly path: string; readonly message: string };

export type ReadProvider =
  | { readonly ok: true; readonly provider: Provider }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/** No honest document comes near these; they bound the work on a hostile one. */
const MAX_DEPTH = 16;
const MAX_PROBLEMS = 100;

/** Keys that reach an object's prototype. valibot drops them silently; a document that has one should hear of it. */
const REFUSED_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Checks an unknown value (a bundled JSON file, one a user chose, stored settings) against the provider schema. Returns
 * the document, or up to 100 problems, each with where it is. Never throws, whatever the value is.
 */
export function readProvider(value: unknown): ReadProvider {
  try {
    const unsafe = findUnsafe(value, "", 0);
    if (unsafe !== undefined) return { ok: false, problems: [unsafe] };
    const result = v.safeParse(providerSchema, value);
    if (result.success) return { ok: true, provider: result.output };
    const problems = result.issues
      .slice(0, MAX_PROBLEMS)
      .map((issue) => ({ path: pointerOf(issue), message: issue.message }));
    return { ok: false, problems };
  } catch {
    // Only a value that is no JSON gets here: a proxy or a getter that throws.
    return { ok: false, problems: [{ path: "", message: "could not be read as a JSON document" }] };
  }
}

function findUnsafe(value: unknown, path: string, depth: number): DocumentProblem | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (depth > MAX_DEPTH) return { path, message: `nested deeper than ${MAX_DEPTH} levels` };
  for (const [key, member] of Object.entries(value)) {
    const memberPath = `${path}/${escapePointer(key)}`;
    if (REFUSED_KEYS.has(key)) return { path: memberPath, message: `a member must not be named "${key}"` };
    const found = findUnsafe(member, memberPath, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function pointerOf(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? []).map((item) => `/${escapePointer(String(item.key))}`).join("");
}

/** RFC 6901 section 3. */
function escapePointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
