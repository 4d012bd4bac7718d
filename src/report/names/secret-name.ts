import { splitName } from "./split-name.ts";
import {
  ADDRESS_NAMES,
  FIRST_VETOES,
  KEY_QUALIFIERS,
  KEY_VETOES,
  LAST_PAIRS,
  LAST_WORDS,
  TOKEN_VETOES,
  TRANSPARENT,
  type NameRule,
} from "./secret-words.ts";

/** Endings that are also written together with what stands before them: "clientsecret", "dbpassword". */
const GLUED: readonly (readonly [string, NameRule])[] = [
  ["password", { kind: "password", grade: "any" }],
  ["passwd", { kind: "password", grade: "any" }],
  ["passphrase", { kind: "password", grade: "any" }],
  ["secret", { kind: "secret", grade: "any" }],
  ["token", { kind: "token", grade: "named" }],
  ["apikey", { kind: "api-key", grade: "any" }],
  ["privatekey", { kind: "private-key", grade: "any" }],
  ["cookie", { kind: "cookie", grade: "any" }],
  ["sessionid", { kind: "session", grade: "named" }],
];

const GLUED_STARTS: ReadonlySet<string> = new Set(
  "x db my user client admin root api app auth access refresh id session bearer csrf xsrf jwt oauth service personal login mysql pg postgres redis smtp imap ftp ldap mail new old current confirm temp master shared webhook signing consumer bot verification reset security antiforgery requestverification csrfmiddleware authenticity middleware secret private push device fcm deploy account".split(
    " ",
  ),
);

function gluedRule(word: string): NameRule | undefined {
  for (const [ending, rule] of GLUED) {
    if (word.length > ending.length && word.endsWith(ending) && GLUED_STARTS.has(word.slice(0, -ending.length))) {
      return rule;
    }
  }
  if (!word.endsWith("key") || word === "key") return undefined;
  const start = word.slice(0, -3);
  return KEY_QUALIFIERS.has(start) ? keyRule([start]) : undefined;
}

const PRIVATE_WORDS: ReadonlySet<string> = new Set(["private", "priv", "signer", "deployer", "validator", "minter"]);

/** What "… key" is, from the words before it; undefined where they do not make it a secret. */
function keyRule(before: readonly string[]): NameRule | undefined {
  if (before.some((word) => KEY_VETOES.has(word))) return undefined;
  if (before.some((word) => PRIVATE_WORDS.has(word))) return { kind: "private-key", grade: "any" };
  if (before.some((word) => KEY_QUALIFIERS.has(word))) return { kind: "api-key", grade: "any" };
  // "X-Acme-Key": a product's name that no list can hold.
  return before.length > 0 ? { kind: "api-key", grade: "generated" } : undefined;
}

/** Kinds whose hash, sent in a link or a query, is as good as they are. */
const HASHED: ReadonlySet<string> = new Set(["token", "secret", "otp", "session", "private-key", "api-key"]);

/**
 * Decides by the words of a name what its value is (redaction design, 2b): the last word rules, after words that say
 * nothing ("value", "confirmation"); "token_id", "key_name", "passwordPolicy" end in another word and are no secrets.
 */
export function judgeWords(all: readonly string[]): NameRule | undefined {
  let words = all;
  for (let last = words.at(-1); words.length > 1 && last !== undefined && TRANSPARENT.has(last); last = words.at(-1)) {
    words = words.slice(0, -1);
  }
  const last = words.at(-1);
  if (last === undefined) return undefined;
  const first = words[0] ?? "";
  if (words.length > 1 && FIRST_VETOES.has(first)) return undefined;
  const before = words.slice(0, -1);
  // "token_hash", "secretDigest": what opens the door is the hash itself; "token_id" stays an id.
  if (before.length > 0 && (last === "hash" || last === "digest" || last === "data")) {
    const of = before.at(-1) === "key" ? keyRule(before.slice(0, -1)) : LAST_WORDS.get(before.at(-1) ?? "");
    if (of !== undefined && HASHED.has(of.kind)) return { kind: of.kind, grade: "generated" };
  }
  const pair = LAST_PAIRS.get(`${before.at(-1) ?? ""}/${last}`);
  if (pair !== undefined) return pair;
  if (last === "key" && before.length === 0) return { kind: "api-key", grade: "entropy" };
  if (last === "key" || last === "keys") return keyRule(before);
  const rule = LAST_WORDS.get(last) ?? gluedRule(last);
  if (rule === undefined) return undefined;
  if (rule.kind === "token" && before.some((word) => TOKEN_VETOES.has(word))) return undefined;
  // "access token", "csrf token": no asset is called so.
  if (rule.grade === "token" && before.length > 0) return { ...rule, grade: "named" };
  if (last === "seed" && before.some((word) => word === "random" || word === "rng")) return undefined;
  return rule;
}

/** Whether any word of a name is one that names secrets, though the whole name names something else ("token_ref"). */
export function holdsSecretWord(name: string): boolean {
  return splitName(name).some((word) => LAST_WORDS.has(word) || word === "key" || word === "keys");
}

const cache = new Map<string, NameRule | null>();
const CACHE_LIMIT = 4000;

/** `judgeWords` of a written name. Answers are remembered: the same names come back thousands of times in one body. */
export function judgeName(name: string): NameRule | undefined {
  const known = cache.get(name);
  if (known !== undefined) return known ?? undefined;
  const rule = judgeWords(splitName(name));
  if (cache.size >= CACHE_LIMIT) cache.clear();
  if (name.length <= 80) cache.set(name, rule ?? null);
  return rule;
}

/** The name of a field that holds a client's network address ("client_ip", "remoteAddr"). */
export function isAddressName(name: string): boolean {
  const words = splitName(name);
  const last = words.at(-1);
  if (last === undefined) return false;
  return (
    ADDRESS_NAMES.has(last) ||
    ADDRESS_NAMES.has(words.slice(-2).join("/")) ||
    ADDRESS_NAMES.has(words.slice(-3).join("/"))
  );
}
