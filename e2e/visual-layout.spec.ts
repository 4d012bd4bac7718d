import type { Page } from "playwright/test";
import { expect, settled, test } from "./harness/playground.ts";
import { findLayoutFaults } from "./layout-faults.ts";

/*
 * How the panel is laid out, on the playground: both themes, three widths, and a pseudo language that is 40 % longer.
 * Judged by measuring: a picture (see pictures.spec.ts) says neither what is wrong nor whether anything is. Here a text
 * that is cut off, a text on another one and a page that scrolls sideways are faults with a name, on any machine and with
 * any font. Layout is the style sheets' work, which both browsers do alike, so one browser is enough.
 */

/** States that the panel has by itself, named as the playground names them. */
const STATES = [
  "empty",
  "paused",
  "filtered",
  "invalidfilter",
  "silent",
  "undocumented",
  "disconnected",
  "storagefull",
];

async function faults(page: Page): Promise<readonly string[]> {
  await settled(page);
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

test("a navigation of the page is a line in the waterfall's own column, through all rows", async ({ playground }) => {
  const page = await playground.open({ locale: "en", theme: "light" });
  await page.setViewportSize({ width: 1400, height: 700 });
  await page.locator(".waterfall-line").first().waitFor({ state: "attached" });
  // Measured in one moment: the recording may still be read in, and every row more makes the line longer.
  const { column, line, rows } = await page.evaluate(() => {
    const place = (element: Element | undefined | null) =>
      element?.getBoundingClientRect().toJSON() as DOMRect | undefined;
    const headers = [...document.querySelectorAll("[role=columnheader]")];
    return {
      column: place(headers.find(({ textContent }) => textContent.startsWith("Waterfall"))),
      line: place(document.querySelector(".waterfall-line")),
      rows: Number(document.querySelector("[role=grid]")?.getAttribute("aria-rowcount")) - 1,
    };
  });
  if (column === undefined || line === undefined)
    throw new Error("The list shows no waterfall with a navigation in it.");
  expect(line.x).toBeGreaterThanOrEqual(column.x);
  expect(line.x).toBeLessThan(column.x + column.width);
  expect(rows).toBeGreaterThan(1);
  expect(line.height).toBe(rows * 21);
});

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
