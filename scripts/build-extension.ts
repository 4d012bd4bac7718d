import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

export type Browser = "chrome" | "firefox";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Builds the extension for a browser, by default into `dist/BROWSER`, always as it is released: vite leaves a NODE_ENV
 * that it finds set as it is, and another one gives other bytes.
 */
export async function buildExtension(browser: Browser, outDir = join(root, "dist", browser)): Promise<void> {
  const before = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  try {
    await build({
      root,
      configFile: join(root, "vite.config.ts"),
      mode: browser,
      logLevel: "warn",
      build: { outDir, emptyOutDir: true },
    });
  } finally {
    if (before === undefined) delete process.env["NODE_ENV"];
    else process.env["NODE_ENV"] = before;
  }
}
