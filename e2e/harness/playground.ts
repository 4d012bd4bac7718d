import { rm } from "node:fs/promises";
import { type Browser, chromium, type Page, test as base } from "playwright/test";
import { build, preview } from "vite";
import { findChromium } from "../../scripts/browsers.mjs";

/** The panel as an ordinary page. */
export type Playground = {
  /** Shows it in one state; CONTRIBUTING.md lists what the query may hold. */
  readonly open: (query: Readonly<Record<string, string>>) => Promise<Page>;
  /** Gives out a file beside it, until the test ends. */
  readonly serve: (name: string, content: Buffer | string) => Promise<void>;
};

/** Playwright's test runner with a built playground in Chromium, for what one browser is enough for. */
export const test = base.extend<
  { playground: Playground },
  { site: { readonly address: string; readonly browser: Browser } }
>({
  site: [
    // Playwright reads the names of fixtures out of the pattern, so it has to be one.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use, workerInfo) => {
      // Workers run beside each other.
      const outDir = `${workerInfo.project.outputDir}-playground-${workerInfo.workerIndex}`;
      await build({ build: { outDir, emptyOutDir: true }, logLevel: "error" });
      const server = await preview({ configFile: false, build: { outDir }, preview: { port: 0, open: false } });
      const executablePath = await findChromium();
      const browser = await chromium.launch({
        ...(executablePath === null ? {} : { executablePath }),
        // Letters are drawn alike on every computer: neither moved to whole pixels nor coloured at their edges.
        args: ["--no-sandbox", "--font-render-hinting=none", "--disable-lcd-text"],
      });
      await use({ address: server.resolvedUrls?.local[0] ?? "", browser });
      await browser.close();
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 120_000 },
  ],
  playground: async ({ site }, use, testInfo) => {
    testInfo.skip(testInfo.project.name !== "chromium", "one browser is enough");
    const page = await site.browser.newPage({ locale: "en-US", timezoneId: "UTC" });
    await use({
      open: async (query) => {
        // The clock stands still: countdowns have the same length each time.
        const all = new URLSearchParams({ now: "2026-11-22T12:00:00Z", ...query });
        await page.goto(`${site.address}src/entry/playground.html?${all.toString()}`);
        await page.locator(".toolbar").waitFor();
        return page;
      },
      serve: async (name, body) => {
        await page.route(`**/${name}`, (route) => route.fulfill({ body }));
      },
    });
    await page.close();
  },
});

/** Waits for lazy parts and fonts: until nothing has moved for some frames. */
export function settled(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    let before = "";
    for (let still = 0; still < 10;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = [...document.querySelectorAll("body *")].length + document.body.innerText;
      still = now === before ? still + 1 : 0;
      before = now;
    }
  });
}

export { expect } from "playwright/test";
