import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import packageJson from "../package.json" with { type: "json" };

const source = fileURLToPath(new URL("../src/", import.meta.url));

/** Versions as package.json asks for them, of all packages. */
export const ranges: Readonly<Record<string, string>> = { ...packageJson.dependencies, ...packageJson.devDependencies };

const IMPORT = /^(?:import|export)\s[^;'"`]*?\bfrom\s*"((?:@[\w-]+\/)?[\w-]+)(?:\/[^"]*)?"/gm;

/** The packages that the code in some folders of src imports; tests and their builders apart. */
function importedBy(folders: readonly string[]): readonly string[] {
  const names = new Set<string>();
  for (const folder of folders) {
    for (const file of readdirSync(join(source, folder), { recursive: true, encoding: "utf8" })) {
      const path = `${folder}/${file}`.replaceAll("\\", "/");
      if (!/\.tsx?$/.test(path) || /\.test\.tsx?$/.test(path) || path.includes("/testing/")) continue;
      const code = readFileSync(join(source, path), "utf8");
      for (const [, name = ""] of code.matchAll(IMPORT)) if (name in ranges) names.add(name);
    }
  }
  return [...names].toSorted();
}

const PURE = ["web", "exchange", "timing", "catalogue", "decode", "timeline", "compare", "report"];

/** The packages that the installed library needs. */
export const libraryPackages = importedBy(PURE);
/** What is bundled into the extension. */
export const extensionPackages = importedBy([...PURE, "settings", "panel", "browser", "entry"]);
