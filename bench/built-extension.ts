import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, buildExtension } from "../scripts/build-extension.ts";

const built = new Map<Browser, Promise<string>>();

/** Folder of Faultline as it is released for a browser, built once for a whole run and apart from `dist`. */
export function builtExtension(browser: Browser): Promise<string> {
  const folder = built.get(browser) ?? build(browser);
  built.set(browser, folder);
  return folder;
}

async function build(browser: Browser): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "faultline-bench-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  await buildExtension(browser, folder);
  return folder;
}
