const MB = 1024 * 1024;

/**
 * What reading one zip may cost. It grows with the zip: recordings shrink to a tenth or a thirtieth, and a small zip must
 * not take gigabytes. Sizes that the zip states do not count, only what comes out.
 */
export type UnpackBudget = {
  /** The largest text that is parsed at once, an entry or a body; in bytes and in UTF-16 units. */
  readonly longestText: number;
  /** What such a text may hold, by `countJsonMarks`: an object takes many times its text in memory. */
  readonly mostJsonMarks: number;
  /** What all files together may unpack to. */
  readonly totalBytes: number;
  /** Books bytes of the HAR that came out; false if there is nothing left. */
  readonly takeHarBytes: (bytes: number) => boolean;
  /** Books the lists and objects that begin in a piece of the HAR: small ones take many times their text. */
  readonly takeHarValues: (piece: Uint8Array) => boolean;
  /** Books an entry: a small one takes many times its text in memory. */
  readonly takeEntry: () => boolean;
  /** Whether a body of this stated size could be unpacked. */
  readonly hasBodyBytes: (bytes: number) => boolean;
  /** Books bytes of a body that came out for the first time; false if there is nothing left for bodies. */
  readonly takeBodyBytes: (bytes: number) => boolean;
  /** Books a body for an entry, whether it came out for this one or for an earlier one. */
  readonly takeBody: (bytes: number) => boolean;
};

const ENTRY_BYTES = 2048;
const VALUE_BYTES = 16;
/** The part of the whole that bodies may have: the HAR itself must not be refused because of them. */
const BODIES_PART = 0.6;
/** How often all files may be put into entries. Recordings name scripts and images again with each page that loads. */
const MOST_SHARED = 16;

/**
 * The budget for a zip of `zipBytes`. With up to 1 MB, which may be an attack, reading it stays under 300 MB of memory:
 * the figures were found by measuring. A larger zip gets more for each byte over that.
 */
export function createUnpackBudget(zipBytes: number): UnpackBudget {
  const more = Math.max(0, zipBytes - MB);
  const totalBytes = Math.min(4096 * MB, 40 * MB + 100 * more);
  let left = totalBytes;
  let leftForBodies = totalBytes * BODIES_PART;
  let leftToAttach = totalBytes * MOST_SHARED;
  const takeHarBytes = (bytes: number): boolean => {
    left -= bytes;
    return left >= 0;
  };
  return {
    longestText: Math.min(32 * MB, 9 * MB + 10 * more),
    mostJsonMarks: 250_000 + more / 2,
    totalBytes,
    takeHarBytes,
    takeHarValues: (piece) => takeHarBytes(VALUE_BYTES * countOpeningBrackets(piece)),
    takeEntry: () => takeHarBytes(ENTRY_BYTES),
    hasBodyBytes: (bytes) => bytes <= leftForBodies,
    takeBodyBytes: (bytes) => {
      left -= Math.min(bytes, Math.max(0, leftForBodies));
      leftForBodies -= bytes;
      return leftForBodies >= 0;
    },
    takeBody: (bytes) => {
      leftToAttach -= bytes;
      return leftToAttach >= 0;
    },
  };
}

function countOpeningBrackets(piece: Uint8Array): number {
  let count = 0;
  for (const byte of piece) if (byte === 0x5b || byte === 0x7b) count += 1;
  return count;
}
