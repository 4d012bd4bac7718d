import { fnv1a } from "../../web/hash.ts";

/** Texts up to this length are used as they are; longer ones are replaced by length and hash. */
const LITERAL_LENGTH = 200;

/**
 * A short key for a text, equal for equal texts: the text itself while it is short, else its length and a 64-bit hash
 * (FNV-1a and a second lane like it). For telling request bodies apart
 * without keeping them; no defence against someone who builds collisions on purpose.
 */
export function digest(text: string): string {
  return text.length <= LITERAL_LENGTH ? `=${text}` : fingerprint(text);
}

/** As `digest`, but hashed however short the text is: for credentials, which must not be kept. */
export function fingerprint(text: string): string {
  let high = 0x9747b28c;
  for (let index = 0; index < text.length; index++) {
    high = Math.imul(high ^ text.charCodeAt(index), 0x85ebca6b) ^ (high >>> 13);
  }
  return `#${text.length}:${fnv1a(text).toString(36)}${(high >>> 0).toString(36)}`;
}
