import { call, isChecked, row, rowText, simulated } from "./calls.ts";
import type { Panel } from "./harness/browser-session.ts";
import { expect, reloadPanel, test } from "./harness/test.ts";
import { readStored } from "./stored.ts";

/** The panel's background and text colour as painted. */
function colours(panel: Panel): Promise<readonly string[]> {
  return panel.evaluate(() => {
    const painted = getComputedStyle(document.querySelector(".panel") ?? document.body);
    return [painted.backgroundColor, painted.color];
  }, null);
}

test("the panel follows the theme of DevTools while it is open", async ({ panel, browserUnderTest }) => {
  await browserUnderTest.setTheme("light");
  await expect.poll(() => colours(panel)).toEqual(["rgb(255, 255, 255)", "rgb(31, 31, 31)"]);
  await browserUnderTest.setTheme("dark");
  await expect.poll(() => colours(panel)).toEqual(["rgb(40, 40, 40)", "rgb(232, 232, 232)"]);
  await browserUnderTest.setTheme("light");
  await expect.poll(() => colours(panel)).toEqual(["rgb(255, 255, 255)", "rgb(31, 31, 31)"]);
});

test("a panel that is opened in dark DevTools is dark from the start", async ({ panel, browserUnderTest }) => {
  await browserUnderTest.setTheme("dark");
  await reloadPanel(panel);
  expect(await panel.evaluate(() => document.documentElement.dataset["theme"], null)).toBe("dark");
  await browserUnderTest.setTheme("light");
});

test("an empty timeline says what was seen and what to do", async ({ panel }) => {
  await expect.poll(() => panel.count({ role: "region" })).toBe(1);
  const [text] = await panel.texts({ role: "region" });
  expect(text).toMatch(/Seen so far \d+ requests? since .+, \d+ of them API calls/);
});

test("at 400 px the row still shows path, status, code and advice", async ({ tab, panel }) => {
  await tab.setWidth(400);
  await expect.poll(() => panel.evaluate(() => innerWidth, null)).toBeLessThanOrEqual(400);
  await call(tab, simulated("token_not_found"));
  const text = await rowText(panel, "token_not_found");
  for (const part of ["/v1/tokens", "404", "token_not_found", "Don’t retry"]) expect(text).toContain(part);
  const overflow = await panel.evaluate(() => document.documentElement.scrollWidth - innerWidth, null);
  expect(overflow).toBeLessThanOrEqual(0);
  await tab.setWidth("usual");
});

test("the keyboard alone selects, opens and closes", async ({ tab, panel }) => {
  await call(tab, simulated("token_not_found"));
  await call(tab, simulated("insufficient_scope"));
  await rowText(panel, "insufficient_scope");
  await panel.evaluate(() => document.querySelector<HTMLElement>("[role=grid]")?.focus(), null);
  await panel.press("End");
  await panel.press("ArrowUp");
  await expect.poll(() => panel.count({ css: "[role=row][aria-selected=true]", text: "token_not_found" })).toBe(1);
  await panel.press("ArrowDown");
  await expect.poll(() => panel.count({ css: "[role=row][aria-selected=true]", text: "insufficient_scope" })).toBe(1);
  await panel.press("Enter");
  await expect.poll(() => panel.count({ role: "tabpanel" })).toBe(1);
  await panel.press("Escape");
  await expect.poll(() => panel.count({ role: "tabpanel" })).toBe(0);
  expect(await panel.count(row("insufficient_scope"))).toBe(1);
});

test("what is set stays set when DevTools is opened again", async ({ tab, panel, browserUnderTest }) => {
  await panel.click({ role: "checkbox", name: "Errors only" });
  await expect.poll(() => readStored(panel, "settings")).toMatchObject({ values: { errorsOnly: true } });
  const next = await browserUnderTest.openTab();
  await expect.poll(async () => isChecked(await next.openPanel(), "Errors only")).toBe(true);
  await next.close();
  await tab.bringToFront();
});
