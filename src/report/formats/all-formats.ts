import type { Search } from "../find/search.ts";
import type { View } from "../views/view.ts";
import { findCards } from "./card.ts";
import { findChainKeys } from "./chain-keys.ts";
import { findEmails } from "./email.ts";
import { formatTraits } from "./format-literals.ts";
import { findIpAddresses } from "./ip.ts";
import { findJwts } from "./jwt.ts";
import { findMnemonics } from "./mnemonic.ts";
import { findMasked } from "./policy-masks.ts";
import { findPrivateKeyBlocks } from "./pem.ts";
import { findPrefixed } from "./prefixed.ts";
import { findVendorKeys } from "./vendor-keys.ts";

/** Everything that gives itself away by its form, whatever stands around it. Linear in the text. */
export function findFormats(
  search: Search,
  view: View,
  options: { readonly addresses: boolean; readonly claims: (payload: string, start: number, end: number) => void },
): void {
  if (view.text.length < 6) return;
  const traits = formatTraits(view.text, search.rules.keyPrefixes);
  findVendorKeys(search, view, traits);
  if (traits.clues.some(({ clue }) => clue === "eyJ" || clue === "eyI")) findJwts(search, view, options.claims);
  findPrivateKeyBlocks(search, view);
  findEmails(search, view);
  if (options.addresses) findIpAddresses(search, view, traits);
  if (traits.digitRuns.length > 0) findCards(search, view, traits.digitRuns);
  if (traits.longRuns.length > 0) findChainKeys(search, view, traits.longRuns);
  if (traits.tails.length > 0) findPrefixed(search, view, traits.tails);
  if (traits.mayHoldPhrase) findMnemonics(search, view);
  findMasked(search, view);
}
