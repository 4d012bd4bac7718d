#!/usr/bin/env node
// Starts the command line. The published package has it built. A checkout builds it at first use, and again if a source
// is newer, so that `npx faultline` always runs what is in the tree. It installs nothing: that would run the scripts of
// packages, which only the user may ask for.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = join(root, "dist", "cli", "faultline.mjs");

function newestSource() {
  let newest = 0;
  for (const entry of readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /\.test\.tsx?$/.test(entry.name)) continue;
    newest = Math.max(newest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs);
  }
  return newest;
}

function fail(problem) {
  console.error(`faultline: ${problem}`);
  process.exit(2);
}

/** Builds into a folder of its own and moves the files one by one: another process may be doing the same. */
function build() {
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  if (!existsSync(vite)) fail(`the command line is not built yet. Run "npm ci" in ${root} first.`);
  const building = `${dirname(built)}-${process.pid}`;
  const parameters = [vite, "build", "--mode", "cli", "--outDir", building, "--emptyOutDir", "--logLevel", "error"];
  // No shell: a path can have spaces and characters that a shell would act on.
  const { status } = spawnSync(process.execPath, parameters, { cwd: root, stdio: ["ignore", 2, 2] });
  const isBuilt = status === 0;
  if (isBuilt) {
    mkdirSync(dirname(built), { recursive: true });
    for (const name of readdirSync(building)) renameSync(join(building, name), join(dirname(built), name));
  }
  rmSync(building, { recursive: true, force: true });
  if (!isBuilt) fail("the command line could not be built.");
}

if (existsSync(join(root, "src")) && (!existsSync(built) || statSync(built).mtimeMs < newestSource())) build();

await import(pathToFileURL(built).href);
