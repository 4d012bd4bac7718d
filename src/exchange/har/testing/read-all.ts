import type { HarEnd, HarItem } from "../split-entries.ts";

/** Bytes as a file hands them over, `size` at a time. */
export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

/** All items of a HAR that is being read, and its end. */
export async function readAll(
  stream: AsyncGenerator<HarItem, HarEnd>,
): Promise<{ readonly items: readonly HarItem[]; readonly end: HarEnd }> {
  const items: HarItem[] = [];
  for (;;) {
    const next = await stream.next();
    if (next.done === true) return { items, end: next.value };
    items.push(next.value);
  }
}
