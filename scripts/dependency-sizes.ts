/*
 * What each run-time package adds to the extension, for docs/dependencies.md: builds it once whole and once without
 * each package, and prints the differences of all scripts together, minified and gzipped each. Takes about half a minute.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { extensionPackages } from "./imported-packages.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), "faultline-sizes-"));
process.env["NODE_ENV"] = "production";

try {
  const whole = await scriptBytes(null);
  console.log(`whole extension: ${whole} bytes`);
  for (const name of extensionPackages) {
    console.log(`${name}: ${whole - (await scriptBytes(name))} bytes`);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

/** Size of the built scripts with one package left out, or with all of them. */
async function scriptBytes(without: string | null): Promise<number> {
  const external = (id: string): boolean => without !== null && (id === without || id.startsWith(`${without}/`));
  await build({
    root,
    configFile: join(root, "vite.config.ts"),
    mode: "chrome",
    logLevel: "error",
    build: { outDir: temporary, emptyOutDir: true, rolldownOptions: { external } },
  });
  const scripts = readdirSync(temporary, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
  return scripts
    .map((file) => gzipSync(readFileSync(join(temporary, file)), { level: 9 }).length)
    .reduce((total, bytes) => total + bytes, 0);
}
