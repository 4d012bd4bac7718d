/*
 * Renders public/icons/faultline.svg to the PNG sizes that the manifest names. Run with `npx tsx scripts/render-icons.ts`
 * after changing the drawing, and commit what it writes. A browser by path: FAULTLINE_CHROMIUM=/path/to/chromium.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";

const SIZES = [16, 32, 48, 128];
const icons = fileURLToPath(new URL("../public/icons/", import.meta.url));
const drawing = `data:image/svg+xml;base64,${readFileSync(`${icons}faultline.svg`).toString("base64")}`;

const installed = [process.env["FAULTLINE_CHROMIUM"], "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
  (path) => path !== undefined && existsSync(path),
);
const browser = await chromium.launch({
  chromiumSandbox: false,
  ...(installed === undefined ? {} : { executablePath: installed }),
});
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>*{margin:0}img{display:block;width:${size}px;height:${size}px}</style><img src="${drawing}">`,
    );
    await page.locator("img").evaluate((image: HTMLImageElement) => image.decode());
    await page.screenshot({ path: `${icons}${size}.png`, omitBackground: true });
  }
} finally {
  await browser.close();
}
