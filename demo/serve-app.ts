import { fileURLToPath } from "node:url";
import { build } from "vite";
import type { Reply } from "./stand-in/call.ts";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};

/** Answers for the demo page's host: builds the page in memory, once, and serves it. Null for any other path. */
export async function demoSite(): Promise<(path: string) => Promise<Reply | null>> {
  const files = await buildDemo();
  return (path) => {
    const name = path === "/" ? "index.html" : path.slice(1);
    const body = files.get(name);
    if (body === undefined) return Promise.resolve(null);
    const type = TYPES[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";
    return Promise.resolve({ status: 200, headers: { "content-type": type, "cache-control": "no-store" }, body });
  };
}

async function buildDemo(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const root = fileURLToPath(new URL("./app/", import.meta.url));
  const built = await build({ root, configFile: false, logLevel: "warn", build: { write: false, target: "es2023" } });
  const files = new Map<string, string | Uint8Array>();
  for (const result of Array.isArray(built) ? built : [built]) {
    if (!("output" in result)) continue;
    for (const file of result.output) files.set(file.fileName, file.type === "chunk" ? file.code : file.source);
  }
  return files;
}
