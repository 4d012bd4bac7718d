import { harInPortions, type HarOptions, type HarOutcome } from "../../report/har-in-portions.ts";
import type { ApiEvent } from "../../decode/api-event.ts";

/** A finished file, or why there is none. */
export type HarFile = { readonly outcome: HarOutcome; readonly file: Blob | null };

/** Small pieces are put together before they go into the file: a Blob of ten thousand of them is slow to read. */
const PIECE = 1_000_000;
/** How often progress is told. */
const TOLD_EVERY_MS = 80;

/**
 * Writes the calls to a file. `pause` is awaited after each call that used up a slice of time; where it says "stop",
 * nothing comes of it. Never throws.
 */
export async function writeHarFile(
  events: readonly ApiEvent[],
  options: HarOptions,
  onProgress: (fraction: number) => void,
  pause: () => Promise<void> | undefined,
): Promise<HarFile> {
  const pieces: Blob[] = [];
  let piece = "";
  let toldAt = Number.NEGATIVE_INFINITY;
  const writing = harInPortions(events, options);
  try {
    for (let next = writing.next(); ; next = writing.next()) {
      if (next.done === true) {
        if (!next.value.ok) return { outcome: next.value, file: null };
        return { outcome: next.value, file: new Blob([...pieces, piece], { type: "application/json" }) };
      }
      const { fraction, text } = next.value;
      piece += text ?? "";
      if (piece.length > PIECE) {
        pieces.push(new Blob([piece]));
        piece = "";
      }
      const now = performance.now();
      if (now - toldAt > TOLD_EVERY_MS) {
        toldAt = now;
        onProgress(fraction);
      }
      await pause();
    }
  } catch (error) {
    const what = error instanceof Error ? error.name : "unknown error";
    return {
      outcome: { ok: false, reason: `Nothing was saved: the calls could not be redacted (${what}).` },
      file: null,
    };
  }
}
