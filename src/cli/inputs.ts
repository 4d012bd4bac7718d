import type { Bytes, CliIo } from "./io.ts";

/** A recording to read. `name` is what messages call it. */
export type Input = { readonly name: string; readonly bytes: Bytes };

/**
 * The recordings that the arguments name, in their order and each once: paths, patterns and `-` for standard input. A
 * pattern that matches nothing is a problem, since a CI job that checks no file must not pass.
 */
export async function findInputs(
  arguments_: readonly string[],
  io: CliIo,
): Promise<
  { readonly ok: true; readonly inputs: readonly Input[] } | { readonly ok: false; readonly problem: string }
> {
  const inputs = new Map<string, Input>();
  for (const argument of arguments_) {
    if (argument === "-") {
      inputs.set(argument, { name: "standard input", bytes: io.stdin() });
      continue;
    }
    const paths = await io.find(argument);
    if (paths.length === 0) return { ok: false, problem: `${argument} cannot be read: there is no such file.` };
    for (const path of paths) inputs.set(path, { name: path, bytes: io.open(path) });
  }
  return { ok: true, inputs: [...inputs.values()] };
}
