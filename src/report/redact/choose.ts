import type { RedactionPolicy } from "../policy.ts";
import { isPlaceholder } from "../values/placeholders.ts";
import type { View } from "../views/view.ts";
import { BY_HAND, type Chosen } from "./chosen.ts";
import type { Part } from "./part.ts";
import { readingsOfSelection } from "./readings-of-selection.ts";

const OWNER = "organi[sz]ation|org|tenant|workspace";
const ORGANIZATION_HEADER = new RegExp(`(?:^|-)(?:${OWNER})(?:-id)?$`, "i");
/** By the usual prefix, under a name, in a path, in a query. */
const ORGANIZATION_IDS = [
  /(?<![0-9A-Za-z_])org_[A-Za-z0-9]{2,60}/g,
  new RegExp(`["'](?:${OWNER})[_-]?id["']\\s{0,8}:\\s{0,8}["']?([^"'\\s,}\\]\\\\]{3,100})`, "gi"),
  new RegExp(`/(?:${OWNER})s/([^/?#\\s"'\\\\]{3,100})`, "gi"),
  new RegExp(`[?&](?:${OWNER})[_-]?(?:id)?=([^&#\\s"'\\\\]{3,100})`, "gi"),
];

function matches(pattern: RegExp, text: string): readonly string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);
}

function chosenByPolicy(kind: string, values: Iterable<string>): readonly Chosen[] {
  return [...new Set(values)]
    .filter((value) => !isPlaceholder(value))
    .map((value) => ({ kind, value, also: [], reason: "policy" }));
}

function organizationIds(parts: readonly Part[], views: readonly View[]): readonly string[] {
  const sent = parts.flatMap(({ place, text }) =>
    place.kind === "header" && ORGANIZATION_HEADER.test(place.name) ? [text.trim()] : [],
  );
  return [...sent, ...views.flatMap(({ text }) => ORGANIZATION_IDS.flatMap((pattern) => matches(pattern, text)))];
}

/**
 * What is to be cut out of a report without being a secret: organisation ids wherever they stand, where the policy
 * says so, and what the user marked by hand, in the words of the report in which it was marked.
 */
export function chooser(
  policy: RedactionPolicy,
  byHand: readonly string[],
): (parts: readonly Part[], views: readonly View[]) => readonly Chosen[] {
  return (parts, views) => [
    ...byHand.map((value): Chosen => ({
      kind: BY_HAND,
      value,
      also: readingsOfSelection(value),
      reason: "by-hand",
    })),
    ...(policy.maskOrganizationIds ? chosenByPolicy("organization-id", organizationIds(parts, views)) : []),
  ];
}
