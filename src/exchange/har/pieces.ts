/** Bytes that are worked on without a pause: some milliseconds. */
export const PIECE = 128 * 1024;

/** The first four bytes of a source, and the whole of it in pieces. */
export async function withFirst(
  source: AsyncIterable<Uint8Array>,
): Promise<{ readonly first: Uint8Array; readonly all: AsyncIterable<Uint8Array> }> {
  const iterator = source[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let size = 0;
  while (size < 4) {
    const next = await iterator.next();
    if (next.done === true) break;
    seen.push(next.value);
    size += next.value.length;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      for (const bytes of seen) yield* piecesOf(bytes);
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
        yield* piecesOf(next.value);
    } finally {
      await iterator.return?.();
    }
  }
  return { first: joined(seen, size).subarray(0, 4), all: all() };
}

/** Bytes in pieces: sources may hand over megabytes at once. */
export function* piecesOf(bytes: Uint8Array, size = PIECE): Generator<Uint8Array, void> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

/** All pieces as one array of `size` bytes. */
export function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
