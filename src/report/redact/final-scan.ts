import { findFormats } from "../formats/all-formats.ts";
import { newSearch, type ProviderRules } from "../find/search.ts";
import { DEFAULT_POLICY } from "../policy.ts";
import { decodeEscapes } from "../views/escapes.ts";
import { decodePercent } from "../views/percent.ts";
import { decodedView, rootView, type Decoded, type View } from "../views/view.ts";
import { isKept, type Known, leaksIn } from "./known.ts";

/** Kinds that are no credentials: texts of a catalogue may well name an address of support. */
const HARMLESS: ReadonlySet<string> = new Set(["email", "ip", "card"]);

function readings(text: string): readonly View[] {
  const root = rootView(text, "text");
  const decoded = (reading: Decoded | undefined): readonly View[] =>
    reading === undefined ? [] : [decodedView(root, reading)];
  return [root, ...decoded(decodeEscapes(text, 0, text.length)), ...decoded(decodePercent(text, 0, text.length, true))];
}

/**
 * Searches the finished report once more: kinds of what is left of any known secret, or looks like a key by its form.
 * Empty where the report may leave.
 */
export function scanFinal(text: string, known: Known, rules: ProviderRules): readonly string[] {
  const views = readings(text);
  const search = newSearch(rules, DEFAULT_POLICY, text.length);
  for (const view of views) findFormats(search, view, { addresses: false, claims: () => undefined });
  const left = search.findings
    .filter((finding) => !HARMLESS.has(finding.kind) && !isKept(known, finding, views))
    .map((finding) => finding.kind);
  return [...new Set([...left, ...leaksIn(known, views)])];
}
