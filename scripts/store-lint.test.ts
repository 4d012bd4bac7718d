import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { lintForStore } from "./store-lint.ts";

const folder = mkdtempSync(join(tmpdir(), "faultline-lint-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("an extension without an id that parses markup is objected to for both", { timeout: 60_000 }, () => {
  const manifest = { manifest_version: 3, name: "Bad", version: "1.0", devtools_page: "page.html" };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "page.html"), '<!doctype html><script src="page.js"></script>');
  writeFileSync(join(folder, "page.js"), "\ndocument.body.innerHTML = location.hash;\n");
  expect(lintForStore(folder)).toEqual([
    expect.stringMatching(/^error: ADDON_ID_REQUIRED/),
    expect.stringMatching(/^warning: MISSING_DATA_COLLECTION_PERMISSIONS/),
    expect.stringMatching(/^warning: UNSAFE_VAR_ASSIGNMENT page\.js:2: /),
  ]);
});
