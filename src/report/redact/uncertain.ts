import type { RedactionPlace } from "../output/writer.ts";
import { nameBefore } from "../formats/name-before.ts";
import { RANDOM_HEADERS } from "../find/header.ts";
import { RANDOM_PARAMETERS } from "../find/query.ts";
import { holdsSecretWord } from "../names/secret-name.ts";
import { splitName } from "../names/split-name.ts";
import { isHighEntropy, isPublicValue } from "../values/shapes.ts";
import { withoutTrailing } from "../values/trailing.ts";
import { matchesOf } from "../views/matches.ts";
import type { Redacted } from "./mark.ts";
import type { Part } from "./part.ts";

/**
 * Something a reader should look at. "random": it looks generated, and nothing says what it is. "near-secret-name": the
 * same under a name that is nearly a secret's ("token_ref"). "hex": 32 bytes in hexadecimal, a hash as well as a key.
 * "guessed": it was redacted, though nothing but its look spoke against it; `id` brings it back.
 */
export type UncertainItem =
  | {
      readonly state: "kept";
      readonly reason: "random" | "near-secret-name" | "hex";
      /** As it stands in the exchange; for `ReportOptions.byHand`. */
      readonly text: string;
      readonly name: string;
      readonly where: string;
    }
  | {
      readonly state: "redacted";
      readonly reason: "guessed";
      readonly id: string;
      readonly kind: string;
      readonly number: number;
      readonly where: string;
    };

/** Only so much of a text is looked at: whoever reads on has read enough to stop trusting rules. */
const LOOKED_AT = 200_000;
/** A longer list would not be read. */
const MAX_ITEMS = 30;

const CANDIDATE = /[A-Za-z0-9+/=_.~-]{20,}/g;
/** Characters at the edges of a candidate that belong to the text around it. */
const EDGES = "./=-";
const HEX_KEY = /^(?:0x)?[0-9a-fA-F]{64}$/;

/** Whether the name says what random-looking values under it are. */
function isExplained(name: string): boolean {
  return splitName(name).some(
    (word) => RANDOM_HEADERS.has(word) || RANDOM_PARAMETERS.has(word) || /^[a-z]{2,}id$/.test(word),
  );
}

function reasonFor(text: string, name: string): "random" | "near-secret-name" | "hex" | undefined {
  const isHex = HEX_KEY.test(text);
  if (!isHex && !isHighEntropy(text)) return undefined;
  if (holdsSecretWord(name)) return "near-secret-name";
  if (isExplained(name)) return undefined;
  return isHex ? "hex" : "random";
}

function* itemsIn(part: Part, redacted: Redacted, facts: ReadonlySet<string>): Generator<UncertainItem> {
  let left = LOOKED_AT;
  for (const segment of redacted) {
    if (typeof segment !== "string") continue;
    if (left <= 0) return;
    const text = segment.slice(0, left);
    left -= text.length;
    for (const match of matchesOf(CANDIDATE, text)) {
      const end = withoutTrailing(match[0], EDGES);
      let lead = 0;
      while (lead < end.length && EDGES.includes(end.charAt(lead))) lead += 1;
      const found = end.slice(lead);
      const from = match.index + lead;
      const name = part.place.kind === "header" ? part.place.name : nameBefore(text, from);
      if (facts.has(found) || isPublicValue(found, part.rules.idPrefixes)) continue;
      const reason = reasonFor(found, name);
      if (reason !== undefined) yield { state: "kept", reason, text: found, name, where: part.where ?? "" };
    }
  }
}

/**
 * What no rule could decide, in the order of the exchange, each value once: what stayed and looks random, then what was
 * cut for its look alone. `facts` are known values.
 */
export function findUncertain(
  parts: readonly Part[],
  redacted: readonly Redacted[],
  facts: ReadonlySet<string>,
  places: readonly RedactionPlace[],
): readonly UncertainItem[] {
  const items = new Map<string, UncertainItem>();
  for (const [index, part] of parts.entries()) {
    for (const item of itemsIn(part, redacted[index] ?? [], facts)) {
      const key = item.state === "kept" ? item.text : item.id;
      if (items.size < MAX_ITEMS && !items.has(key)) items.set(key, item);
    }
  }
  for (const { id, kind, number, where } of places) {
    if (kind !== "unknown" || id === null || items.has(id)) continue;
    items.set(id, { state: "redacted", reason: "guessed", id, kind, number, where });
  }
  return [...items.values()];
}
