import * as v from "valibot";
import type { Provider } from "./provider.ts";

/**
 * What an API's error reference names, as a list beside its document: `coverage.json`. Names are facts; the list is written
 * down apart from the document, so that a test can compare the two.
 */
const coverageSchema = v.strictObject({
  $schema: v.optional(v.string()),
  references: v.pipe(
    v.array(
      v.strictObject({
        /** The page or file that names the codes. */
        source: v.pipe(v.string(), v.startsWith("https://")),
        revision: v.optional(v.string()),
        checkedOn: v.pipe(v.string(), v.isoDate()),
        codes: v.pipe(v.array(v.string()), v.minLength(1)),
        /** Codes that the document leaves out, each with the reason in a sentence. */
        leftOut: v.optional(v.record(v.string(), v.pipe(v.string(), v.nonEmpty())), {}),
      }),
    ),
    v.minLength(1),
  ),
});

export type Coverage = v.InferOutput<typeof coverageSchema>;
export type Reference = Coverage["references"][number];

/** Throws with the first thing that is wrong: the list ships with Faultline. */
export function readCoverage(value: unknown): Coverage {
  return v.parse(coverageSchema, value);
}

/** The codes of a reference that the document has, and those that it neither has nor explains to leave out. */
export function compareCoverage(
  { codes, leftOut }: Reference,
  provider: Pick<Provider, "codes" | "subcodes">,
): { readonly covered: readonly string[]; readonly unexplained: readonly string[] } {
  const known = new Set([...Object.keys(provider.codes), ...Object.keys(provider.subcodes ?? {})]);
  return {
    covered: codes.filter((code) => known.has(code)),
    unexplained: codes.filter((code) => !known.has(code) && !Object.hasOwn(leftOut, code)),
  };
}
