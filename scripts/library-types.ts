import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { packageCommand } from "./terminal.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/**
 * Writes the library's declarations beside its code, and the JSON Schemas of provider documents, when a build ends.
 * `outDir` is the folder of the code.
 */
export function libraryTypes(): Plugin {
  let outDir = "";
  return {
    name: "faultline:library-types",
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle() {
      const types = join(outDir, "types");
      const tsc = packageCommand("typescript", "tsc");
      execFileSync(process.execPath, [tsc, "-p", "tsconfig.library.json", "--outDir", types], {
        cwd: ROOT,
        stdio: "inherit",
      });
      for (const name of readdirSync(types, { recursive: true, encoding: "utf8" })) {
        if (!name.endsWith(".d.ts")) continue;
        const path = join(types, name);
        writeFileSync(path, withJsImports(readFileSync(path, "utf8")));
      }
      for (const name of ["provider.schema.json", "provider-pack.schema.json"])
        cpSync(join(ROOT, "src/providers", name), join(outDir, name));
      for (const name of ["decode.schema.json", "report.schema.json", "compare.schema.json"])
        cpSync(join(ROOT, "src/report/output/schemas", name), join(outDir, name));
    },
  };
}

/** TypeScript leaves the `.ts` of imports in declarations, where only `.js` leads every resolver to the `.d.ts`. */
export function withJsImports(declarations: string): string {
  return declarations.replace(/(\bfrom "\.{1,2}\/[^"]+)\.tsx?"/g, '$1.js"');
}
