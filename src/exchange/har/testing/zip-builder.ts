import { deflateRawSync } from "node:zlib";

/** One file as a zip stores it: a local header (APPNOTE 4.3.7) and its data. */
export type LocalFile = {
  readonly name: string;
  readonly content: Uint8Array;
  /** Absent: deflated. */
  readonly isStored?: boolean;
};

/** One line of the central directory (APPNOTE 4.3.12). What is absent is as the local file truly has it. */
export type DirectoryLine = {
  readonly local: number;
  readonly name?: string;
  readonly method?: number;
  readonly flags?: number;
  readonly packedSize?: number;
  readonly size?: number;
  /** Added to the true offset of the local file. */
  readonly shift?: number;
};

/** A zip of local files and of any directory, true or lying. One line for each local file by default. */
export function buildZip(
  locals: readonly LocalFile[],
  directory: readonly DirectoryLine[] = locals.map((_, local) => ({ local })),
  { count = directory.length, isZip64 = false }: { readonly count?: number; readonly isZip64?: boolean } = {},
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let at = 0;
  const add = (part: Uint8Array): void => {
    parts.push(part);
    at += part.length;
  };
  const written = locals.map(({ name, content, isStored = false }) => {
    const start = at;
    const data = isStored ? content : deflateRawSync(content);
    const method = isStored ? 0 : 8;
    const nameBytes = Buffer.from(name);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(method, 8);
    header.writeUInt32LE(data.length, 18);
    header.writeUInt32LE(content.length, 22);
    header.writeUInt16LE(nameBytes.length, 26);
    for (const part of [header, nameBytes, data]) add(part);
    return { start, name, method, packedSize: data.length, size: content.length };
  });
  const directoryStart = at;
  for (const line of directory) {
    const local = written[line.local];
    if (local === undefined) throw new Error(`There is no local file ${line.local}.`);
    const nameBytes = Buffer.from(line.name ?? local.name);
    const sizes = [line.size ?? local.size, line.packedSize ?? local.packedSize, local.start + (line.shift ?? 0)];
    const wide = Buffer.alloc(isZip64 ? 28 : 0);
    if (isZip64) {
      wide.writeUInt16LE(1, 0);
      wide.writeUInt16LE(24, 2);
      for (const [index, size] of sizes.entries()) wide.writeBigUInt64LE(BigInt(Math.max(0, size)), 4 + 8 * index);
    }
    const [size = 0, packedSize = 0, start = 0] = isZip64 ? sizes.map(() => 0xffffffff) : sizes;
    const header = Buffer.alloc(46);
    header.writeUInt32LE(0x02014b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(20, 6);
    header.writeUInt16LE(line.flags ?? 0x800, 8);
    header.writeUInt16LE(line.method ?? local.method, 10);
    header.writeUInt32LE(packedSize >>> 0, 20);
    header.writeUInt32LE(size >>> 0, 24);
    header.writeUInt16LE(nameBytes.length, 28);
    header.writeUInt16LE(wide.length, 30);
    header.writeUInt32LE(start >>> 0, 42);
    add(header);
    add(nameBytes);
    add(wide);
  }
  const directorySize = at - directoryStart;
  if (isZip64) {
    const wideEnd = Buffer.alloc(76);
    wideEnd.writeUInt32LE(0x06064b50, 0);
    wideEnd.writeBigUInt64LE(44n, 4);
    wideEnd.writeBigUInt64LE(BigInt(count), 24);
    wideEnd.writeBigUInt64LE(BigInt(count), 32);
    wideEnd.writeBigUInt64LE(BigInt(directorySize), 40);
    wideEnd.writeBigUInt64LE(BigInt(directoryStart), 48);
    wideEnd.writeUInt32LE(0x07064b50, 56);
    wideEnd.writeBigUInt64LE(BigInt(at), 64);
    add(wideEnd);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(isZip64 ? 0xffff : count & 0xffff, 8);
  end.writeUInt16LE(isZip64 ? 0xffff : count & 0xffff, 10);
  end.writeUInt32LE(directorySize, 12);
  end.writeUInt32LE(isZip64 ? 0xffffffff : directoryStart, 16);
  add(end);
  return new Uint8Array(Buffer.concat(parts));
}
