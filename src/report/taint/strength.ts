import { isGenerated } from "../values/generated.ts";
import { isChainAddress, isKeyLike, isPlainWord, isUuid, isWordCode } from "../values/shapes.ts";

/** Kinds that are not credentials: only whole, and only where they are long or mixed enough. */
const PERSONAL: ReadonlySet<string> = new Set(["email", "ip", "personal", "card"]);
/** Kinds whose values are often settings rather than secrets. */
const DOUBTFUL: ReadonlySet<string> = new Set(["unknown", "state", "code", "saml", "path-token"]);

const DATE = /^\d{4}-\d{2}-\d{2}/;
const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]+$/;

/** A cookie may hold a page's name, a path or a setting: it is looked for elsewhere only if it looks generated. */
function isGeneratedCookie(value: string): boolean {
  const plain = value.replace(/%[0-9A-Fa-f]{2}/g, "-").replace(/[:|.!~*]/g, "-");
  if (/[=&;,/ ]/.test(plain.replace(/={1,2}$/, "")) && !/^[A-Za-z0-9+/]{24,}={0,2}$/.test(value)) return false;
  return isGenerated(plain, 12) || (/^[\d-]{14,}$/.test(plain) && /\d{6}/.test(plain)) || isUuid(value);
}

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
  if (kind === "cookie") return isGeneratedCookie(value);
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
