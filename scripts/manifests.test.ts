import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { type Browser, buildExtension } from "./build-extension.ts";

const BROWSERS: readonly Browser[] = ["chrome", "firefox"];
const temporary = mkdtempSync(join(tmpdir(), "faultline-manifests-"));

beforeAll(async () => {
  for (const browser of BROWSERS) await buildExtension(browser, join(temporary, browser));
}, 120_000);
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

function manifestOf(browser: Browser): Record<string, unknown> {
  return JSON.parse(readFileSync(join(temporary, browser, "manifest.json"), "utf8"));
}

/** Width and height from a PNG's first chunk (PNG specification, 11.2.1 IHDR); null if the file is not a PNG. */
function pngSize(file: string): readonly [number, number] | null {
  const bytes = readFileSync(file);
  return bytes.toString("latin1", 1, 4) === "PNG" ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : null;
}

/*
 * The whole manifest both browsers get. A new key here is a new power or a new promise: it belongs in the README's
 * "Privacy" and before the eyes of a reviewer. There is no background, no content script, no host permission.
 */
const EVERYWHERE = {
  manifest_version: 3,
  default_locale: "en",
  name: "__MSG_extensionName__",
  description: "__MSG_extensionDescription__",
  version: packageJson.version,
  devtools_page: "src/entry/devtools.html",
  options_ui: { page: "src/entry/options.html", open_in_tab: true },
  permissions: ["storage"],
  icons: { "16": "icons/16.png", "32": "icons/32.png", "48": "icons/48.png", "128": "icons/128.png" },
  content_security_policy: {
    extension_pages:
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default",
  },
};

describe("the manifest that is built", () => {
  test("for Chrome says this and no more", () => {
    expect(manifestOf("chrome")).toEqual(EVERYWHERE);
  });

  test("for Firefox adds what only Firefox knows", () => {
    expect(manifestOf("firefox")).toEqual({
      ...EVERYWHERE,
      browser_specific_settings: {
        gecko: {
          id: "faultline@faultline-devtools",
          strict_min_version: "140.0",
          data_collection_permissions: { required: ["none"] },
        },
        gecko_android: { strict_min_version: "142.0" },
      },
    });
  });

  test.each(BROWSERS)("for %s asks for the storage permission alone and runs nothing outside DevTools", (browser) => {
    const manifest = manifestOf(browser);
    expect(manifest["permissions"]).toEqual(["storage"]);
    const powers = /host|optional|background|content_scripts|web_accessible|externally/;
    expect(Object.keys(manifest).filter((key) => powers.test(key))).toEqual([]);
  });

  test.each(BROWSERS)("for %s has a version both stores take", (browser) => {
    expect(manifestOf(browser)["version"]).toMatch(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/);
  });

  test.each(BROWSERS)("for %s names icons that exist in the size stated", (browser) => {
    const icons = Object.entries(EVERYWHERE.icons);
    const sizes = icons.map(([size, file]) => [size, pngSize(join(temporary, browser, file))]);
    expect(sizes).toEqual(icons.map(([size]) => [size, [Number(size), Number(size)]]));
  });

  test.each(BROWSERS)("for %s names pages that exist, and its panel is there", (browser) => {
    for (const page of [EVERYWHERE.devtools_page, EVERYWHERE.options_ui.page, "src/entry/panel.html"])
      expect(existsSync(join(temporary, browser, page)), page).toBe(true);
  });
});
