import { findFormats } from "../formats/all-formats.ts";
import { newSearch, type ProviderRules } from "../find/search.ts";
import { DEFAULT_POLICY } from "../policy.ts";
import { decodeEscapes } from "../views/escapes.ts";
import { decodePercent } from "../views/percent.ts";
import { decodedView, rootView, type Decoded, type View } from "../views/view.ts";
import { isKept, type Known, leaksIn } from "./known.ts";

/** Kinds that are no credentials: texts of a catalogue may well name an address of support. */
const HARMLESS: ReadonlySet<string> = new Set(["email", "ip", "card"]);

/** All names and strings of a JSON text, as they read, in its order and a line each; undefined for any other text. */
function stringsOf(text: string): string | undefined {
  if (!text.startsWith("{")) return undefined;
  const strings: string[] = [];
  try {
    const open: unknown[] = [JSON.parse(text)];
    // The last in is the first out: members are put in from the last to the first.
    for (let value = open.pop(); value !== undefined; value = open.pop()) {
      if (typeof value === "string") strings.push(value);
      else if (Array.isArray(value)) for (let index = value.length - 1; index >= 0; index--) open.push(value[index]);
      else if (typeof value === "object" && value !== null) {
        for (const [name, member] of Object.entries(value).toReversed()) open.push(member, name);
      } else if (typeof value === "number") strings.push(String(value));
    }
  } catch {
    return undefined;
  }
  return strings.join("\n");
}

/** What a finished text says: a JSON document in its strings, any other text as it stands and without its escapes. */
function readings(text: string): readonly View[] {
  const strings = stringsOf(text);
  const root = rootView(strings ?? text, "text");
  const decoded = (reading: Decoded | undefined): readonly View[] =>
    reading === undefined ? [] : [decodedView(root, reading)];
  return [
    root,
    ...(strings === undefined ? decoded(decodeEscapes(text, 0, text.length)) : []),
    ...decoded(decodePercent(root.text, 0, root.text.length, true)),
  ];
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
