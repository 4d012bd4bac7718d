import { readReport } from "../../exchange/read-report/read-report.ts";
import type { ImportResult } from "./imported-recording.ts";
import { readRecording, recordingOfEntries } from "./read-recording.ts";
import { viewerWords } from "../words/english/viewer.ts";

/** Reading gives way to the page's other work after this long. */
const SLICE_MS = 12;
/** A larger file is no report that somebody saved. */
const LARGEST_REPORT = 8 * 1024 * 1024;

export type ReadOptions = {
  /** Ends the reading, which then resolves to "cancelled". */
  readonly signal: AbortSignal;
  /** Called whenever another hundredth of the file was read, with its share from 0 to 1. */
  readonly onProgress: (share: number) => void;
};

/**
 * Reads a file the user chose: a HAR in any packing, or a saved report. Nothing leaves the page, and the page stays
 * usable meanwhile. Never rejects.
 */
export async function readFile(file: File, options: ReadOptions): Promise<ImportResult> {
  try {
    const result = await readRecording(file.name, bytesOf(file, options), pauses());
    if (options.signal.aborted) return { kind: "cancelled" };
    if (result.kind !== "refused" || file.size > LARGEST_REPORT) return result;
    const entries = readReport(await file.text());
    return entries === undefined ? result : { kind: "read", recording: recordingOfEntries(file.name, entries) };
  } catch (error) {
    if (options.signal.aborted) return { kind: "cancelled" };
    return { kind: "refused", problem: viewerWords.importUnreadable(error instanceof Error ? error.message : "") };
  }
}

/** Reads what the user pasted: a report, one HAR entry or a whole HAR. Never rejects. */
export async function readText(pasted: string): Promise<ImportResult> {
  const name = viewerWords.importPasted;
  const entries = readReport(pasted);
  if (entries !== undefined) return { kind: "read", recording: recordingOfEntries(name, entries) };
  const result = await readFile(new File([pasted], name), {
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  return result.kind === "refused" ? { kind: "refused", problem: viewerWords.importNoReport } : result;
}

async function* bytesOf(file: File, { signal, onProgress }: ReadOptions): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  let read = 0;
  let told = -1;
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done || signal.aborted) return;
      read += value.length;
      const share = read / Math.max(1, file.size);
      if (Math.floor(share * 100) > told) onProgress(share);
      told = Math.floor(share * 100);
      yield value;
    }
  } finally {
    // The file may already be at its end; either way nothing of it is wanted any more.
    reader.cancel().catch(() => undefined);
  }
}

/** Waits for the page's other work whenever a slice of time is used up. */
function pauses(): () => Promise<void> {
  let startedAt = performance.now();
  return async () => {
    if (performance.now() - startedAt < SLICE_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    startedAt = performance.now();
  };
}
