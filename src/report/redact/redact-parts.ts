import { searchPart } from "../find/search-part.ts";
import type { Finding } from "../find/finding.ts";
import type { Search } from "../find/search.ts";
import type { RedactionPolicy } from "../policy.ts";
import { buildTable, type Secret, type SecretTable } from "../taint/table.ts";
import type { View } from "../views/view.ts";
import { findChosen, type Chosen, type FindChosen } from "./chosen.ts";
import { applyCuts, cutOf, type Cut } from "./cut.ts";
import { isCredentialKind, isInside, keeper, type Keep, type KeptItem } from "./keep.ts";
import { highestMark, type Redacted } from "./mark.ts";
import type { Origin } from "./origin.ts";
import type { Part } from "./part.ts";

/** One secret that stays because the user wants it to, at one place. */
export type KeptSecret = Origin & { readonly secret: Secret };

/** What a redaction is told besides the texts. */
export type RedactOptions = {
  /** Values that must survive. */
  readonly facts: ReadonlySet<string>;
  readonly policy: RedactionPolicy;
  /** Adds texts that no rule knows; sees all parts and every reading of them. */
  readonly choose?: (parts: readonly Part[], views: readonly View[]) => readonly Chosen[];
  /** What the user wants back. */
  readonly keep?: readonly KeptItem[];
  /** Told how much of the texts has been searched, from 0 to 1, again and again. */
  readonly onProgress?: (fraction: number) => void;
};

export type RedactedParts = {
  readonly parts: readonly Redacted[];
  /** Finds what is left of any strong secret in text that was put together from the parts; for the final scan. */
  readonly leaksIn: (views: readonly View[]) => readonly string[];
  /** Whether something that the final scan finds is there on the user's word. */
  readonly isKept: (finding: Finding, views: readonly View[]) => boolean;
  readonly kept: readonly KeptSecret[];
  /** Kinds of credentials that were to be kept without being confirmed: nothing may leave. */
  readonly unconfirmed: readonly string[];
};

/** Longer parts are not searched a second time by themselves. */
const SEARCHED_TWICE = 1_000_000;

/** What stands for a part that could not be redacted piece by piece. */
function replacedWhole(kind: string, { text, where = "" }: Part): Redacted {
  const origin = { where, reason: "place" } as const;
  const facts = `${text.length} characters`;
  return [{ kind, number: 1, facts, style: "text", quoted: false, origin, length: text.length }];
}

/** What was found out about a whole report: the secrets of the rules, and what was chosen besides. */
type Known = { readonly table: SecretTable; readonly chosen: readonly FindChosen[]; readonly keep: Keep };

function cutsOf(search: Search, { table, chosen, keep }: Known): readonly Cut[] {
  const found: Cut[] = search.findings.map((finding) => cutOf(finding, table.of(finding)));
  table.spread(search.views, (span, secret, view) => {
    found.push({ ...span, secret, style: view.style, bare: false, rank: 0, reason: "copy" });
  });
  const confirmed = keep.spans(search.views);
  const cuts = found.filter((cut) => !keep.has(cut.secret) && !isInside(cut, confirmed));
  for (const find of chosen)
    find(search.views, ({ start, end, secret, reason, view }) => {
      cuts.push({ start, end, secret, style: view.style, bare: false, rank: 0, reason });
    });
  return cuts.filter((cut) => cut.end > cut.start);
}

/** Marks read as «», which every rule takes for a placeholder: what is still found was missed, not marked. */
function withEmptyMarks(redacted: Redacted): string {
  return redacted.map((segment) => (typeof segment === "string" ? segment : "\u00ab\u00bb")).join("");
}

/** Searches the redacted text again, by all rules and for all known secrets: true where nothing is left. */
function isClean(part: Part, redacted: Redacted, known: Known, policy: RedactionPolicy): boolean {
  const search = searchPart({ ...part, text: withEmptyMarks(redacted) }, policy);
  return !search.exhausted && cutsOf(search, known).every((cut) => cut.secret.kind === "withheld");
}

function redactPart(part: Part, search: Search, known: Known, policy: RedactionPolicy): Redacted {
  if (search.exhausted) return replacedWhole("unreadable", part);
  const cuts = cutsOf(search, known);
  // Where nothing was cut, another search would find the same nothing.
  if (cuts.length === 0) return [part.text];
  const redacted = applyCuts(part.text, cuts, part.where ?? "");
  // The final scan reads the whole report again anyway; searching megabytes a third time would freeze the page.
  if (part.text.length > SEARCHED_TWICE) return redacted;
  if (isClean(part, redacted, known, policy)) return redacted;
  return replacedWhole("whole", part);
}

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
  const { facts, policy, choose = () => [], keep: items = [] } = options;
  const searches = searchAll(parts, policy, options.onProgress);
  const findings: Finding[] = [];
  for (const search of searches) {
    for (const finding of search.findings.toSorted((a, b) => a.start - b.start)) findings.push(finding);
  }
  const first = parts.reduce((highest, part) => Math.max(highest, highestMark(part.text)), 0) + 1;
  const ids = new Set(items.map(({ id }) => id));
  const isWanted = (id: string): boolean => ids.has(id);
  const table = buildTable(findings, facts, first, isWanted);
  const keep = keeper(items, table.values);
  const views = searches.flatMap((search) => search.views);
  const choices = choose(parts, views);
  // What was marked by hand goes, whatever else is said about it.
  const byHand = findChosen(
    choices.filter(({ reason }) => reason === "by-hand"),
    first,
  );
  const byPolicy = findChosen(
    choices.filter(({ reason }) => reason !== "by-hand"),
    first,
    isWanted,
  );
  const known: Known = { table, keep, chosen: [byHand.find, byPolicy.find] };
  const redacted = parts.map((part, index) => {
    const search = searches[index];
    return search === undefined ? [] : redactPart(part, search, known, policy);
  });
  const kept: readonly KeptSecret[] = [
    ...parts.flatMap((part, index) => {
      const search = searches[index];
      return search === undefined || items.length === 0 ? [] : keptIn(part, search, known);
    }),
    ...byPolicy.kept.map((secret) => ({ secret, where: "", reason: "policy" as const })),
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
    isKept: (finding, finished) => keep.has(table.of(finding)) || isInside(finding, keep.spans(finished)),
    leaksIn: (finished) => {
      const kinds = new Set<string>();
      const spans = keep.spans(finished);
      table.spread(finished, (span, secret) => {
        if (!isInside(span, spans)) kinds.add(secret.kind);
      });
      for (const find of known.chosen) find(finished, ({ secret }) => kinds.add(secret.kind));
      return [...kinds];
    },
  };
}
