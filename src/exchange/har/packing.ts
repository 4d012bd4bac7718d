import { Gunzip, Unzlib } from "fflate";
import { piecesOf } from "./pieces.ts";

/** Packed bytes at a time. Deflate makes up to 1,032 bytes of one, so that at most 4 MB come out at once. */
export const DEFLATE_STEP = 4 * 1024;

/** How the bytes of a file are packed, by its first bytes: names lie. */
export type Packing = "zip" | "gzip" | "zlib" | "none";

/** Reads the signatures of ZIP (APPNOTE 4.3.7), gzip (RFC 1952 section 2.3.1) and zlib (RFC 1950 section 2.2). */
export function packingOf(first: Uint8Array): Packing {
  const [one = 0, two = 0, three = 0, four = 0] = first;
  if (one === 0x50 && two === 0x4b && ((three === 3 && four === 4) || (three === 5 && four === 6))) return "zip";
  if (one === 0x1f && two === 0x8b) return "gzip";
  // 0x78 is "x": no JSON text begins with it. mitmproxy writes zlib as .zhar.
  return one === 0x78 && (one * 256 + two) % 31 === 0 ? "zlib" : "none";
}

/**
 * Unpacks gzip or zlib while it arrives. If the bytes end early or are damaged, `onDamage` is called and what came out
 * before stands. The browsers' own DecompressionStream throws away what it has read when its input ends early.
 */
export async function* unpack(
  source: AsyncIterable<Uint8Array>,
  packing: "gzip" | "zlib",
  onDamage: () => void,
): AsyncGenerator<Uint8Array> {
  const out: Uint8Array[] = [];
  let isDone = false;
  const Stream = packing === "gzip" ? Gunzip : Unzlib;
  const stream = new Stream((bytes, isLast) => {
    out.push(bytes);
    isDone ||= isLast;
  });
  const push = (bytes: Uint8Array, isLast: boolean): boolean => {
    try {
      stream.push(bytes, isLast);
      return true;
    } catch {
      onDamage();
      return false;
    }
  };
  for await (const bytes of source) {
    for (const step of piecesOf(bytes, DEFLATE_STEP)) {
      const isGood = push(step, false);
      yield* out.splice(0);
      if (!isGood) return;
    }
  }
  if (!isDone) push(new Uint8Array(0), true);
  yield* out.splice(0);
}
