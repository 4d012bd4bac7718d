import { add, type Search } from "../find/search.ts";
import { splitName } from "../names/split-name.ts";
import type { View } from "../views/view.ts";
import type { FormatTraits } from "./format-literals.ts";
import { nameBefore } from "./name-before.ts";
import { matchesOf } from "../views/matches.ts";

const V4 = /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w]|\.\d)/g;
const V6 =
  /(?<![\w:.])(?:[0-9A-Fa-f]{1,4}:){2,7}(?::?[0-9A-Fa-f]{1,4}){0,7}(?![\w:])|(?<![\w:.])[0-9A-Fa-f]{1,4}::(?:[0-9A-Fa-f]{1,4}:){0,6}[0-9A-Fa-f]{1,4}(?![\w:])/g;
const VERSION_WORDS: ReadonlySet<string> = new Set(
  "version versions v ver build release firmware driver agent sdk revision rev oid assembly runtime chrome".split(" "),
);
const VERSION_BEFORE =
  /(?:[A-Za-z)][/-]|\b(?:version|versions|ver|release|build|firmware|driver|rev|v|sdk|agent|chrome|chromium|firefox|edge|safari|node|geth)\.?\s{0,2}[:=]?\s{0,2}["']?)$/i;
const LOCAL = /^(?:127\.|0\.0\.0\.0$|255\.255\.255\.)/;
const CONTEXT =
  /\b(?:ip|ips|address|addr|client|from|remote|peer|host|via|for|by|at|source|origin|bound to|to)\b[^A-Za-z0-9]{0,4}$/i;

/** Four numbers of 0 to 255 that are no loopback address. */
export function isClientV4(text: string): boolean {
  return (
    text.split(".").every((part) => Number(part) <= 255 && (part === "0" || !part.startsWith("0"))) && !LOCAL.test(text)
  );
}

/** A version such as 10.4.0.1 rather than an address: by the field's name, or by what stands right before it. */
export function isVersionAt(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  if (before.endsWith("://")) return true;
  const name = nameBefore(text, start);
  if (name !== "") return splitName(name).some((word) => VERSION_WORDS.has(word));
  if (CONTEXT.test(before)) return false;
  return VERSION_BEFORE.test(before);
}

/** Finds client addresses in running text; hosts of URLs and version numbers stay. */
export function findIpAddresses(
  search: Search,
  view: View,
  { mayHoldV4, mayHoldV6 }: Pick<FormatTraits, "mayHoldV4" | "mayHoldV6">,
): void {
  if (search.policy.keepIpAddresses) return;
  for (const match of mayHoldV4 ? matchesOf(V4, view.text) : []) {
    if (!isClientV4(match[0]) || isVersionAt(view.text, match.index)) continue;
    add(search, view, match.index, match.index + match[0].length, { kind: "ip", rule: "format" });
  }
  if (!mayHoldV6) return;
  for (const match of matchesOf(V6, view.text)) {
    if (!isV6(match[0])) continue;
    add(search, view, match.index, match.index + match[0].length, { kind: "ip", rule: "format" });
  }
}

/** Full or shortened IPv6 (RFC 4291 section 2.2) with a digit; "::1", times ("12:30:45") and scopes are not. */
export function isV6(text: string): boolean {
  const groups = text.split(":").filter((group) => group !== "");
  if (text.includes("::")) return groups.length >= 3 && /\d/.test(text);
  return groups.length === 8;
}
