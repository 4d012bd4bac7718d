import { crx, type ManifestV3Export } from "@crxjs/vite-plugin";
import preact from "@preact/preset-vite";
import { defineConfig, type UserConfig } from "vite";
import manifest from "./manifest.json" with { type: "json" };
import packageJson from "./package.json" with { type: "json" };

/** Keys that only Firefox knows; Chrome warns about them, so they are added to the Firefox build alone. */
const firefoxKeys = {
  browser_specific_settings: {
    gecko: {
      id: "faultline@faultline.example",
      strict_min_version: "140.0",
      data_collection_permissions: { required: ["none"] },
    },
    gecko_android: { strict_min_version: "142.0" },
  },
};

function extension(browser: "chrome" | "firefox"): UserConfig {
  const source = { ...manifest, version: packageJson.version, ...(browser === "firefox" ? firefoxKeys : {}) };
  return {
    plugins: [preact(), crx({ manifest: source as ManifestV3Export, browser })],
    build: {
      outDir: `dist/${browser}`,
      // The polyfill fetches, and the extension's own CSP forbids every connection.
      modulePreload: { polyfill: false },
      rollupOptions: { input: { panel: "src/entry/panel.html" } },
      target: "es2023",
      emptyOutDir: true,
    },
  };
}

/** `faultline` for Node: one file, no dependencies at run time. */
const cli: UserConfig = {
  build: {
    outDir: "dist/cli",
    ssr: "src/entry/cli.ts",
    target: "node20",
    emptyOutDir: true,
    rollupOptions: { output: { entryFileNames: "faultline.mjs" } },
  },
  ssr: { noExternal: true },
};

/** The panel as an ordinary page on a recorded HAR: development and screenshots. `npm run dev`. */
const playground: UserConfig = {
  plugins: [preact()],
  build: { outDir: "dist/playground", rollupOptions: { input: "src/entry/playground.html" }, target: "es2023" },
};

export default defineConfig(({ mode }) => {
  const shared: UserConfig = { define: { __VERSION__: JSON.stringify(packageJson.version) } };
  if (mode === "chrome" || mode === "firefox") return { ...shared, ...extension(mode) };
  if (mode === "cli") return { ...shared, ...cli };
  return { ...shared, ...playground };
});
