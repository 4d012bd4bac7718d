/*
 * Puts together what is published to npm, in dist/npm: the built command line and library, a README for those who
 * install it, and the documents it links to. The repository's own README is about the extension. Needs
 * `vite build --mode cli` and `--mode library`; publish with `npm publish dist/npm`.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import packageJson from "../package.json" with { type: "json" };

const root = fileURLToPath(new URL("..", import.meta.url));

/** What of the repository is in the package, under the same name or another. */
const CONTENT: Readonly<Record<string, string>> = {
  LICENSE: "LICENSE",
  bin: "bin",
  "dist/cli": "dist/cli",
  "dist/library": "dist/library",
  ...Object.fromEntries(
    ["adding-a-provider", "catalogue", "command-line", "envelopes", "findings", "json", "library", "redaction"].map(
      (name) => [`docs/${name}.md`, `docs/${name}.md`],
    ),
  ),
};

/** Writes the package into a folder, which is emptied first. */
export function writeNpmPackage(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [from, to] of Object.entries(CONTENT)) {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    cpSync(join(root, from), join(folder, to), { recursive: true });
  }
  // It stands beside the documents here, and above them there.
  const readme = readFileSync(join(root, "docs/npm.md"), "utf8").replaceAll(/\]\((?=[\w-]+\.md)/g, "](docs/");
  writeFileSync(join(folder, "README.md"), readme);
  const { name, version, license, bin, type, sideEffects, exports, dependencies, engines } = packageJson;
  const description = "Decodes failed API calls in HAR files: what the code means, whether to retry, and when.";
  const published = { name, version, description, license, bin, type, sideEffects, exports, dependencies, engines };
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(published, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  writeNpmPackage(join(root, "dist/npm"));
  console.log("dist/npm");
}
