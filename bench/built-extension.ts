import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildExtension } from "../scripts/build-extension.ts";

let built: Promise<string> | undefined;

/** Folder of Faultline as it is released for Chrome, built once for a whole run and apart from `dist`. */
export function builtExtension(): Promise<string> {
  built ??= build();
  return built;
}

async function build(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "faultline-bench-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  await buildExtension("chrome", folder);
  return folder;
}
