import { isChainAddress, isKeyLike, isPlainWord, isWordCode } from "../values/shapes.ts";

/** Kinds that are not credentials: only whole, and only where they are long or mixed enough. */
const PERSONAL: ReadonlySet<string> = new Set(["email", "ip", "personal", "card"]);
/** Kinds whose values are often settings rather than secrets. */
const DOUBTFUL: ReadonlySet<string> = new Set(["cookie", "unknown", "state", "code", "saml", "path-token"]);

const DATE = /^\d{4}-\d{2}-\d{2}/;
const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]+$/;

/**
 * Whether a secret is distinctive enough to be replaced wherever its text occurs. A weak one ("improve", "1234") would
 * tear holes into ordinary words; it is replaced only where it was named.
 */
export function isStrong(value: string, kind: string): boolean {
  const length = value.length;
  if (length < 6 || isChainAddress(value)) return false;
  if (/^\d+$/.test(value)) return length >= 14 || (kind === "card" && length >= 13);
  if (PERSONAL.has(kind)) return kind !== "personal" || (length >= 8 && !isPlainWord(value));
  if (DATE.test(value) || MEDIA_TYPE.test(value) || /^https?:\/\/[^\s/]{1,80}\/?$/.test(value)) return false;
  if (DOUBTFUL.has(kind)) return isKeyLike(value, 10) && !value.includes("://");
  if (isPlainWord(value) || (/^[a-z]+$/i.test(value) && length < 12)) return false;
  if (isWordCode(value) && length < 16) return false;
  if (length >= 8) return true;
  return /\d/.test(value) && /[^A-Za-z0-9]/.test(value);
}

/** Whether a cut-off copy of 20 characters is already telling. */
export function spreadsByPrefix(value: string, kind: string): boolean {
  if (PERSONAL.has(kind) || value.includes("://") || value.length <= 20) return false;
  // The start of a source text or a sentence is anyone's; that of a pass phrase is not.
  return !/\s/.test(value) || kind === "mnemonic" || kind === "password" || kind === "private-key";
}
