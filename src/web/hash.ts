/**
 * FNV-1a over UTF-16 code units (http://www.isthe.com/chongo/tech/comp/fnv/), as an unsigned number of 32 bits. Not a
 * defence against someone who builds collisions on purpose.
 */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
