/*
 * `npm run package`: builds the extension for both browsers and writes what their stores ask for to dist/packages, with
 * the same bytes for the same files. See docs/building.md.
 */
import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import packageJson from "../package.json" with { type: "json" };
import { buildExtension } from "./build-extension.ts";
import { builtFiles, hasUncommittedChanges, sourceFiles } from "./package-files.ts";
import { type PackageFiles, zipFiles } from "./zip-files.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const packages = join(root, "dist", "packages");

rmSync(packages, { recursive: true, force: true });
mkdirSync(packages, { recursive: true });
for (const browser of ["chrome", "firefox"] as const) {
  await buildExtension(browser);
  write(browser, builtFiles(join(root, "dist", browser)));
}
write("source", sourceFiles(root));
if (hasUncommittedChanges(root)) {
  console.warn("There are uncommitted changes: no commit gives these packages. Commit before a release.");
}

function write(kind: string, files: PackageFiles): void {
  const name = `${packageJson.name}-${packageJson.version}-${kind}.zip`;
  const zip = zipFiles(files);
  writeFileSync(join(packages, name), zip);
  const sha256 = createHash("sha256").update(zip).digest("hex");
  console.log(`${sha256}  ${name}  ${zip.length} bytes, ${files.size} files`);
}
