import type { Finding } from "../find/finding.ts";
import { searchPart } from "../find/search-part.ts";
import type { Search } from "../find/search.ts";
import type { RedactionPolicy } from "../policy.ts";
import { buildTable, type Secret, type SecretTable } from "../taint/table.ts";
import type { View } from "../views/view.ts";
import { type Chosen, findChosen, type FindChosen } from "./chosen.ts";
import { applyCuts, type Cut, cutOf } from "./cut.ts";
import { isInside, type Keep, keeper, type KeptItem } from "./keep.ts";
import type { Redacted } from "./mark.ts";
import type { Part } from "./part.ts";

/** Longer parts are not searched a second time by themselves. */
const SEARCHED_TWICE = 1_000_000;

/** Scheme and host of a URL, without user information: whatever else goes, it stays a URL of the same host. */
const ORIGIN = /^[A-Za-z][A-Za-z0-9+.-]{0,20}:\/\/[A-Za-z0-9.-]{1,253}(?::\d{1,5})?\//;

/** What stands for a part that could not be redacted piece by piece. */
function replacedWhole(kind: string, { text, where = "", place }: Part): Redacted {
  const origin = { where, reason: "place" } as const;
  const facts = `${text.length} characters`;
  const start = place.kind === "url" ? ORIGIN.exec(text)?.[0] : undefined;
  const style = start === undefined ? "text" : "url";
  const mark = { kind, number: 1, facts, style, quoted: false, origin, length: text.length } as const;
  return start === undefined ? [mark] : [start, mark];
}

/** What is shown of a part that could not be searched. */
export function unreadable(part: Part): Redacted {
  return replacedWhole("unreadable", part);
}

/** What was found out about a whole report: the secrets of the rules, and what was chosen besides. */
export type Known = {
  readonly table: SecretTable;
  readonly chosen: readonly FindChosen[];
  readonly keep: Keep;
  /** Choices of a policy that stay on the user's word. */
  readonly keptChoices: readonly Secret[];
};

/** What a report's texts were found to hold. */
export type Learned = {
  /** Of all texts, in order of appearance. */
  readonly findings: readonly Finding[];
  readonly choices: readonly Chosen[];
  /** Codes that a provider document lists: public words, though a request may use one as a password. */
  readonly documented: ReadonlySet<string>;
  /** What the user wants back. */
  readonly keep: readonly KeptItem[];
  /** The highest number among marks that the texts already hold; see `highestMark`. */
  readonly highest: number;
};

/** Makes what all texts of a report were found to hold findable in each of them. */
export function know({ findings, choices, documented, keep: items, highest }: Learned): Known {
  const first = highest + 1;
  const ids = new Set(items.map(({ id }) => id));
  const isWanted = (id: string): boolean => ids.has(id);
  const table = buildTable(findings, documented, first, isWanted);
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
  return {
    table,
    keep: keeper(items, table.values),
    chosen: [byHand.find, byPolicy.find],
    keptChoices: byPolicy.kept,
  };
}

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

/** One text with every known secret cut out; replaced whole where something is left after that. */
export function redactPart(part: Part, search: Search, known: Known, policy: RedactionPolicy): Redacted {
  if (search.exhausted) return unreadable(part);
  const cuts = cutsOf(search, known);
  // Where nothing was cut, another search would find the same nothing.
  if (cuts.length === 0) return [part.text];
  const redacted = applyCuts(part.text, cuts, part.where ?? "");
  // The final scan reads the whole report again anyway; searching megabytes a third time would freeze the page.
  if (part.text.length > SEARCHED_TWICE) return redacted;
  if (isClean(part, redacted, known, policy)) return redacted;
  return replacedWhole("whole", part);
}

/** Kinds of known secrets that these readings of a finished text still hold. */
export function leaksIn(known: Known, views: readonly View[]): readonly string[] {
  const kinds = new Set<string>();
  const spans = known.keep.spans(views);
  known.table.spread(views, (span, secret) => {
    if (!isInside(span, spans)) kinds.add(secret.kind);
  });
  for (const find of known.chosen) find(views, ({ secret }) => kinds.add(secret.kind));
  return [...kinds];
}

/** Whether something that the final scan finds is there on the user's word. */
export function isKept(known: Known, finding: Finding, views: readonly View[]): boolean {
  return known.keep.has(known.table.of(finding)) || isInside(finding, known.keep.spans(views));
}
