import { setTimeout as delay } from "node:timers/promises";
import type { BrowserSession, Panel, Tab } from "../e2e/harness/browser-session.ts";

const WIDTHS = { wide: 1400, narrow: 400 } as const;
const GRID = { css: "[role=grid]" };
const ROW = { css: "[role=row][aria-selected]" };

/**
 * Photographs the panel in two widths and both themes, with the last call opened and as a list. Resolves to the files
 * written. `fileOf` makes a path of a name such as "light-wide"; `lastCode` is the code of the last call of the page.
 */
export async function takeScreenshots(
  session: BrowserSession,
  tab: Tab,
  lastCode: string,
  fileOf: (name: string) => string,
): Promise<readonly string[]> {
  const files: string[] = [];
  for (const width of ["wide", "narrow"] as const) {
    await tab.openPanel();
    // Firefox starts wide, docked below the page; a narrow one would dock on the right, and no window is wide enough for that.
    if (session.name === "chromium" || width === "narrow") await tab.setWidth(WIDTHS[width]);
    const panel = await tab.openPanel();
    await lastCallIsSelected(panel, lastCode);
    for (const theme of ["light", "dark"] as const) {
      await session.setTheme(theme);
      for (const [key, name] of [
        ["Enter", `${theme}-${width}`],
        ["Escape", `${theme}-${width}-list`],
      ] as const) {
        await panel.press(key);
        await isDrawn(panel, theme, key === "Enter");
        await panel.screenshot(fileOf(name));
        files.push(fileOf(name));
      }
    }
  }
  return files;
}

/** The panel is a page of its own in DevTools: it takes the theme, and draws what a key does, in frames of its own. */
function isDrawn(panel: Panel, theme: "light" | "dark", isOpen: boolean): Promise<void> {
  return panel.evaluate(
    async (wanted) => {
      let drawn = 0;
      while (drawn < 2) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const isThere = document.querySelector("[role=tabpanel]") !== null;
        drawn = document.documentElement.dataset["theme"] === wanted.theme && isThere === wanted.isOpen ? drawn + 1 : 0;
      }
    },
    { theme, isOpen },
  );
}

/** The page needs some ten seconds for its calls, a busy machine more. */
const PATIENCE_MS = 120_000;
const LOOK_EVERY_MS = 100;

/**
 * End selects the last call that is drawn. Rejects if the awaited one
 * is not there after all this time: something is wrong then.
 */
async function lastCallIsSelected(panel: Panel, lastCode: string): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  const isThere = async (): Promise<boolean> => (await panel.count({ ...ROW, text: lastCode })) > 0;
  // Its middle: the uppermost row is half covered by the header of a list that is scrolled.
  await panel.click(GRID);
  while (performance.now() < giveUpAt) {
    await panel.press("End");
    if (await isThere()) return;
    await delay(LOOK_EVERY_MS);
  }
  throw new Error(`The panel does not show the demo page's last call, ${lastCode}.`);
}
