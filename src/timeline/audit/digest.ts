/** Texts up to this length stand for themselves; longer ones are replaced by length and hash. */
const LITERAL_LENGTH = 200;

/**
 * A short key for a text, equal for equal texts: the text itself while it is short, else its length and a 64-bit hash
 * (two FNV-1a lanes over UTF-16 units, http://www.isthe.com/chongo/tech/comp/fnv/). For telling request bodies apart
 * without keeping them; no defence against someone who builds collisions on purpose.
 */
export function digest(text: string): string {
  return text.length <= LITERAL_LENGTH ? `=${text}` : fingerprint(text);
}

/** As `digest`, but hashed however short the text is: for credentials, which must not be kept. */
export function fingerprint(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b) ^ (high >>> 13);
  }
  return `#${text.length}:${(low >>> 0).toString(36)}${(high >>> 0).toString(36)}`;
}
