#!/usr/bin/env node
// Starts the command line. The published package ships it built; a checkout builds it at first use and again
// whenever a source is newer, so that `npx faultline` always runs what the tree says.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
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

function run(command, args) {
  const done = spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (done.status !== 0) {
    console.error(`faultline: ${command} ${args.join(" ")} failed.`);
    process.exit(2);
  }
}

if (existsSync(join(root, "src")) && (!existsSync(built) || statSync(built).mtimeMs < newestSource())) {
  if (!existsSync(join(root, "node_modules", "vite"))) run("npm", ["ci", "--no-audit", "--no-fund"]);
  run(process.execPath, [
    join(root, "node_modules", "vite", "bin", "vite.js"),
    "build",
    "--mode",
    "cli",
    "--logLevel",
    "error",
  ]);
}

await import(pathToFileURL(built).href);
