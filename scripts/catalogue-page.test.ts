import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cataloguePage } from "./catalogue-page.ts";

test("docs/catalogue.md says what the documents say: else run npm run gen:catalogue", () => {
  const page = readFileSync(new URL("../docs/catalogue.md", import.meta.url), "utf8");
  // A formatter may lay tables out differently.
  expect(withoutLayout(page)).toBe(withoutLayout(cataloguePage()));
});

function withoutLayout(markdown: string): string {
  return markdown.replaceAll(/-{3,}/g, "---").replaceAll(/[ \t]+/g, " ");
}
