import type { BrowserSession, Panel, Tab } from "../e2e/harness/browser-session.ts";

const WIDTHS = { wide: 1400, narrow: 400 } as const;
const THEMES = ["light", "dark"] as const;
const ROW = { css: "[role=row][aria-selected]" };

/**
 * Photographs the panel in both themes and two widths, as a list and with a call opened. Resolves to the files written.
 * `fileOf` makes a path of a name such as "light-wide".
 */
export async function takeScreenshots(
  session: BrowserSession,
  tab: Tab,
  fileOf: (name: string) => string,
): Promise<readonly string[]> {
  const panel = await tab.openPanel();
  const files: string[] = [];
  async function photograph(name: string): Promise<void> {
    await panel.screenshot(fileOf(name));
    files.push(fileOf(name));
  }
  await rowsAreShown(panel);
  for (const theme of THEMES) {
    await session.setTheme(theme);
    await tab.setWidth(WIDTHS.wide);
    await photograph(`${theme}-list`);
    await panel.click(ROW);
    await photograph(`${theme}-wide`);
    await tab.setWidth(WIDTHS.narrow);
    await photograph(`${theme}-narrow`);
    await panel.press("Escape");
    await photograph(`${theme}-narrow-list`);
  }
  return files;
}

const PATIENCE_MS = 10_000;

/** The panel draws a call some moments after it ended; with no call after all this time something is wrong. */
async function rowsAreShown(panel: Panel): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  while ((await panel.count(ROW)) === 0) {
    if (performance.now() > giveUpAt) throw new Error("The panel shows no call of the demo page.");
  }
}
