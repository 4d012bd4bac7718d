import { createReadStream, existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { glob } from "tinyglobby";
import type { Bytes, CliIo } from "./io.ts";

/** Bytes read at once. */
const PIECE = 1024 * 1024;

/** The files of the computer, as the commands want them. */
export const nodeFiles: Pick<CliIo, "open" | "stdin" | "find" | "readFolder"> = {
  open: (path) => createReadStream(path, { highWaterMark: PIECE }) as Bytes,
  stdin: () => process.stdin as Bytes,
  find: async (pattern) => {
    // A name is tried as it stands first: brackets are common in names of recordings.
    if (existsSync(pattern)) return [pattern];
    // Where the shell does not expand patterns (Windows, quotes), they arrive here; with \ as its separator there.
    const found = await glob(pattern.replaceAll("\\", "/"), { expandDirectories: false });
    return found.toSorted();
  },
  readFolder: async (path) => {
    if (!(await stat(path)).isDirectory()) throw new Error("it is not a folder");
    const found = await glob("**/*.json", { cwd: path, ignore: ["**/node_modules/**", "**/samples/**"] });
    return Promise.all(
      found
        .toSorted()
        .map(async (name) => ({ path: join(path, name), text: await readFile(join(path, name), "utf8") })),
    );
  },
};
