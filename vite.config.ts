import { crx, type ManifestV3Export } from "@crxjs/vite-plugin";
import preact from "@preact/preset-vite";
import { defineConfig, type Plugin, type UserConfig } from "vite";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import manifest from "./manifest.json" with { type: "json" };
import packageJson from "./package.json" with { type: "json" };
import { assembled, type ShippedDocument } from "./src/catalogue/assembled.ts";
import { outlineOf } from "./src/catalogue/outline.ts";
import type { Provider } from "./src/catalogue/provider.ts";
import { watchedPart } from "./src/catalogue/watched-part.ts";
import { htmlAsText } from "./scripts/html-as-text.ts";
import { libraryTypes } from "./scripts/library-types.ts";

/** Keys that only Firefox knows; Chrome warns about them, so they are added to the Firefox build alone. */
const firefoxKeys = {
  browser_specific_settings: {
    gecko: {
      // Firefox keeps settings and updates by this id: never change it after the first release.
      id: "faultline@faultline-devtools",
      // The extended support release before the current one.
      strict_min_version: "140.0",
      data_collection_permissions: { required: ["none"] },
    },
    // Firefox for Android knows data_collection_permissions from 142 on; web-ext's linter warns without this.
    gecko_android: { strict_min_version: "142.0" },
  },
};

/**
 * `provider.json?hosts` is what the recorder needs of a provider document, and `?outline` what the panel needs before the
 * first call to one of its hosts is read, each in a module of its own.
 */
function hostsOnly(): Plugin {
  return {
    name: "faultline:hosts-only",
    enforce: "pre",
    async load(moduleId) {
      const [path = "", query] = moduleId.split("?");
      if (!path.endsWith("/provider.json") || (query !== "hosts" && query !== "outline")) return null;
      const provider = await wholeDocument(path);
      const part = query === "hosts" ? watchedPart(provider) : outlineOf(provider);
      return { code: `export default ${JSON.stringify(withoutSources(part))};`, moduleType: "js" };
    },
  };
}

/** A document with the ones it builds on; the catalogue's tests hold every document to its schema. */
async function wholeDocument(path: string): Promise<Provider> {
  const documents: ShippedDocument[] = [];
  for (let next: string | undefined = path; next !== undefined;) {
    const document = JSON.parse(await readFile(next, "utf8")) as ShippedDocument;
    documents.unshift(document);
    next = "extends" in document ? join(dirname(path), "..", document.extends, "provider.json") : undefined;
  }
  const whole = assembled(documents).at(-1);
  if (whole === undefined) throw new Error(`${path} could not be read.`);
  return whole;
}

/** Only those who read a document look up where it has something from. */
function withoutSources(part: object): unknown {
  return JSON.parse(JSON.stringify(part, (key, value: unknown) => (key === "source" ? undefined : value)));
}

/** Small modules that are in the panel's first load and that other files also need: each would be a file of its own. */
const SHARED_BY_PANEL =
  /\/src\/(entry\/open-viewer|timing\/(countdown|meters|stated-wait)|timeline\/(timeline|row)|panel\/(controls\/(advice-chip|icon|visible-text)|focus\/(focusable|next-by-key)|loading\/(lazy-part|once|report-loader|worker-policy)|settings\/problem-words|words\/(event-icons|format-amount|format-instant|language|english\/event|english\/panel)|grid\/columns|preview\/presentation|preview\/report-choice))\.tsx?$/;

function extension(browser: "chrome" | "firefox"): UserConfig {
  const source = { ...manifest, version: packageJson.version, ...(browser === "firefox" ? firefoxKeys : {}) };
  return {
    plugins: [hostsOnly(), preact(), htmlAsText(), crx({ manifest: source as ManifestV3Export, browser })],
    build: {
      outDir: `dist/${browser}`,
      // The polyfill fetches, and the extension's own CSP forbids every connection.
      modulePreload: { polyfill: false },
      rollupOptions: {
        // The groups below need it; pages export nothing that anybody imports.
        preserveEntrySignatures: "allow-extension",
        input: { panel: "src/entry/panel.html", viewer: "src/entry/viewer.html" },
        output: {
          codeSplitting: {
            groups: [
              // Outlines in a file of their own: they grow with each API and have a size budget of their own.
              { name: "catalogue", test: /\/src\/providers\/.*provider\.json\?outline$/ },
              // What the panel shares with what it loads later in one file, not in one for each that shares something.
              { name: "shared", test: SHARED_BY_PANEL, includeDependenciesRecursively: false },
            ],
          },
        },
      },
      target: "es2023",
      emptyOutDir: true,
      // The packages' licences ask for their notices in every copy.
      license: { fileName: "licenses.md" },
    },
  };
}

/** `faultline` for Node: one file, no dependencies at run time. */
const cli: UserConfig = {
  publicDir: false,
  build: {
    outDir: "dist/cli",
    ssr: "src/entry/cli.ts",
    target: "node20",
    emptyOutDir: true,
    rollupOptions: { output: { entryFileNames: "faultline.mjs" } },
    license: { fileName: "licenses.md" },
  },
  ssr: { noExternal: true },
};

/** The pure functions as modules for other programs: their packages stay outside, so that bundlers share them. */
const library: UserConfig = {
  publicDir: false,
  plugins: [libraryTypes()],
  build: {
    outDir: "dist/library",
    lib: { entry: "src/entry/library.ts", formats: ["es"] },
    target: "es2023",
    minify: false,
    emptyOutDir: true,
    rollupOptions: {
      external: Object.keys(packageJson.dependencies).map((name) => new RegExp(`^${name}(/|$)`)),
      output: { preserveModules: true, preserveModulesRoot: "src", entryFileNames: "[name].js" },
    },
  },
};

/** The panel as an ordinary page on a recorded HAR: development and screenshots. `npm run dev`. */
const playground: UserConfig = {
  plugins: [preact(), htmlAsText()],
  server: { open: "/src/entry/playground.html" },
  build: { outDir: "dist/playground", rollupOptions: { input: "src/entry/playground.html" }, target: "es2023" },
};

export default defineConfig(({ mode }) => {
  const shared: UserConfig = { define: { __VERSION__: JSON.stringify(packageJson.version) } };
  if (mode === "chrome" || mode === "firefox") return { ...shared, ...extension(mode) };
  if (mode === "cli") return { ...shared, ...cli };
  if (mode === "library") return { ...shared, ...library };
  return { ...shared, ...playground };
});
