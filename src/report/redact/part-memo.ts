import { searchPart } from "../find/search-part.ts";
import type { ProviderRules, Search } from "../find/search.ts";
import type { RedactionPolicy } from "../policy.ts";
import { type Known, redactPart } from "./known.ts";
import type { Redacted } from "./mark.ts";
import type { Part } from "./part.ts";

/** Longer texts are rarely repeated, and what was found in them takes much memory. */
const LONGEST = 2000;
/** Characters of all readings that are kept at most. */
const MOST_CHARACTERS = 2_000_000;
/** Texts that are kept at most: a short one takes memory, too. */
const MOST_TEXTS = 10_000;

/** Searches and redacts the texts of a recording; short texts that are repeated in it, such as headers, only once. */
export type PartMemo = {
  /** As `searchPart`; `isRepeated` says that the same text was searched before at the same place. */
  readonly search: (part: Part) => { readonly search: Search; readonly isRepeated: boolean };
  /** As `redactPart`. `known` has to be the same in all calls. */
  readonly redact: (part: Part, known: Known) => Redacted;
};

/** A text at a place with everything that was found out about it. */
type Remembered = { readonly search: Search; readonly size: number; redacted?: Redacted };

/** Starts a memo. Its memory is bounded: the texts that have not been seen for longest are searched again. */
export function newPartMemo(policy: RedactionPolicy, mostCharacters = MOST_CHARACTERS): PartMemo {
  // The oldest come first. Texts of different rules never share an entry.
  const remembered = new Map<string, Remembered>();
  const ruleNumbers = new WeakMap<ProviderRules, number>();
  let numbered = 0;
  let size = 0;
  const numberOf = (rules: ProviderRules): number => {
    const number = ruleNumbers.get(rules) ?? numbered++;
    ruleNumbers.set(rules, number);
    return number;
  };
  const keep = (key: string, search: Search): Remembered => {
    const added = { search, size: search.views.reduce((sum, { text }) => sum + text.length, key.length) };
    remembered.set(key, added);
    size += added.size;
    for (const [oldKey, old] of remembered) {
      if (size <= mostCharacters && remembered.size <= MOST_TEXTS) break;
      remembered.delete(oldKey);
      size -= old.size;
    }
    return added;
  };
  const lookUp = (part: Part): { readonly entry: Remembered; readonly isRepeated: boolean } => {
    if (part.text.length > LONGEST) return { entry: { search: searchPart(part, policy), size: 0 }, isRepeated: false };
    const { place, text, rules, where = "" } = part;
    const key = JSON.stringify([numberOf(rules), place, where, text]);
    const entry = remembered.get(key);
    if (entry === undefined) return { entry: keep(key, searchPart(part, policy)), isRepeated: false };
    remembered.delete(key);
    remembered.set(key, entry);
    return { entry, isRepeated: true };
  };
  return {
    search: (part) => {
      const { entry, isRepeated } = lookUp(part);
      return { search: entry.search, isRepeated };
    },
    redact: (part, known) => {
      const { entry } = lookUp(part);
      return (entry.redacted ??= redactPart(part, entry.search, known, policy));
    },
  };
}
