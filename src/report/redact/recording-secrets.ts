import type { Finding } from "../find/finding.ts";
import { buildTable } from "../taint/table.ts";
import type { View } from "../views/view.ts";

/**
 * What the calls of a whole recording were found to give away, for reports of some of them: a token that a sign-in handed
 * out is cut out of every other call. Plain data; holds secrets, so it is for memory only.
 */
export type RecordingSecrets = {
  readonly findings: readonly Finding[];
  /** False if texts or secrets were left out because there were too many. */
  readonly isComplete: boolean;
};

export const NO_SECRETS: RecordingSecrets = { findings: [], isComplete: true };

type Finder = (views: readonly View[]) => readonly Finding[];
const finders = new WeakMap<RecordingSecrets, Finder>();

/** Those of the recording's secrets that these texts hold, in any spelling. The search is prepared once a recording. */
export function secretsWithin(secrets: RecordingSecrets, views: readonly View[]): readonly Finding[] {
  if (secrets.findings.length === 0) return [];
  const known = finders.get(secrets);
  if (known !== undefined) return known(views);
  const finder = prepare(secrets.findings);
  finders.set(secrets, finder);
  return finder(views);
}

function prepare(findings: readonly Finding[]): Finder {
  const table = buildTable(findings, new Set(), 1);
  const byId = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const value of [finding.value, ...finding.also]) {
      const { id } = table.of({ ...finding, value });
      const same = byId.get(id);
      if (same === undefined) byId.set(id, [finding]);
      else same.push(finding);
    }
  }
  return (views) => {
    const within = new Set<Finding>();
    table.spread(views, (_span, { id }) => {
      for (const finding of byId.get(id) ?? []) within.add(finding);
    });
    return [...within];
  };
}
