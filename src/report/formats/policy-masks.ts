import { add, type Search } from "../find/search.ts";
import { matchesOf } from "../views/matches.ts";
import type { View } from "../views/view.ts";

const ADDRESS = /(?<![0-9A-Za-z])0x[0-9a-fA-F]{40}(?![0-9A-Za-z])/g;

/** What the user chose to hide as well: wallet addresses. They stay by default. */
export function findMasked(search: Search, view: View): void {
  if (!search.policy.maskWalletAddresses) return;
  for (const match of matchesOf(ADDRESS, view.text)) {
    add(search, view, match.index, match.index + match[0].length, { kind: "address", rule: "format", spreads: false });
  }
}
