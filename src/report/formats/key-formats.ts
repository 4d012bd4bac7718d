/** What the characters after a prefix may be. */
export type Alphabet = keyof typeof ALPHABETS;

const DIGITS = "0123456789";
const LOWER = "abcdefghijklmnopqrstuvwxyz";
const UPPER = LOWER.toUpperCase();
const WORD = `${DIGITS}${LOWER}${UPPER}`;

export const ALPHABETS = {
  word: WORD,
  /** base64url (RFC 4648 section 5). */
  wide: `${WORD}_-`,
  dotted: `${WORD}_.-`,
  hyphened: `${WORD}-`,
  "hyphened and dotted": `${WORD}.-`,
  hex: `${DIGITS}abcdef`,
  upper: `${DIGITS}${UPPER}`,
  /** RFC 4648 section 6. */
  base32: `${UPPER}234567`,
  /** RFC 8959. */
  "any of a URI": `${WORD}/+=_~!$&'()*,;:@.-`,
  padded: `${WORD}_=-`,
} as const;

/** A key that gives itself away by its prefix. */
export type KeyFormat = {
  readonly prefix: string;
  readonly alphabet: Alphabet;
  /** How many characters follow the prefix at least. */
  readonly least: number;
  /** "api-key" if it says nothing else. */
  readonly kind?: string;
  /** Harmless text for the mark; the prefix if it says nothing else. */
  readonly facts?: string;
  /** Whether it is one although the length fits: a check sum. */
  readonly verify?: (key: string) => boolean;
};

/** Formats that share alphabet and least length; `prefixes` stand between spaces. */
function keys(
  alphabet: Alphabet,
  least: number,
  prefixes: string,
  more: Partial<KeyFormat> = {},
): readonly KeyFormat[] {
  return prefixes.split(" ").map((prefix) => ({ prefix, alphabet, least, ...more }));
}

/**
 * Prefixes that vendors publish for secret scanners (and that gitleaks, MIT, also lists); restated, not copied. All are
 * looked for at once, so that a further one costs nothing. Of two that fit at one place the earlier one counts.
 */
export const KEY_FORMATS: readonly KeyFormat[] = [
  ...keys("wide", 4, "bso_live_ bso_test_ cg_live_ cg_test_ sk_live_ sk_test_ pk_live_ pk_test_ rk_live_ rk_test_"),
  ...keys("wide", 4, "whsec_", { kind: "webhook-secret" }),
  ...keys("base32", 12, "AKIA ASIA ABIA ACCA"),
  ...keys("word", 20, "ghp_ gho_ ghu_ ghs_ ghr_"),
  ...keys("wide", 20, "github_pat_ glpat- gldt- glrt- gloas- glptt- glcbt-"),
  ...keys("hyphened", 10, "xoxb- xoxp- xoxa- xoxr- xoxs- xoxe- xapp-"),
  ...keys("wide", 30, "AIza"),
  ...keys("dotted", 20, "ya29. GOCSPX- 1//0"),
  ...keys("wide", 20, "sk-ant- sk-proj- sk-or-v1- sk-svcacct-"),
  ...keys("word", 24, "sk-"),
  ...keys("dotted", 30, "SG."),
  ...keys("hex", 32, "key- SK"),
  ...keys("word", 30, "npm_ hf_ r8_ gsk_ xai- pplx- tvly- ntn_ nfp_ sbp_"),
  ...keys("wide", 20, "pypi-AgE dckr_pat_ dop_v1_ doo_v1_ dor_v1_ glsa_ glc_ sntrys_ sntryu_ PMAK- figd_"),
  ...keys("wide", 20, "lin_api_ phx_ rnd_ tskey- pscale_tkn_ pscale_pw_ pscale_oauth_ shpat_ shpss_ shpca_"),
  ...keys("wide", 20, "shppa_ sq0atp- sq0csp- dp.pt. hvs. hvb. EAACEdEose0cBA"),
  ...keys("hex", 32, "dapi"),
  ...keys("upper", 40, "AGE-SECRET-KEY-1"),
  ...keys("hyphened and dotted", 20, "amzn.mws."),
  ...keys("padded", 20, "ATATT3xFf", { facts: "ATATT3" }),
  ...keys("any of a URI", 4, "secret-token:", { kind: "secret" }),
];

/** Short prefixes: what follows must look generated, or "rt_count" and "sk_SK" would go too. */
export const SHORT_PREFIXES: readonly string[] = ["bso_", "cg_", "sk_", "pk_", "rt_", "rk_"];
