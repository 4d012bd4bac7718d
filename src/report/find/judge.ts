import { judgeName } from "../names/secret-name.ts";
import type { NameRule } from "../names/secret-words.ts";
import { isPlaceholder } from "../values/placeholders.ts";
import { isCode, isProseWord, isSentence, isTypeName } from "../values/prose.ts";
import { isGenerated } from "../values/generated.ts";
import { isHighEntropy, isKeyLike, isPlainWord, isPublicValue, isUuid, isWordCode } from "../values/shapes.ts";
import type { Search } from "./search.ts";

/** Where a value stands, as far as it changes the judgement. */
export type ValueContext = {
  /** Written in quotes; bare words may be numbers, literals or source code. */
  readonly quoted: boolean;
  /** Inside an error's details, where "password" may be answered by a sentence about it. */
  readonly errorish: boolean;
};

/** Paths of files, media types and calls, which documents also use as member names. */
const NO_NAME = /\.(?:js|mjs|cjs|ts|json|css|html)$|^\.\/|\(\)$|^(?:application|text|image|audio|video)\//;
/** "^4.0.0", ">=16": what packages named after tokens are asked for in. */
const VERSION = /^[\^~<>=v ]{0,3}\d{1,4}\.\d{1,4}(?:\.\d{1,5})?(?:-[a-z]+(?:\.\d+)?)?$/;

/** What a field's name says about its value: built-in words, then what the provider documents add. */
export function judgeField(search: Search, name: string): NameRule | undefined {
  const lower = name.toLowerCase();
  if (search.rules.idempotencyNames.has(lower) || NO_NAME.test(name)) return undefined;
  const rule = judgeName(name);
  if (rule !== undefined) return rule;
  if (search.rules.secretFields.has(lower)) return { kind: "secret", grade: "token" };
  if (search.rules.personalFields.has(lower) && !search.policy.keepPersonalFields) {
    return { kind: "personal", grade: "any" };
  }
  return undefined;
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** Function signatures, 4-byte selectors and Solana's transaction ids, which are also called "signature". */
const CONTRACT_SIGNATURE = /^(?:[1-9A-HJ-NP-Za-km-z]{86,88}|[A-Za-z_]\w{0,80}\([\w,[\]() ]{0,300}\)|0x[0-9a-fA-F]{8})$/;

function isSecretNumber(rule: NameRule, value: string): boolean {
  if (rule.kind === "mnemonic") return value.length > 15;
  if (rule.kind === "personal") return false;
  const digits = value.replace(/\D/g, "").length;
  if (rule.grade === "any") return true;
  if (rule.grade === "named") return digits >= 4;
  return rule.grade === "token" && rule.kind !== "secret" && digits >= 6;
}

/** Only by its letters an address or a symbol: under "access_token" or "reset_code" it is neither. */
function isBare(value: string): boolean {
  return /^[1-9A-HJ-NP-Za-km-z]{43,44}$/.test(value) || /^[A-Z]{5,6}$/.test(value);
}

function isPublicUnder(search: Search, rule: NameRule, value: string): boolean {
  if (isPublicValue(value, search.rules.idPrefixes) && !(rule.grade === "named" && isBare(value))) return true;
  if (isProseWord(value) || VERSION.test(value)) return true;
  if (rule.grade === "token" && isPlainWord(value) && value.length <= 20) return true;
  // A member that a document calls secret in one place is an identifier in another: { "key": "max_supply" }.
  if (rule.kind === "secret" && isWordCode(value)) return true;
  return rule.kind === "signature" && CONTRACT_SIGNATURE.test(value);
}

/** Whether the value that stands under a name with this rule is really a secret. */
export function isSecretValue(search: Search, rule: NameRule, value: string, context: ValueContext): boolean {
  if (isPlaceholder(value)) return false;
  const trimmed = value.trim();
  if (!context.quoted) {
    if (NUMBER.test(trimmed)) return isSecretNumber(rule, trimmed);
    if (isCode(trimmed) || isTypeName(trimmed) || /^[a-z]+(?:[A-Z][a-z]+)+$/.test(trimmed)) return false;
  }
  if (rule.kind === "mnemonic" && NUMBER.test(trimmed)) return isSecretNumber(rule, trimmed);
  if (context.errorish && (isSentence(trimmed) || isProseWord(trimmed))) return false;
  if (rule.grade === "any") return true;
  if (NUMBER.test(trimmed)) return isSecretNumber(rule, trimmed);
  if (isPublicUnder(search, rule, trimmed)) return false;
  if (rule.grade === "generated") return isGenerated(trimmed, 16) && !isUuid(trimmed);
  if (rule.grade === "entropy") return isHighEntropy(trimmed);
  if (rule.kind === "mnemonic" && trimmed.split(/\s+/).length >= 6) return true;
  return rule.grade !== "random" || isKeyLike(trimmed, 12) || (trimmed.length >= 8 && trimmed.includes(":"));
}
