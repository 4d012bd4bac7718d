import type { RedactionPolicy } from "../policy.ts";
import { isPlaceholder } from "../values/placeholders.ts";
import { decodeEntities } from "../views/entities.ts";
import { decodeEscapes } from "../views/escapes.ts";
import { decodePercent } from "../views/percent.ts";
import { decodedView, MAX_DEPTH, spanOf, type MarkStyle, type View } from "../views/view.ts";
import type { Finding, Rule } from "./finding.ts";

/** What provider documents add to the built-in rules; built-in rules cannot be taken away. Names are lower case. */
export type ProviderRules = {
  readonly secretFields: ReadonlySet<string>;
  readonly secretQuery: ReadonlySet<string>;
  readonly secretHeaders: ReadonlySet<string>;
  readonly personalFields: ReadonlySet<string>;
  /** Key prefixes of all known providers: a key of one API sent to another is a key all the same. */
  readonly keyPrefixes: readonly string[];
  readonly idPrefixes: readonly string[];
  readonly idempotencyNames: ReadonlySet<string>;
  /** Documented contact addresses, which are no one's private e-mail. */
  readonly publicEmails: ReadonlySet<string>;
  /** The host of the request where it is an address: nobody's, and needed to tell which API it is. */
  readonly ownAddress?: string;
};

/** One part while it is searched. Findings collect here; the views are kept for the second pass over all secrets. */
export type Search = {
  readonly rules: ProviderRules;
  readonly policy: RedactionPolicy;
  readonly findings: Finding[];
  /** Each text that was decoded out of the part, the part's own first. */
  readonly views: View[];
  /** Characters that may still be read. */
  left: number;
  /** The part was nested so often that not all of it was read: it must not be shown. */
  exhausted: boolean;
  /** Told how far into the part the search has come, again and again. */
  readonly onPosition: (offset: number) => void;
};

export function newSearch(
  rules: ProviderRules,
  policy: RedactionPolicy,
  length: number,
  onPosition: (offset: number) => void = () => undefined,
): Search {
  return { rules, policy, findings: [], views: [], left: length * 40 + 400_000, exhausted: false, onPosition };
}

/**
 * A search for encoded stretches stops where `encodeURIComponent` leaves a quote as it is, and at whatever looks like
 * JSON, such as braces in a password: known secrets are looked for in the text decoded as a whole, too.
 */
function pushReadings(search: Search, view: View): void {
  const { text } = view;
  let reading = view;
  for (let times = 0; times < 2; times++) {
    const decoded = /%[0-9A-Fa-f]{2}/.test(reading.text)
      ? decodePercent(reading.text, 0, reading.text.length, false)
      : undefined;
    if (decoded === undefined) break;
    reading = decodedView(reading, decoded, "url");
    search.views.push(reading);
  }
  if (!/[[{]/.test(text)) return;
  for (const decode of [decodeEntities, decodeEscapes]) {
    const decoded = decode(text, 0, text.length);
    if (decoded !== undefined) search.views.push(decodedView(view, decoded));
  }
}

/**
 * Counts a text about to be read. "all": search it. "formats": too deep for structure, only formats and known secrets.
 * "nothing": the part has been decoded too often. `isNew` says that the text was decoded rather than sliced.
 */
export function enter(search: Search, view: View, isNew: boolean): "all" | "formats" | "nothing" {
  search.left -= view.text.length;
  search.onPosition(view.at(0));
  if (search.left < 0) {
    search.exhausted = true;
    return "nothing";
  }
  if (isNew) {
    search.views.push(view);
    pushReadings(search, view);
  }
  return view.depth > MAX_DEPTH ? "formats" : "all";
}

export type FindingDetails = {
  readonly kind: string;
  readonly rule: Rule;
  readonly facts?: string;
  readonly bare?: boolean;
  readonly also?: readonly string[];
  readonly spreads?: boolean;
  readonly style?: MarkStyle;
  /** The value as it really reads, where the view shows it encoded. */
  readonly value?: string;
};

/** Records `view.text[start, end)` as a secret, unless it is a placeholder or empty. */
export function add(search: Search, view: View, start: number, end: number, details: FindingDetails): void {
  if (end <= start) return;
  const value = details.value ?? view.text.slice(start, end);
  if (isPlaceholder(value) || (details.kind === "ip" && value === search.rules.ownAddress)) return;
  search.findings.push({
    ...spanOf(view, start, end),
    kind: details.kind,
    rule: details.rule,
    value,
    facts: details.facts ?? "",
    style: details.style ?? view.style,
    bare: details.bare === true && !view.decoded,
    also: details.also ?? [],
    spreads: details.spreads ?? true,
    opaque: view.opaque !== null,
  });
}
