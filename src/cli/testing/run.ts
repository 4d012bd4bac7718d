import { allProviders } from "../../providers/testing/sample-files.ts";
import { runCli } from "../run-cli.ts";

export type Ran = { readonly code: number; readonly out: readonly string[]; readonly err: readonly string[] };

/** Files by path: text, or bytes as they are. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Runs a command line against files held in memory; `-` reads the file named "-". `*` stands for anything in a name. */
export async function run(args: readonly string[], files: Files = {}): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const isFolder = (path: string): boolean => Object.keys(files).some((name) => name.startsWith(`${path}/`));
  async function* read(path: string): AsyncGenerator<Uint8Array> {
    if (isFolder(path)) throw Object.assign(new Error("EISDIR: illegal operation on a directory"), { code: "EISDIR" });
    const content = files[path];
    if (content === undefined) throw new Error(`ENOENT: no such file, open '${path}'`);
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    for (let from = 0; from < bytes.length; from += PIECE) yield bytes.subarray(from, from + PIECE);
  }
  const code = await runCli(args, {
    open: read,
    stdin: () => read("-"),
    find: async (pattern) => {
      const [start = "", end] = pattern.split("*");
      if (isFolder(pattern)) return [pattern];
      return Object.keys(files)
        .filter((path) => (end === undefined ? path === pattern : path.startsWith(start) && path.endsWith(end)))
        .toSorted();
    },
    readFolder: async (folder) => {
      const within = Object.entries(files).filter(([path]) => path.startsWith(`${folder}/`));
      if (within.length === 0) throw new Error(`ENOENT: no such file or directory, stat '${folder}'`);
      return within.map(([path, content]) => ({ path, text: String(content) }));
    },
    print: (line) => void out.push(line),
    complain: (line) => void err.push(line),
    colours: false,
    columns: 120,
    now: () => Date.UTC(2026, 0, 14, 10, 31),
    providers: allProviders(),
    version: "0.0.0-test",
  });
  return { code, out, err };
}

/** Small, so that entries are split between pieces. */
const PIECE = 64;

/** HAR text of the given entries. */
export function har(...entries: readonly unknown[]): string {
  return JSON.stringify({ log: { version: "1.2", creator: { name: "test", version: "1" }, entries } });
}
