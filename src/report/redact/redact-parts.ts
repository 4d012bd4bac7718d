import { searchPart } from "../find/search-part.ts";
import type { Finding } from "../find/finding.ts";
import type { Search } from "../find/search.ts";
import type { RedactionPolicy } from "../policy.ts";
import { buildTable, type SecretTable } from "../taint/table.ts";
import type { View } from "../views/view.ts";
import { findChosen, type Chosen, type FindChosen } from "./chosen.ts";
import { applyCuts, cutOf, type Cut } from "./cut.ts";
import { highestMark, type Redacted } from "./mark.ts";
import type { Part } from "./part.ts";

export type RedactedParts = {
  readonly parts: readonly Redacted[];
  /** Finds what is left of any strong secret in text that was put together from the parts; for the final scan. */
  readonly leaksIn: (views: readonly View[]) => readonly string[];
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
type Known = { readonly table: SecretTable; readonly chosen: FindChosen };

function cutsOf(search: Search, { table, chosen }: Known): readonly Cut[] {
  const cuts: Cut[] = search.findings.map((finding) => cutOf(finding, table.of(finding)));
  table.spread(search.views, (span, secret, view) => {
    cuts.push({ ...span, secret, style: view.style, bare: false, rank: 0, reason: "copy" });
  });
  chosen(search.views, ({ start, end, secret, reason, view }) => {
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

/**
 * Redacts all texts of a report together: every part is searched first, then each secret is cut out of every part in
 * which it occurs, in any spelling. `facts` are values that must survive. A part in which something is left after that is
 * replaced whole. `choose` adds texts that no rule knows; it sees all parts and every reading of them.
 */
export function redactParts(
  parts: readonly Part[],
  facts: ReadonlySet<string>,
  policy: RedactionPolicy,
  choose: (parts: readonly Part[], views: readonly View[]) => readonly Chosen[] = () => [],
): RedactedParts {
  const searches = parts.map((part) => searchPart(part, policy));
  const findings: Finding[] = [];
  for (const search of searches) {
    for (const finding of search.findings.toSorted((a, b) => a.start - b.start)) findings.push(finding);
  }
  const first = parts.reduce((highest, part) => Math.max(highest, highestMark(part.text)), 0) + 1;
  const table = buildTable(findings, facts, first);
  const views = searches.flatMap((search) => search.views);
  const known: Known = { table, chosen: findChosen(choose(parts, views), first) };
  const redacted = parts.map((part, index) => {
    const search = searches[index];
    return search === undefined ? [] : redactPart(part, search, known, policy);
  });
  return {
    parts: redacted,
    leaksIn: (finished) => {
      const kinds = new Set<string>();
      table.spread(finished, (_span, secret) => kinds.add(secret.kind));
      known.chosen(finished, ({ secret }) => kinds.add(secret.kind));
      return [...kinds];
    },
  };
}
