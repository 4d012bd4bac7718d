import { searchPart } from "../find/search-part.ts";
import type { Finding } from "../find/finding.ts";
import type { Search } from "../find/search.ts";
import type { RedactionPolicy } from "../policy.ts";
import { type RecordingSecrets, secretsWithin } from "./recording-secrets.ts";
import type { Secret } from "../taint/table.ts";
import type { View } from "../views/view.ts";
import type { Chosen } from "./chosen.ts";
import { isCredentialKind, type KeptItem } from "./keep.ts";
import { know, type Known, redactPart } from "./known.ts";
import { highestMark, type Redacted } from "./mark.ts";
import type { Origin } from "./origin.ts";
import type { Part } from "./part.ts";

/** One secret that stays because the user wants it to, at one place. */
export type KeptSecret = Origin & { readonly secret: Secret };

/** What a redaction is told besides the texts. */
export type RedactOptions = {
  /** Codes that a provider document lists; they stay wherever they are. */
  readonly documented: ReadonlySet<string>;
  readonly policy: RedactionPolicy;
  /** What other calls of the recording gave away. */
  readonly secrets?: RecordingSecrets;
  /** Adds texts that no rule knows; sees all parts and every reading of them. */
  readonly choose?: (parts: readonly Part[], views: readonly View[]) => readonly Chosen[];
  /** What the user wants back. */
  readonly keep?: readonly KeptItem[];
  /** Told how much of the texts has been searched, from 0 to 1, again and again. */
  readonly onProgress?: (fraction: number) => void;
};

export type RedactedParts = {
  readonly parts: readonly Redacted[];
  /** What the report's texts hold, for the final scan. */
  readonly known: Known;
  readonly kept: readonly KeptSecret[];
  /** Kinds of credentials that were to be kept without being confirmed: nothing may leave. */
  readonly unconfirmed: readonly string[];
};

/** What stays on the user's word, where it was found. */
function keptIn(part: Part, search: Search, { table, keep }: Known): readonly KeptSecret[] {
  return search.findings.flatMap((finding) => {
    const secret = table.of(finding);
    return keep.has(secret) ? [{ secret, where: part.where ?? "", reason: finding.rule }] : [];
  });
}

function searchAll(
  parts: readonly Part[],
  policy: RedactionPolicy,
  onProgress: ((fraction: number) => void) | undefined,
): readonly Search[] {
  const total = parts.reduce((sum, { text }) => sum + text.length, 1);
  let before = 0;
  return parts.map((part) => {
    const start = before;
    before += part.text.length;
    return searchPart(part, policy, onProgress && ((offset) => onProgress((start + offset) / total)));
  });
}

/**
 * Redacts all texts of a report together: every part is searched first, then each secret is cut out of every part in
 * which it occurs, in any spelling. A part in which something is left after that is replaced whole.
 */
export function redactParts(parts: readonly Part[], options: RedactOptions): RedactedParts {
  const { documented, policy, choose = () => [], keep: items = [] } = options;
  const searches = searchAll(parts, policy, options.onProgress);
  const findings: Finding[] = [];
  for (const search of searches) {
    for (const finding of search.findings.toSorted((a, b) => a.start - b.start)) findings.push(finding);
  }
  const views = searches.flatMap((search) => search.views);
  // After what the texts hold themselves: numbers follow the order in which secrets appear.
  if (options.secrets !== undefined) findings.push(...secretsWithin(options.secrets, views));
  const known = know({
    findings,
    choices: choose(parts, views),
    documented,
    keep: items,
    highest: parts.reduce((highest, part) => Math.max(highest, highestMark(part.text)), 0),
  });
  const redacted = parts.map((part, index) => {
    const search = searches[index];
    return search === undefined ? [] : redactPart(part, search, known, policy);
  });
  const kept: readonly KeptSecret[] = [
    ...parts.flatMap((part, index) => {
      const search = searches[index];
      return search === undefined || items.length === 0 ? [] : keptIn(part, search, known);
    }),
    ...known.keptChoices.map((secret) => ({ secret, where: "", reason: "policy" as const })),
  ];
  const confirmed = new Set(items.filter((item) => item.confirmedCredential === true).map(({ id }) => id));
  return {
    parts: redacted,
    kept,
    unconfirmed: [
      ...new Set(
        kept.flatMap(({ secret }) => (isCredentialKind(secret.kind) && !confirmed.has(secret.id) ? [secret.kind] : [])),
      ),
    ],
    known,
  };
}
