import { add, type Search } from "../find/search.ts";
import { isPlaceholder } from "../values/placeholders.ts";
import { withoutTrailing } from "../values/trailing.ts";
import type { View } from "../views/view.ts";
import { matchesOf } from "../views/matches.ts";

/** A published key shape: a literal prefix and what follows. `tail` is a character class, `least` its minimum length. */
type VendorKey = { readonly prefix: string; readonly tail: string; readonly least: number };

const WORD = "[A-Za-z0-9]";
const WIDE = "[A-Za-z0-9_-]";

function keys(tail: string, least: number, prefixes: string): readonly VendorKey[] {
  return prefixes.split(" ").map((prefix) => ({ prefix, tail, least }));
}

/** Prefixes that vendors publish for secret scanners (and that gitleaks, MIT, also lists); restated, not copied. */
const VENDORS: readonly VendorKey[] = [
  ...keys(
    WIDE,
    4,
    "bso_live_ bso_test_ cg_live_ cg_test_ sk_live_ sk_test_ pk_live_ pk_test_ rk_live_ rk_test_ whsec_",
  ),
  ...keys("[A-Z2-7]", 12, "AKIA ASIA ABIA ACCA"),
  ...keys(WORD, 20, "ghp_ gho_ ghu_ ghs_ ghr_"),
  ...keys(WIDE, 20, "github_pat_ glpat- gldt- glrt- gloas- glptt- glcbt-"),
  ...keys("[A-Za-z0-9-]", 10, "xoxb- xoxp- xoxa- xoxr- xoxs- xoxe- xapp-"),
  ...keys(WIDE, 30, "AIza"),
  ...keys("[A-Za-z0-9_.-]", 20, "ya29. GOCSPX- 1//0"),
  ...keys(WIDE, 20, "sk-ant- sk-proj- sk-or-v1- sk-svcacct-"),
  ...keys(WORD, 24, "sk-"),
  ...keys("[A-Za-z0-9_.-]", 30, "SG."),
  ...keys("[0-9a-f]", 32, "key- SK"),
  ...keys(WORD, 30, "npm_ hf_ r8_ gsk_ xai- pplx- tvly- ntn_ nfp_ sbp_"),
  ...keys(
    WIDE,
    20,
    "pypi-AgE dckr_pat_ dop_v1_ doo_v1_ dor_v1_ glsa_ glc_ sntrys_ sntryu_ PMAK- figd_ lin_api_ phx_ rnd_ tskey-",
  ),
  ...keys(
    WIDE,
    20,
    "pscale_tkn_ pscale_pw_ pscale_oauth_ shpat_ shpss_ shpca_ shppa_ sq0atp- sq0csp- dp.pt. hvs. hvb. EAACEdEose0cBA",
  ),
  ...keys("[0-9a-f]", 32, "dapi"),
  ...keys("[0-9A-Z]", 40, "AGE-SECRET-KEY-1"),
  ...keys("[A-Za-z0-9.-]", 20, "amzn.mws."),
  ...keys("[A-Za-z0-9/+=_~!$&'()*,;:@.-]", 4, "secret-token:"),
];

/** Short prefixes: what follows must look generated, or "rt_count" and "sk_SK" would go too. */
const SHORT: readonly string[] = ["bso_", "cg_", "sk_", "pk_", "rt_", "rk_"];

const SHAPES: readonly (readonly [RegExp, string, string])[] = [
  // Telegram bot tokens, Discord bot tokens, Mailchimp keys, Basic-style e-mail tokens of Atlassian.
  [/(?<![A-Za-z0-9])\d{8,10}:AA[A-Za-z0-9_-]{32,34}(?![A-Za-z0-9_-])/g, "token", ""],
  [/(?<![A-Za-z0-9])[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}/g, "token", ""],
  [/(?<![0-9a-f])[0-9a-f]{32}-us\d{1,2}(?!\d)/g, "api-key", ""],
  [/(?<![A-Za-z0-9])ATATT3xFf[A-Za-z0-9_=-]{20,}/g, "api-key", "ATATT3"],
  // Crypt-style password hashes.
  [/\$2[abxy]\$\d{2}\$[./A-Za-z0-9]{20,60}/g, "password-hash", ""],
  [/\$argon2(?:id|i|d)\$[A-Za-z0-9$=,+/.-]{20,250}/g, "password-hash", ""],
  [/\$(?:scrypt|pbkdf2[a-z0-9-]{0,12}|5|6|7|y)\$[A-Za-z0-9$=,+/.:-]{20,200}/g, "password-hash", ""],
];

