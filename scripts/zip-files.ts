import { type Zippable, zipSync } from "fflate";

/** Files by their path inside a package, with `/` between folders. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

const UNIX = 3;
const READABLE_FILE = 0o100644;

/**
 * Bytes of a zip that depend on nothing but the files' paths and contents: sorted by path, one fixed date, one fixed
 * permission, no folder entries. Deflated in JavaScript, so another Node with another zlib gives the same.
 */
export function zipFiles(files: PackageFiles): Uint8Array {
  // The earliest date a zip can hold. Zips know no time zone and fflate writes local time, so it is asked for in that.
  const mtime = new Date(1980, 0, 1);
  const entries: Zippable = {};
  for (const [path, content] of [...files].toSorted(byPath)) {
    entries[path] = [content, { mtime, os: UNIX, attrs: READABLE_FILE << 16, level: 9 }];
  }
  return zipSync(entries);
}

/** By code unit: what a locale thinks of an order is not the same everywhere. */
function byPath([one]: readonly [string, Uint8Array], [other]: readonly [string, Uint8Array]): number {
  return one < other ? -1 : 1;
}
