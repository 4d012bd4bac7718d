import { hostRules, type HostRule, type Known, type KnownHosts } from "./find-provider.ts";
import { formatHostPattern, type HostPattern, readHostPattern } from "./host-pattern.ts";

/** What is the matter with a mapping. Only "unreadable", "unknown-provider" and "never-reached" keep it from working. */
export type MappingProblem =
  | "unreadable" // the pattern has a mistake
  | "unknown-provider" // no provider in force has this id
  | "never-reached" // an equal pattern is tried first, so this one decides nothing
  | "repeated" // the same pattern and provider a second time
  | "replaces-documented" // takes a provider's own host away from it
  | "overlaps"; // meets another mapping's hosts, and the more specific of the two decides

/** `index` is the mapping's place in the list. `text` is one sentence to the user. */
export type MappingConflict = {
  readonly index: number;
  readonly kind: MappingProblem;
  readonly text: string;
};

/**
 * Everything to show beside the user's mappings: mistakes, and which of two patterns that meet the same host decides.
 * Overlaps are reported once, at the mapping that gives way; two that lead to the same provider are no conflict.
 */
export function mappingConflicts(known: Known<KnownHosts & { readonly name?: string }>): readonly MappingConflict[] {
  const conflicts: MappingConflict[] = [];
  for (const [index, { host, providerId }] of known.mappings.entries()) {
    const read = readHostPattern(host);
    if (!read.ok) conflicts.push({ index, kind: "unreadable", text: read.problem });
    else if (!known.providers.some(({ id }) => id === providerId))
      conflicts.push({ index, kind: "unknown-provider", text: `There is no API with the id "${providerId}".` });
  }
  const rules = hostRules(known);
  const decided = new Set<HostRule<KnownHosts>>();
  for (const [place, rule] of rules.entries()) {
    for (const earlier of rules.slice(0, place)) {
      // A line that decides nothing meets nobody.
      if (decided.has(earlier) || decided.has(rule)) continue;
      const found = between(earlier, rule);
      if (found.some(({ kind }) => kind === "never-reached" || kind === "repeated")) decided.add(rule);
      conflicts.push(...found);
    }
  }
  return conflicts.toSorted((one, other) => one.index - other.index);
}

/** What is to be said of two patterns of which `winner` is tried first. */
function between(
  winner: HostRule<KnownHosts & { readonly name?: string }>,
  loser: HostRule<KnownHosts & { readonly name?: string }>,
): readonly MappingConflict[] {
  const same = formatHostPattern(winner.pattern) === formatHostPattern(loser.pattern);
  const sameProvider = winner.provider.id === loser.provider.id;
  const shown = formatHostPattern(winner.pattern);
  if (same && loser.mapping !== null) {
    return sameProvider && winner.mapping !== null
      ? [{ index: loser.mapping, kind: "repeated", text: `${shown} is mapped twice.` }]
      : [
          {
            index: loser.mapping,
            kind: "never-reached",
            text: `${shown} is already ${nameOf(winner.provider)}, so this line decides nothing.`,
          },
        ];
  }
  if (sameProvider || !meets(winner.pattern, loser.pattern)) return [];
  if (loser.mapping !== null)
    return [
      {
        index: loser.mapping,
        kind: "overlaps",
        text: `Where ${shown} fits too, it decides, because it is more specific: those calls are ${nameOf(winner.provider)}.`,
      },
    ];
  if (winner.mapping === null) return [];
  const taken = formatHostPattern(loser.pattern);
  return [
    {
      index: winner.mapping,
      kind: "replaces-documented",
      text: `${taken} is a documented host of ${nameOf(loser.provider)}; this mapping decides${same ? "" : " where it fits"}.`,
    },
  ];
}

function nameOf(provider: KnownHosts & { readonly name?: string }): string {
  return provider.name ?? provider.id;
}

/** Whether some URL belongs to both patterns. */
function meets(one: HostPattern, other: HostPattern): boolean {
  const agree = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;
  return (
    agree(one.port, other.port) &&
    agree(one.scheme, other.scheme) &&
    (isBelow(one.path, other.path) || isBelow(other.path, one.path)) &&
    hostsMeet(one, other)
  );
}

function isBelow(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}

function hostsMeet(one: HostPattern, other: HostPattern): boolean {
  if (!one.wildcard && !other.wildcard) return one.hostname === other.hostname;
  if (one.wildcard && other.wildcard)
    return (
      one.hostname === other.hostname ||
      one.hostname.endsWith(`.${other.hostname}`) ||
      other.hostname.endsWith(`.${one.hostname}`)
    );
  const [exact, wild] = one.wildcard ? [other, one] : [one, other];
  return exact.hostname.endsWith(`.${wild.hostname}`);
}
