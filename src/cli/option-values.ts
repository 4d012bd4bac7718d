import { readHostPattern } from "../catalogue/host-pattern.ts";
import { mappingConflicts } from "../catalogue/mapping-conflicts.ts";
import type { HostMapping, Providers } from "../catalogue/provider.ts";
import { FINDING_IDS, type FindingId } from "../timeline/finding.ts";

/** A use error, thrown while the command line is read, to leave at its first problem. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** HOST=ID to a mapping. The id may be that of a document that --providers reads, so it is checked later. */
export function readMapping(text: string): HostMapping {
  const split = text.lastIndexOf("=");
  const host = text.slice(0, Math.max(0, split)).trim();
  const providerId = text.slice(split + 1).trim();
  if (split < 1 || host === "" || providerId === "") throw new UsageError(`--provider takes HOST=ID, not "${text}".`);
  const read = readHostPattern(host);
  if (!read.ok) throw new UsageError(`--provider ${text}: ${read.problem}`);
  return { host, providerId };
}

/** One sentence for each of the user's mappings that decides nothing because an equal one does. */
export function idleMappings(mappings: readonly HostMapping[], inForce: Providers): readonly string[] {
  const first = inForce.mappings.length - mappings.length;
  return mappingConflicts(inForce).flatMap(({ index, kind, text }) => {
    const mapping = mappings[index - first];
    return mapping === undefined || kind !== "never-reached"
      ? []
      : [`--provider ${mapping.host}=${mapping.providerId}: ${text}`];
  });
}

/** Why a mapping leads nowhere, as a sentence; undefined where all lead to a provider in force. */
export function mappingProblem(mappings: readonly HostMapping[], { providers }: Providers): string | undefined {
  const ids = providers.map(({ id }) => id);
  const lost = mappings.find(({ providerId }) => !ids.includes(providerId));
  return lost === undefined ? undefined : `There is no provider "${lost.providerId}": use ${ids.join(", ")}.`;
}

/** Several lists of finding ids, separated by commas, to one. */
export function readFindingIds(lists: readonly string[]): readonly FindingId[] {
  return lists.flatMap((list) => list.split(",")).map(readFindingId);
}

function readFindingId(text: string): FindingId {
  const id = FINDING_IDS.find((known) => known === text.trim());
  if (id === undefined) throw new UsageError(`There is no finding "${text}": use ${FINDING_IDS.join(", ")}.`);
  return id;
}

/** The index of an entry, from 0. */
export function readIndex(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--entry takes the index of an entry (from 0), not "${text}".`);
  return Number(text);
}

/** One of the words that an option takes. */
export function oneOf<Choice extends string>(choices: readonly Choice[], text: string, option: string): Choice {
  const choice = choices.find((known) => known === text);
  if (choice === undefined) throw new UsageError(`${option} takes ${choices.join(", ")}, not "${text}".`);
  return choice;
}
