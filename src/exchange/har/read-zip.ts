import { createAttachedBodies } from "./attached-bodies.ts";
import { joined, PIECE, piecesOf } from "./pieces.ts";
import { readHarText } from "./read-har-text.ts";
import type { HarEnd, HarItem } from "./split-entries.ts";
import { createUnpackBudget } from "./unpack-budget.ts";
import { type UnzipEnd, unzipFile } from "./unzip-file.ts";
import { readZipDirectory, type ZipFile } from "./zip-directory.ts";

const MB = 1024 * 1024;
/** Bytes of a zip that are read whole: its directory is at its end. */
const LARGEST_ZIP = 512 * MB;

const refused = (problem: string): HarEnd => ({ creator: "", pages: undefined, count: 0, isCut: false, problem });

/**
 * Reads the HAR in a zip, each entry with the bodies that the zip has in files of their own. The budget holds for all
 * that comes out: if the HAR itself is over it, the zip is refused; if a body is, the entry is without it.
 */
export async function* readZip(
  source: AsyncIterable<Uint8Array>,
  pause: () => Promise<void> = async () => {},
): AsyncGenerator<HarItem, HarEnd> {
  const zip = await readWhole(source, pause);
  if (zip === undefined) return refused(`The zip file is larger than ${LARGEST_ZIP / MB} MB.`);
  const directory = readZipDirectory(zip);
  if (!directory.ok) return refused(directory.problem);
  const { files } = directory;
  const har = findHar(files);
  if (har === undefined) return refused("The zip file holds no .har file.");
  if (har.isEncrypted) return refused("The zip file is encrypted.");
  const budget = createUnpackBudget(zip.length);
  const tooLarge = refused(
    `The zip file unpacks to more than ${Math.floor(budget.totalBytes / MB)} MB, too much for its size. Unpack it and open its .har file.`,
  );
  const unzip: { end?: UnzipEnd } = {};
  const text = readHarText(unzipInSteps(unzipFile(zip, har, budget.takeHarBytes), budget.takeHarValues, unzip), {
    pause,
    limits: { longestEntry: budget.longestText, mostJsonMarks: budget.mostJsonMarks },
  });
  const bodies = createAttachedBodies({ bytes: zip, files, budget, pause });
  for (;;) {
    const next = await text.next();
    if (unzip.end === "over-budget") return tooLarge;
    if (next.done === true) return unzip.end === "damaged" ? damaged(next.value) : next.value;
    if (!budget.takeEntry()) return tooLarge;
    yield await bodies.attach(next.value);
  }
}

/** The whole source; undefined if it is larger than a zip may be. */
async function readWhole(
  source: AsyncIterable<Uint8Array>,
  pause: () => Promise<void>,
): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const bytes of source) {
    pieces.push(bytes);
    size += bytes.length;
    if (size > LARGEST_ZIP) return undefined;
    await pause();
  }
  return joined(pieces, size);
}

/** `har.har` is Playwright's name for it. */
function findHar(files: ReadonlyMap<string, ZipFile>): ZipFile | undefined {
  const [first] = [...files.keys()].filter((name) => /\.har$/i.test(name));
  return files.get("har.har") ?? (first === undefined ? undefined : files.get(first));
}

/** The same bytes in pieces, each of which the reader pauses after. How it ended is in `unzip`. */
async function* unzipInSteps(
  steps: Generator<Uint8Array, UnzipEnd>,
  takeValues: (piece: Uint8Array) => boolean,
  unzip: { end?: UnzipEnd },
): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done !== true) {
      if (!takeValues(next.value)) {
        unzip.end = "over-budget";
        return;
      }
      waiting.push(next.value);
      size += next.value.length;
    }
    if (size >= PIECE || next.done === true) {
      yield* piecesOf(joined(waiting, size));
      waiting = [];
      size = 0;
    }
    if (next.done === true) {
      unzip.end = next.value;
      return;
    }
  }
}

/** What is known if the HAR in the zip is damaged: what came out before that stands. */
function damaged(end: HarEnd): HarEnd {
  return end.count === 0 ? refused("The zip file is damaged or not complete.") : { ...end, isCut: true };
}
