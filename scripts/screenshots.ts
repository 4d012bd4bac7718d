import type { BrowserSession, Panel, Tab } from "../e2e/harness/browser-session.ts";

const WIDTHS = { wide: 1400, narrow: 400 } as const;
const THEMES = ["light", "dark"] as const;
const ROW = { css: "[role=row][aria-selected]" };

/**
 * Photographs the panel in both themes and two widths, as a list and with the last call opened. Resolves to the files
 * written. `fileOf` makes a path of a name such as "light-wide"; `lastCode` is the code of the last call of the page.
 */
export async function takeScreenshots(
  session: BrowserSession,
  tab: Tab,
  lastCode: string,
  fileOf: (name: string) => string,
): Promise<readonly string[]> {
  const panel = await tab.openPanel();
  const files: string[] = [];
  async function photograph(name: string): Promise<void> {
    await panel.screenshot(fileOf(name));
    files.push(fileOf(name));
  }
  await lastCallIsSelected(panel, lastCode);
  for (const theme of THEMES) {
    await session.setTheme(theme);
    await tab.setWidth(WIDTHS.wide);
    await photograph(`${theme}-wide`);
    await tab.setWidth(WIDTHS.narrow);
    await photograph(`${theme}-narrow`);
    await panel.press("Escape");
    await photograph(`${theme}-narrow-list`);
    await tab.setWidth(WIDTHS.wide);
    await photograph(`${theme}-wide-list`);
    await panel.press("Enter");
  }
  return files;
}

const PATIENCE_MS = 10_000;

/**
 * The panel draws a call some moments after it ended, and End selects the last one drawn. Rejects where the awaited one
 * is not there after all this time: something is wrong then.
 */
async function lastCallIsSelected(panel: Panel, lastCode: string): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  const isThere = async (): Promise<boolean> => (await panel.count({ ...ROW, text: lastCode })) > 0;
  await panel.click(ROW);
  while (performance.now() < giveUpAt) {
    await panel.press("End");
    if (await isThere()) return;
  }
  throw new Error(`The panel does not show the demo page's last call, ${lastCode}.`);
}
