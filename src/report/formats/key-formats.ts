import { KEY_TABLE } from "./key-table.ts";

/** What the characters after a prefix may be. */
export type Alphabet = keyof typeof ALPHABETS;

const DIGITS = "0123456789";
const LOWER = "abcdefghijklmnopqrstuvwxyz";
const UPPER = LOWER.toUpperCase();
const WORD = `${DIGITS}${LOWER}${UPPER}`;

export const ALPHABETS = {
  word: WORD,
  lower: `${DIGITS}${LOWER}`,
  /** base64url (RFC 4648 section 5). */
  wide: `${WORD}_-`,
  dotted: `${WORD}_.-`,
  hyphened: `${WORD}-`,
  "hyphened+dotted": `${WORD}.-`,
  hex: `${DIGITS}abcdefABCDEF`,
  "hex+dotted": `${WORD}.`,
  upper: `${DIGITS}${UPPER}`,
  /** RFC 4648 section 6. */
  base32: `${UPPER}234567`,
  base64: `${WORD}+/=`,
  base64_: `${WORD}+/=_-`,
  "base64%": `${WORD}+/=%_-`,
  /** RFC 8959. */
  uri: `${WORD}/+=_~!$&'()*,;:@.-`,
  padded: `${WORD}_=-`,
  "padded+dotted": `${WORD}_=.-`,
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

function isAlphabet(name: string): name is Alphabet {
  return name in ALPHABETS;
}

/** A prefix that ends so is one however much of the key was cut off. */
const SEPARATED = /[_.:~-]$/;
/** How much of a key must follow such a prefix at least. */
const CUT_OFF = 20;
/** Prefixes that may stand in a mark although no separator ends them. */
const SHOWN = /^(?:[A-Za-z0-9_.-]{1,14}[_.:-]|AKIA|ASIA|AIza|dapi|EAACEdEose0cBA|AGE-SECRET-KEY-1|pypi-AgE)$/;

function formatOf(row: string): KeyFormat {
  const [prefix = "", alphabet = "", length = "", vendor = ""] = row.split(" ");
  if (!isAlphabet(alphabet)) throw new Error(`key-table: ${row}`);
  const least = SEPARATED.test(prefix) && prefix.length >= 5 ? Math.min(Number(length), CUT_OFF) : Number(length);
  const kind = prefix === "whsec_" ? "webhook-secret" : vendor === "rfc8959" ? "secret" : "api-key";
  const facts = prefix.startsWith("ATATT3") ? "ATATT3" : SHOWN.test(prefix) ? prefix : "";
  return { prefix, alphabet, least, kind, facts };
}

/**
 * Every format of `KEY_TABLE`. All prefixes are looked for at once, so that a further one costs nothing. Of two that fit
 * at one place the one that is listed first counts.
 */
export const KEY_FORMATS: readonly KeyFormat[] = KEY_TABLE.trim().split("\n").map(formatOf);

/** Short prefixes: what follows must look generated, or "rt_count" and "sk_SK" would go too. */
export const SHORT_PREFIXES: readonly string[] = ["bso_", "cg_", "sk_", "pk_", "rt_", "rk_"];
