import { packingOf, unpack } from "./packing.ts";
import { withFirst } from "./pieces.ts";
import { readHarText } from "./read-har-text.ts";
import { readZip } from "./read-zip.ts";
import type { HarEnd, HarItem } from "./split-entries.ts";

export type HarStreamOptions = {
  /**
   * Waited for after each piece. A page does its other work meanwhile, so that a file that is unpacked in memory does
   * not freeze it. Absent: no wait.
   */
  readonly pause?: () => Promise<void>;
};

/**
 * Reads a HAR file from its bytes, piece by piece: plain, gzip, zlib or a zip as Playwright's `recordHar` writes it, in
 * UTF-8 or UTF-16, told apart by their first bytes. Yields the entries in file order and returns what is known of the
 * whole. Memory is what one entry needs, and for a zip the zip. A broken entry is named; a file that ends early is read
 * up to there. A zip that unpacks to far more than a recording of its size is refused. Ending the loop early ends
 * `source` too. Rejects only with what `source` rejects with.
 */
export async function* readHarStream(
  source: AsyncIterable<Uint8Array>,
  options: HarStreamOptions = {},
): AsyncGenerator<HarItem, HarEnd> {
  const { first, all } = await withFirst(source);
  const packing = packingOf(first);
  if (packing === "zip") return yield* readZip(all, options.pause);
  if (packing === "none") return yield* readHarText(all, options);
  let isDamaged = false;
  const unpacked = unpack(all, packing, () => {
    isDamaged = true;
  });
  const end = yield* readHarText(unpacked, options);
  return isDamaged ? { ...end, isCut: true } : end;
}