function escapeLiteral(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}

const VENDOR_PATTERN = new RegExp(
  VENDORS.map(({ prefix, tail, least }) => {
    // Distinctive prefixes count anywhere; short ones only at the start of a word.
    const edge = prefix.length >= 6 ? "" : "(?<![A-Za-z0-9_])";
    return `${edge}${escapeLiteral(prefix)}${tail}{${least},}`;
  }).join("|"),
  "g",
);
const SHORT_PATTERN = new RegExp(`(?<![A-Za-z0-9_])(?:${SHORT.join("|")})(?:live_|test_)?[A-Za-z0-9_-]{6,}`, "g");

const VENDOR_PREFIXES = VENDORS.map(({ prefix }) => prefix).toSorted((a, b) => b.length - a.length);

function prefixOf(key: string, prefixes: readonly string[]): string {
  return prefixes.find((prefix) => key.startsWith(prefix)) ?? "";
}

function kindOf(prefix: string): string {
  if (prefix === "whsec_") return "webhook-secret";
  return prefix === "rt_" ? "refresh-token" : "api-key";
}

/** The part behind a prefix that documents print instead of a key: all x, "your_key_here", nothing. */
function isSampleTail(tail: string): boolean {
  return isPlaceholder(tail) || /^(?:x{3,}|X{3,}|\.+|_+|-+)$/.test(tail) || /^(?:your|YOUR)[_-]/.test(tail);
}

function found(search: Search, view: View, index: number, key: string, prefix: string, kind: string): void {
  if (isSampleTail(key.slice(prefix.length))) return;
  add(search, view, index, index + key.length, { kind, rule: "format", facts: prefix });
}

/** Own prefixes of provider documents, which users write too: matched literally, never as patterns. */
function findProviderKeys(search: Search, view: View): void {
  for (const prefix of search.rules.keyPrefixes) {
    if (VENDOR_PREFIXES.includes(prefix)) continue;
    for (let at = view.text.indexOf(prefix); at !== -1; at = view.text.indexOf(prefix, at + prefix.length)) {
      const before = view.text.charAt(at - 1);
      if (prefix.length < 7 && /[A-Za-z0-9_]/.test(before)) continue;
      let end = at + prefix.length;
      while (end < view.text.length && /[A-Za-z0-9_-]/.test(view.text.charAt(end))) end += 1;
      const tail = view.text.slice(at + prefix.length, end);
      if (tail.length < 4 || (prefix.length < 7 && !/[A-Z0-9]/.test(tail))) continue;
      found(search, view, at, prefix + tail, prefix, kindOf(prefix));
    }
  }
}

/** Finds keys by their published shape anywhere in the text: the three APIs' own, and those of common vendors. */
export function findVendorKeys(search: Search, view: View): void {
  if (view.text.length < 8) return;
  for (const match of matchesOf(VENDOR_PATTERN, view.text)) {
    const prefix = prefixOf(match[0], VENDOR_PREFIXES);
    const kind = prefix === "secret-token:" ? "secret" : kindOf(prefix);
    found(search, view, match.index, withoutTrailing(match[0], ".,;:!)'"), prefix, kind);
  }
  for (const match of matchesOf(SHORT_PATTERN, view.text)) {
    const prefix = prefixOf(match[0], SHORT);
    // Only what looks generated: a digit or a capital behind the prefix, and no language tag such as sk_SK.
    if (!/[A-Z0-9]/.test(match[0].slice(prefix.length))) continue;
    if (VENDOR_PREFIXES.some((known) => match[0].startsWith(known))) continue;
    if (search.rules.idPrefixes.some((id) => match[0].startsWith(id))) continue;
    found(search, view, match.index, match[0], prefix, kindOf(prefix));
  }
  findProviderKeys(search, view);
  for (const [pattern, kind, facts] of SHAPES) {
    for (const match of matchesOf(pattern, view.text)) {
      add(search, view, match.index, match.index + match[0].length, { kind, rule: "format", facts });
    }
  }
}
