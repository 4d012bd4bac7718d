/** A file in a zip, as the central directory describes it. Nothing of it is true before it is unpacked. */
export type ZipFile = {
  /** 0 is stored, 8 is deflated; others are not read. */
  readonly method: number;
  readonly isEncrypted: boolean;
  /** Bytes before and after unpacking. */
  readonly packedSize: number;
  readonly size: number;
  /** Offset of the packed bytes in the zip. */
  readonly dataStart: number;
};

export type ZipDirectory =
  | { readonly ok: true; readonly files: ReadonlyMap<string, ZipFile> }
  | { readonly ok: false; readonly problem: string };

const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
const ZIP64_LOCATOR_SIZE = 20;
const ZIP64_END_SIGNATURE = 0x06064b50;
const ZIP64_END_SIZE = 56;
const LINE_SIGNATURE = 0x02014b50;
const LINE_SIZE = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
/** The comment at the end of a zip has a length of 16 bits. */
const LONGEST_COMMENT = 0xffff;
const IN_ZIP64_FIELD = 0xffffffff;
const ZIP64_FIELD = 1;
/** A recording has two bodies a call at most, and far fewer calls than this. */
const MOST_FILES = 262_144;

const DAMAGED: ZipDirectory = { ok: false, problem: "The zip file is damaged or not complete." };

/**
 * Reads the central directory of a zip (APPNOTE 4.3.6 to 4.5.3), once. Refuses what no program writes and what makes a
 * small zip unpack to a huge one: two files of one name, and files whose packed bytes overlap. Files whose local header
 * is damaged are left out. Never throws.
 */
export function readZipDirectory(zip: Uint8Array): ZipDirectory {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = findEnd(view);
  if (end === undefined) return DAMAGED;
  const { count, start } = end;
  if (count > MOST_FILES) return { ok: false, problem: `The zip file holds more than ${MOST_FILES} files.` };
  const decoder = new TextDecoder();
  const files = new Map<string, ZipFile>();
  const ranges: Range[] = [];
  let at = start;
  for (let line = 0; line < count; line += 1) {
    if (at + LINE_SIZE > zip.length || view.getUint32(at, true) !== LINE_SIGNATURE) return DAMAGED;
    const nameEnd = at + LINE_SIZE + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > zip.length) return DAMAGED;
    const name = decoder.decode(zip.subarray(at + LINE_SIZE, nameEnd));
    if (files.has(name)) return { ok: false, problem: "The zip file lists two files of the same name." };
    const { packedSize, size, localStart } = readPlaces(view, at, nameEnd, extraEnd);
    const dataStart = findData(view, localStart);
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    at = next;
    if (dataStart === undefined || dataStart + packedSize > zip.length) continue;
    files.set(name, { method, isEncrypted: (flags & 1) === 1, packedSize, size, dataStart });
    ranges.push({ start: localStart, end: dataStart + packedSize });
  }
  return areOverlapping(ranges) ? { ok: false, problem: "Files in the zip file overlap." } : { ok: true, files };
}

type Range = { readonly start: number; readonly end: number };

function areOverlapping(ranges: readonly Range[]): boolean {
  let lastEnd = 0;
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    if (start < lastEnd) return true;
    lastEnd = end;
  }
  return false;
}

/** Number and place of the directory's lines, from the last end record; undefined if there is none. */
function findEnd(view: DataView): { readonly count: number; readonly start: number } | undefined {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    const zip64 = findZip64End(view, at - ZIP64_LOCATOR_SIZE);
    return zip64 ?? { count: view.getUint16(at + 10, true), start: view.getUint32(at + 16, true) };
  }
  return undefined;
}

/** The same from the ZIP64 end record (APPNOTE 4.3.14, 4.3.15), which zips of more than 65,535 files or 4 GB have. */
function findZip64End(view: DataView, locator: number): ReturnType<typeof findEnd> {
  if (locator < 0 || view.getUint32(locator, true) !== ZIP64_LOCATOR_SIGNATURE) return undefined;
  const at = readUint64(view, locator + 8);
  if (at + ZIP64_END_SIZE > view.byteLength || view.getUint32(at, true) !== ZIP64_END_SIGNATURE) return undefined;
  return { count: readUint64(view, at + 32), start: readUint64(view, at + 48) };
}

/** Sizes and place of one file; those that need 64 bits are in an extra field (APPNOTE 4.5.3), in this order. */
function readPlaces(view: DataView, line: number, extraStart: number, extraEnd: number) {
  let wide = findExtraField(view, extraStart, extraEnd);
  const read = (offset: number): number => {
    const value = view.getUint32(line + offset, true);
    if (value !== IN_ZIP64_FIELD || wide === undefined || wide.start + 8 > wide.end) return value;
    const at = wide.start;
    wide = { start: at + 8, end: wide.end };
    return readUint64(view, at);
  };
  const size = read(24);
  const packedSize = read(20);
  return { size, packedSize, localStart: read(42) };
}

function findExtraField(view: DataView, start: number, end: number): Range | undefined {
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === ZIP64_FIELD)
      return { start: at + 4, end: Math.min(end, at + 4 + view.getUint16(at + 2, true)) };
  }
  return undefined;
}

/** Offset of a file's packed bytes: its local header has a name and extra field of its own. */
function findData(view: DataView, localStart: number): number | undefined {
  if (localStart + LOCAL_SIZE > view.byteLength || view.getUint32(localStart, true) !== LOCAL_SIGNATURE)
    return undefined;
  return localStart + LOCAL_SIZE + view.getUint16(localStart + 26, true) + view.getUint16(localStart + 28, true);
}

/** Exact up to 2 ** 53, which no file reaches; a larger value is outside the zip anyway. */
function readUint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}
