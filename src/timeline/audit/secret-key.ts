import { SECRET_KEY_TAIL } from "./limits.ts";

const PREFIX = "sk_";
const KNOWN_PREFIXES = ["sk_live_", "sk_test_"] as const;

/** The place of a secret key in a text, described without any of its secret characters. */
export type SecretKey = { readonly prefix: string; readonly length: number };

/**
 * Finds the first secret key: `sk_`, not preceded by [A-Za-z0-9_], and six or more of [A-Za-z0-9_] after it. Returns
 * its public prefix and its length, never its characters; undefined if there is none. Linear in the text.
 */
export function findSecretKey(text: string): SecretKey | undefined {
  for (let at = text.indexOf(PREFIX); at !== -1; at = text.indexOf(PREFIX, at + 1)) {
    if (at > 0 && isWordUnit(text.charCodeAt(at - 1))) continue;
    let end = at + PREFIX.length;
    while (end < text.length && isWordUnit(text.charCodeAt(end))) end += 1;
    if (end - at - PREFIX.length < SECRET_KEY_TAIL) continue;
    const known = KNOWN_PREFIXES.find((prefix) => text.startsWith(prefix, at));
    return { prefix: known ?? PREFIX, length: end - at };
  }
  return undefined;
}

/** [A-Za-z0-9_] */
function isWordUnit(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 95;
}
