import { withFirst } from "./pieces.ts";
import { createHarSplitter, type HarEnd, type HarItem, type HarLimits } from "./split-entries.ts";
import { textOfBytes } from "./text-of-bytes.ts";

export type HarTextOptions = {
  /** Waited for after each piece. */
  readonly pause?: (() => Promise<void>) | undefined;
  readonly limits?: HarLimits;
};

/** Reads the text of a HAR from its bytes, in UTF-8 or UTF-16. See `readHarStream`. */
export async function* readHarText(
  source: AsyncIterable<Uint8Array>,
  options: HarTextOptions,
): AsyncGenerator<HarItem, HarEnd> {
  const splitter = createHarSplitter(options.limits);
  const { first, all } = await withFirst(source);
  const decoder = textOfBytes(first);
  for await (const bytes of all) {
    yield* splitter.push(decoder.push(bytes));
    await options.pause?.();
  }
  yield* splitter.push(decoder.end());
  const { items, end } = splitter.end();
  yield* items;
  return end;
}
