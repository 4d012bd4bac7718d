import { allProviders } from "../../providers/testing/sample-files.ts";
import { runCli } from "../run-cli.ts";

export type Ran = { readonly code: number; readonly out: readonly string[]; readonly err: readonly string[] };

/** Runs a command line against files held in memory; `-` reads the file named "-". */
export async function run(args: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const read = (path: string): Promise<string> => {
    const text = files[path];
    return text === undefined
      ? Promise.reject(new Error(`ENOENT: no such file, open '${path}'`))
      : Promise.resolve(text);
  };
  const code = await runCli(args, {
    readFile: read,
    readStdin: () => read("-"),
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

/** HAR text of the given entries. */
export function har(...entries: readonly unknown[]): string {
  return JSON.stringify({ log: { version: "1.2", creator: { name: "test", version: "1" }, entries } });
}
