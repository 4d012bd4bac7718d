import { rm } from "node:fs/promises";
import { type Browser, chromium, expect, type Page, test as base } from "playwright/test";
import { build, preview } from "vite";
import { findChromium } from "../scripts/browsers.mjs";
import { findLayoutFaults } from "./layout-faults.ts";

/*
 * How the panel looks, on the playground: both themes, three widths, and a pseudo language that is 40 % longer. Judged by
 * measuring and not by pictures: a picture differs with every machine's fonts, and says neither what is wrong nor
 * whether anything is. Here a text that is cut off, a text on another one and a page that scrolls sideways are faults
 * with a name, on any machine. Layout is the style sheets' work, which both browsers do alike, so one browser is enough.
 */

type Playground = { readonly open: (query: Readonly<Record<string, string>>) => Promise<Page> };

const test = base.extend<{ playground: Playground }, { site: { readonly address: string; readonly browser: Browser } }>(
  {
    site: [
      // Playwright reads the names of fixtures out of the pattern, so it has to be one.
      // oxlint-disable-next-line no-empty-pattern
      async ({}, use, workerInfo) => {
        const outDir = `${workerInfo.project.outputDir}-playground`;
        await build({ build: { outDir, emptyOutDir: true }, logLevel: "error" });
        const server = await preview({ configFile: false, build: { outDir }, preview: { port: 0, open: false } });
        const executablePath = await findChromium();
        const browser = await chromium.launch(
          executablePath === null ? {} : { executablePath, args: ["--no-sandbox"] },
        );
        await use({ address: server.resolvedUrls?.local[0] ?? "", browser });
        await browser.close();
        await server.close();
        await rm(outDir, { recursive: true, force: true });
      },
      { scope: "worker", timeout: 120_000 },
    ],
    playground: async ({ site }, use) => {
      const page = await site.browser.newPage();
      await use({
        open: async (query) => {
          // The clock stands still: countdowns have the same length each time.
          const all = new URLSearchParams({ now: "2026-11-22T12:00:00Z", ...query });
          await page.goto(`${site.address}src/entry/playground.html?${all.toString()}`);
          await page.locator(".toolbar").waitFor();
          return page;
        },
      });
      await page.close();
    },
  },
);

test.beforeEach(({ browserName: _any }, testInfo) => {
  test.skip(testInfo.project.name !== "chromium", "measured in one browser");
});

/** States that the panel has by itself, named as the playground names them. */
const STATES = ["empty", "paused", "filtered", "invalidfilter", "silent", "unwatched", "disconnected", "storagefull"];

async function faults(page: Page): Promise<readonly string[]> {
  // Lazy parts and fonts: measured when nothing has moved for some frames.
  await page.evaluate(async () => {
    await document.fonts.ready;
    let before = "";
    for (let still = 0; still < 10;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = [...document.querySelectorAll("body *")].length + document.body.innerText;
      still = now === before ? still + 1 : 0;
      before = now;
    }
  });
  return page.evaluate(findLayoutFaults, ["dialog[open]", "[role=menu]", ".panel"]);
}

const VIEWS: readonly {
  readonly locale: string;
  readonly width: number;
  readonly theme: string;
  readonly details?: { readonly tag: string };
}[] = [
  { locale: "en", width: 400, theme: "light", details: { tag: "@long" } },
  { locale: "en", width: 800, theme: "dark", details: { tag: "@long" } },
  { locale: "en", width: 1200, theme: "light" },
  { locale: "pseudo", width: 400, theme: "dark" },
];

for (const { locale, width, theme, details = {} } of VIEWS) {
  test(`nothing is cut off or overlaps: ${locale}, ${theme}, ${width} px`, details, async ({ playground }) => {
    test.setTimeout(180_000);
    const query = { locale, theme };
    for (const state of STATES) {
      const page = await playground.open({ ...query, state });
      await page.setViewportSize({ width, height: 700 });
      expect.soft(await faults(page), state).toEqual([]);
    }
    const page = await playground.open(query);
    const row = page.locator("[role=row][aria-selected]").nth(4);
    await row.waitFor();
    expect.soft(await faults(page), "list").toEqual([]);

    await row.click({ button: "right" });
    await page.locator("[role=menu]").waitFor();
    expect.soft(await faults(page), "menu").toEqual([]);
    await page.keyboard.press("Escape");

    const [settings, help] = [
      page.locator(".toolbar .icon-button").nth(-2),
      page.locator(".toolbar .icon-button").last(),
    ];
    for (const [name, button] of [["settings", settings] as const, ["help", help] as const]) {
      await button.click();
      await page.locator("dialog[open]").waitFor();
      expect.soft(await faults(page), name).toEqual([]);
      await page.keyboard.press("Escape");
      await page.locator("dialog[open]").waitFor({ state: "detached" });
    }

    await row.click();
    await page.keyboard.press("Enter");
    const tabs = page.getByRole("tab");
    await tabs.first().waitFor();
    for (let index = 0; index < (await tabs.count()); index += 1) {
      await tabs.nth(index).click();
      expect.soft(await faults(page), `tab ${index + 1}`).toEqual([]);
    }
  });
}

test("the Limits view fits in every width", async ({ playground }) => {
  for (const theme of ["light", "dark"]) {
    const page = await playground.open({ theme });
    await page.setViewportSize({ width: 1200, height: 700 });
    await page.getByRole("button", { name: "Limits" }).click();
    await page.locator("section.limits-view").waitFor();
    // Made narrow with the view open: its button is in the overflow by then.
    for (const width of [1200, 800, 400]) {
      await page.setViewportSize({ width, height: 700 });
      expect.soft(await faults(page), `${theme}, ${width} px`).toEqual([]);
    }
  }
});

test("what the check calls a fault is one", async ({ playground }) => {
  const page = await playground.open({ theme: "light" });
  await page.evaluate(() => {
    const cut = '<div id="planted-cut" style="width:40px;overflow:hidden;white-space:nowrap">a text that is cut</div>';
    const on =
      '<div style="position:relative"><p style="margin:0">below</p><p style="margin:0;position:absolute;top:0">on it</p></div>';
    document.body.insertAdjacentHTML(
      "beforeend",
      `<section id="planted">${cut}${on}<p style="width:3000px">wide</p></section>`,
    );
  });
  const found = await page.evaluate(findLayoutFaults, ["#planted"]);
  expect(found.join("\n")).toMatch(/wider than its window[\s\S]*is cut off by[\s\S]*stand on each other/);
});
