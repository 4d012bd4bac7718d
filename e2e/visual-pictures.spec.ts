import { readFile } from "node:fs/promises";
import type { Page } from "playwright/test";
import { expect, type Playground, settled, test } from "./harness/playground.ts";
import { PICTURED_HAR } from "./pictured-calls.ts";

/*
 * How the panel looks: pictures of the playground, held to those in e2e/pictures/. A change of look that is meant is
 * renewed by `npm run gen:pictures`, and the new picture is looked at. Letters come from a package and not from
 * the computer; how they are drawn is the system's, so the pictures are compared on Linux only.
 */

const FONT = new URL(import.meta.resolve("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2"));

const STYLE = `
  @font-face { font-family: Pictures; src: url(/pictures.woff2) format("woff2"); font-weight: 100 900; }
  :root { --font: Pictures !important; --font-code: Pictures !important; }
`;

/** The playground in one state, with the recording for pictures and letters of the one font. */
async function open(playground: Playground, query: Readonly<Record<string, string>>): Promise<Page> {
  const page = await playground.open({ har: "/pictures.har", ...query });
  await page.addStyleTag({ content: STYLE });
  await page.evaluate(() => document.fonts.load("12px Pictures"));
  return page;
}

/** In pixels; as low as shows what matters, since pictures are kept for ever. */
const SMALL = { width: 400, height: 480 };
const MIDDLE = { width: 800, height: 320 };
const LARGE = { width: 1400, height: 260 };

/** Compares the page with the pictures of this name, one for each size. */
async function compare(page: Page, name: string, sizes: readonly (typeof SMALL)[]): Promise<void> {
  await settled(page);
  for (const size of sizes) {
    await page.setViewportSize(size);
    // Less than a border or a word in another colour.
    const tolerance = { maxDiffPixelRatio: 0.0005, threshold: 0.03 };
    await expect.soft(page).toHaveScreenshot(`${name}-${size.width}.png`, tolerance);
  }
}

test.describe("the look of the panel", () => {
  test.skip(process.platform !== "linux", "letters are drawn otherwise");

  test.beforeEach(async ({ playground }) => {
    await playground.serve("pictures.woff2", await readFile(FONT));
    await playground.serve("pictures.har", PICTURED_HAR);
  });

  for (const theme of ["light", "dark"]) {
    test(`${theme}, a timeline with its details`, async ({ playground }) => {
      const page = await open(playground, { theme });
      // Only without details is there room for the waterfall.
      await compare(page, `list-${theme}`, [LARGE]);
      await page.getByRole("row").filter({ hasText: "rate_limit_exceeded" }).click();
      await page.getByRole("tabpanel").waitFor();
      await compare(page, `calls-${theme}`, [SMALL, MIDDLE, LARGE]);
    });

    test(`${theme}, an empty timeline`, async ({ playground }) => {
      // Its text grows no wider than in the middle one.
      await compare(await open(playground, { theme, state: "undocumented" }), `empty-${theme}`, [SMALL, MIDDLE]);
    });
  }
});
