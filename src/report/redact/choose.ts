import type { RedactionPolicy } from "../policy.ts";
import { isPlaceholder } from "../values/placeholders.ts";
import type { View } from "../views/view.ts";
import { BY_HAND, type Chosen } from "./chosen.ts";
import type { Part } from "./part.ts";
import { readingsOfSelection } from "./readings-of-selection.ts";

/** An account's address on an EVM chain, in Bech32 (BIP-173) or as an ICAP; hashes are longer and do not match. */
const WALLETS =
  /(?<![0-9A-Za-z])(?:0x[0-9a-fA-F]{40}|bc1[02-9ac-hj-np-z]{25,62}|XE\d{2}[0-9A-Z]{30,31})(?![0-9A-Za-z])/g;

const OWNER = "organi[sz]ation|org|tenant|workspace";
const ORGANIZATION_HEADER = new RegExp(`(?:^|-)(?:${OWNER})(?:-id)?$`, "i");
/** Under a name, in a path, in a query, and by the usual prefix. */
const ORGANIZATION_IDS = [
  new RegExp(`["'](?:${OWNER})[_-]?id["']\\s{0,8}:\\s{0,8}["']?([^"'\\s,}\\]\\\\]{3,100})`, "gi"),
  new RegExp(`/(?:${OWNER})s/([^/?#\\s"'\\\\]{3,100})`, "gi"),
  new RegExp(`[?&](?:${OWNER})[_-]?(?:id)?=([^&#\\s"'\\\\]{3,100})`, "gi"),
  /(?<![0-9A-Za-z])(org_[0-9A-Za-z]{6,64})(?![0-9A-Za-z])/g,
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
 * What is to be cut out of a report without being a secret: wallet addresses and organisation ids where the policy says
 * so, and what the user marked by hand, in the words of the report in which it was marked.
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
    ...(policy.maskWalletAddresses
      ? chosenByPolicy(
          "wallet-address",
          views.flatMap(({ text }) => matches(WALLETS, text)),
        )
      : []),
    ...(policy.maskOrganizationIds ? chosenByPolicy("organization-id", organizationIds(parts, views)) : []),
  ];
}
