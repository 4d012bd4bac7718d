/** Turns bytes into text while they arrive; a character may be split between two pieces. `end` gives what is left. */
export type TextOfBytes = { readonly push: (bytes: Uint8Array) => string; readonly end: () => string };

/**
 * The encoding of JSON text by its first bytes: a byte order mark, otherwise the places of the NULs in its first two characters
 * (RFC 4627 section 3: they are ASCII). HAR demands UTF-8; PowerShell's redirection writes UTF-16.
 */
export function encodingOf(first: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  const [one = 1, two = 1, three = 1, four = 1] = first;
  if ((one === 0xff && two === 0xfe) || (one !== 0 && two === 0 && three !== 0 && four === 0)) return "utf-16le";
  if ((one === 0xfe && two === 0xff) || (one === 0 && two !== 0 && three === 0 && four !== 0)) return "utf-16be";
  return "utf-8";
}

/** A decoder for text that begins with `first`. Bytes that are not of its encoding become U+FFFD. Drops a byte order mark. */
export function textOfBytes(first: Uint8Array): TextOfBytes {
  const decoder = new TextDecoder(encodingOf(first));
  return { push: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}
