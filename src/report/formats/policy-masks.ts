import { add, type Search } from "../find/search.ts";
import { matchesOf } from "../views/matches.ts";
import type { View } from "../views/view.ts";

const ADDRESS = /(?<![0-9A-Za-z])0x[0-9a-fA-F]{40}(?![0-9A-Za-z])/g;
const ORGANIZATION = /(?<![0-9A-Za-z_])org_[A-Za-z0-9]{2,60}/g;

/** What the user chose to hide as well: wallet addresses and organisation ids. They stay by default. */
export function findMasked(search: Search, view: View): void {
  if (search.policy.maskWalletAddresses) {
    for (const match of matchesOf(ADDRESS, view.text)) {
      add(search, view, match.index, match.index + match[0].length, {
        kind: "address",
        rule: "format",
        spreads: false,
      });
    }
  }
  if (search.policy.maskOrganizationIds) {
    for (const match of matchesOf(ORGANIZATION, view.text)) {
      add(search, view, match.index, match.index + match[0].length, {
        kind: "organization",
        rule: "format",
        spreads: false,
      });
    }
  }
}
