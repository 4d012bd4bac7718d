import { Inflate } from "fflate";
import { DEFLATE_STEP } from "./packing.ts";
import { piecesOf } from "./pieces.ts";
import type { ZipFile } from "./zip-directory.ts";

/** "damaged" includes more or fewer bytes than the directory states. "over-budget": `take` refused. */
export type UnzipEnd = "complete" | "damaged" | "over-budget";

const STORED = 0;
const DEFLATED = 8;

/** Unpacks one file of a zip step by step. `take` books what comes out, not what is stated. Never throws. */
export function* unzipFile(
  zip: Uint8Array,
  file: ZipFile,
  take: (bytes: number) => boolean,
): Generator<Uint8Array, UnzipEnd> {
  if (file.isEncrypted || (file.method !== STORED && file.method !== DEFLATED)) return "damaged";
  const packed = zip.subarray(file.dataStart, file.dataStart + file.packedSize);
  const steps = file.method === STORED ? piecesOf(packed) : inflate(packed);
  let size = 0;
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value === "damaged" || size !== file.size ? "damaged" : "complete";
    size += next.value.length;
    if (!take(next.value.length)) return "over-budget";
    if (size > file.size) return "damaged";
    yield next.value;
  }
}

/** Returns "damaged" if the data are. */
function* inflate(packed: Uint8Array): Generator<Uint8Array, "damaged" | void> {
  const out: Uint8Array[] = [];
  const stream = new Inflate((bytes) => {
    out.push(bytes);
  });
  let at = 0;
  do {
    const step = packed.subarray(at, at + DEFLATE_STEP);
    at += DEFLATE_STEP;
    try {
      stream.push(step, at >= packed.length);
    } catch {
      return "damaged";
    }
    yield* out.splice(0);
  } while (at < packed.length);
}
