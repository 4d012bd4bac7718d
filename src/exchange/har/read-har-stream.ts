import { attachBodies, harInZip } from "./attached-bodies.ts";
import { packingOf, unpack } from "./packing.ts";
import { createHarSplitter, type HarEnd, type HarItem } from "./split-entries.ts";
import { textOfBytes } from "./text-of-bytes.ts";

export type HarStreamOptions = {
  /**
   * Waited for after each piece. A page lets its other work run here, so that a file that is unpacked in memory does not
   * freeze it; absent: no wait.
   */
  readonly pause?: () => Promise<void>;
};

/** Bytes of a zip that are read whole: its directory stands at its end. */
const LARGEST_ZIP = 512 * 1024 * 1024;
/** Bytes that are worked on at once: some milliseconds. */
const PIECE = 128 * 1024;
/** Entries of a zip whose attached bodies are fetched together. */
const BATCH = 256;

/**
 * Reads a HAR file from its bytes, piece by piece: plain, gzip, zlib or a zip as Playwright's `recordHar` writes it, in
 * UTF-8 or UTF-16, told apart by their first bytes. Yields the entries in file order and returns what is known of the
 * whole. Memory is what one entry needs, and for a zip the zip. A broken entry is named; a file that ends early is read
 * up to there. Ending the loop early ends `source` too. Rejects only with what `source` rejects with.
 */
export async function* readHarStream(
  source: AsyncIterable<Uint8Array>,
  options: HarStreamOptions = {},
): AsyncGenerator<HarItem, HarEnd> {
  const { first, all } = await withFirst(source);
  const packing = packingOf(first);
  if (packing === "zip") return yield* readZip(all, options);
  if (packing === "none") return yield* readText(all, options);
  let isDamaged = false;
  const unpacked = unpack(all, packing, () => {
    isDamaged = true;
  });
  const end = yield* readText(unpacked, options);
  return isDamaged ? { ...end, isCut: true } : end;
}

async function* readText(
  source: AsyncIterable<Uint8Array>,
  options: HarStreamOptions,
): AsyncGenerator<HarItem, HarEnd> {
  const splitter = createHarSplitter();
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

async function* readZip(source: AsyncIterable<Uint8Array>, options: HarStreamOptions): AsyncGenerator<HarItem, HarEnd> {
  const refused = (problem: string): HarEnd => ({ creator: "", pages: undefined, count: 0, isCut: false, problem });
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const bytes of source) {
    pieces.push(bytes);
    size += bytes.length;
    if (size > LARGEST_ZIP) return refused(`The zip file is larger than ${LARGEST_ZIP / 1024 / 1024} MB.`);
    await options.pause?.();
  }
  const zip = joined(pieces, size);
  const found = harInZip(zip);
  if ("problem" in found) return refused(found.problem);
  const entries = readText(inMemory(found.har), options);
  let batch: HarItem[] = [];
  for (;;) {
    const next = await entries.next();
    if (next.done !== true) batch.push(next.value);
    if (next.done === true || batch.length === BATCH) {
      yield* attachBodies(batch, zip);
      batch = [];
      await options.pause?.();
    }
    if (next.done === true) return next.value;
  }
}

async function* inMemory(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The first four bytes of a source, and the whole of it in pieces. */
async function withFirst(
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

/** Sources may hand over megabytes at once; a piece is what is worked on without a pause. */
function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += PIECE) yield bytes.subarray(from, from + PIECE);
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
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
