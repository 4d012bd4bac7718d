import { asRecord, asText } from "../json-fields.ts";
import { countJsonMarks } from "./json-marks.ts";
import type { HarItem } from "./split-entries.ts";
import type { UnpackBudget } from "./unpack-budget.ts";
import { unzipFile } from "./unzip-file.ts";
import type { ZipFile } from "./zip-directory.ts";

/** A zip whose files are read one at a time. */
export type OpenZip = {
  readonly bytes: Uint8Array;
  readonly files: ReadonlyMap<string, ZipFile>;
  readonly budget: UnpackBudget;
  /** Waited for while a file is unpacked, so that a page can do its other work. */
  readonly pause: () => Promise<void>;
};

export type AttachedBodies = {
  /**
   * Puts the bodies that a zip has in files of their own into the entry that names them (`_file`). An entry whose file
   * is missing, damaged or over the budget stays as it is: "the HAR file does not hold this body" is what it then says.
   */
  readonly attach: (item: HarItem) => Promise<HarItem>;
};

type BodyText = { readonly text: string; readonly encoding?: "base64" };

/** The messages whose body can be in a file of its own, as Playwright's `recordHar` attaches them. */
const BODY_PLACES = [
  ["request", "postData"],
  ["response", "content"],
] as const;

/** Bytes of bodies that are kept because other entries may name the same file. */
const CACHE_BYTES = 8 * 1024 * 1024;
/** Bytes that are unpacked without a pause. */
const PAUSE_AFTER = 128 * 1024;

/** Reads the attached bodies of a zip. A body that several entries share comes out of the cache. */
export function createAttachedBodies(zip: OpenZip): AttachedBodies {
  const cache = new Map<string, BodyText>();
  let cachedBytes = 0;
  const { files, budget } = zip;
  const unpacked = new Set<string>();
  /** Damaged, or of too many JSON values. */
  const useless = new Set<string>();

  const remember = (name: string, body: BodyText, size: number): void => {
    if (size > CACHE_BYTES) return;
    cache.set(name, body);
    cachedBytes += size;
    for (const oldest of cache.keys()) {
      if (cachedBytes <= CACHE_BYTES) return;
      cache.delete(oldest);
      cachedBytes -= files.get(oldest)?.size ?? 0;
    }
  };
  const bodyOf = async (name: string): Promise<BodyText | undefined> => {
    const file = files.get(name);
    if (file === undefined || useless.has(name) || file.size > budget.longestText) return undefined;
    const cached = cache.get(name);
    const isFirst = cached === undefined && !unpacked.has(name);
    if ((isFirst && !budget.hasBodyBytes(file.size)) || !budget.takeBody(file.size)) return undefined;
    if (cached !== undefined) return cached;
    unpacked.add(name);
    const bytes = await unzipBody(zip, file, isFirst ? budget.takeBodyBytes : () => true);
    const body = bytes === undefined ? undefined : textOrBase64(bytes);
    if (body === undefined || countJsonMarks(body.text) > budget.mostJsonMarks) {
      useless.add(name);
      return undefined;
    }
    remember(name, body, file.size);
    return body;
  };

  return {
    attach: async (item) => {
      if (item.kind !== "entry") return item;
      let entry = item.entry;
      for (const place of BODY_PLACES) {
        const name = attachedName(entry, place);
        const body = name === null ? undefined : await bodyOf(name);
        if (body !== undefined) entry = withBody(entry, place, body);
      }
      return { ...item, entry };
    },
  };
}

/** The file's bytes, whole and as many as the directory states; else undefined. */
async function unzipBody(
  { bytes, pause }: OpenZip,
  file: ZipFile,
  take: UnpackBudget["takeBodyBytes"],
): Promise<Uint8Array | undefined> {
  const body = new Uint8Array(file.size);
  const pieces = unzipFile(bytes, file, take);
  let at = 0;
  let pausedAt = 0;
  for (;;) {
    const next = pieces.next();
    if (next.done === true) return next.value === "complete" ? body : undefined;
    body.set(next.value, at);
    at += next.value.length;
    if (at - pausedAt < PAUSE_AFTER) continue;
    pausedAt = at;
    await pause();
  }
}

function attachedName(entry: unknown, [message, member]: (typeof BODY_PLACES)[number]): string | null {
  // The file of a web socket holds its messages, one a line, and not the body of the response.
  const fields = asRecord(entry);
  if (fields?.["_resourceType"] === "websocket") return null;
  return asText(asRecord(asRecord(fields?.[message])?.[member])?.["_file"]);
}

/** Bytes that become whole groups of base64. */
const BASE64_STEP = 24_576;

function textOrBase64(bytes: Uint8Array): BodyText {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    let text = "";
    for (let from = 0; from < bytes.length; from += BASE64_STEP)
      text += btoa(String.fromCharCode(...bytes.subarray(from, from + BASE64_STEP)));
    return { text, encoding: "base64" };
  }
}

function withBody(entry: unknown, [message, member]: (typeof BODY_PLACES)[number], body: BodyText): unknown {
  const fields = asRecord(entry);
  const outer = asRecord(fields?.[message]);
  return { ...fields, [message]: { ...outer, [member]: { ...asRecord(outer?.[member]), ...body } } };
}
