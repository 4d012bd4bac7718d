import { mkdir } from "node:fs/promises";
import { expect, test as base, type TestInfo } from "playwright/test";
import { DEMO_HOST } from "../../demo/stand-in/hosts.ts";
import { type StandIn, startStandIn } from "../../demo/stand-in/server.ts";
import type { BrowserSession, Panel, Tab } from "./browser-session.ts";
import { launchChromium } from "./chromium.ts";
import { launchFirefox } from "./firefox.ts";
import { site } from "./site.ts";

/** The page whose calls are recorded. */
export const DEMO_PAGE = `https://${DEMO_HOST}/`;

// The panel's own page, where `evaluate` runs.
declare const chrome: {
  readonly storage: {
    readonly local: { readonly clear: () => Promise<void>; readonly get: (keys: null) => Promise<object> };
  };
};

type Shared = { readonly tab: Tab; readonly panel: Panel };
type Session = { readonly browser: BrowserSession; readonly standIn: StandIn; shared: Shared | null };

type WorkerFixtures = {
  /** One browser and one stand-in for all tests of a worker. */
  readonly session: Session;
};

type TestFixtures = {
  readonly browserUnderTest: BrowserSession;
  /** The same with no tab open: for tests that open their own and close what is left of them. */
  readonly emptyBrowser: BrowserSession;
  /** The stand-in for the three APIs, with nothing left of earlier tests. */
  readonly standIn: StandIn;
  /**
   * A new tab on the demo page, DevTools open on it, Faultline's panel not shown yet, settings as after install. It takes
   * seconds: only for tests of what happens before the panel is open, or that leave DevTools itself changed.
   */
  readonly freshTab: Tab;
  /** The worker's tab on the demo page with the panel open and empty, settings and switches as after install. */
  readonly tab: Tab;
  readonly panel: Panel;
};

/** Playwright's test runner with the browser, the stand-in and the panel. Every test fails on an error of the extension. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  session: [
    // Playwright reads the names of fixtures out of the pattern, so it has to be one.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use, workerInfo) => {
      const standIn = await startStandIn({ site });
      const launch = workerInfo.project.name === "firefox" ? launchFirefox : launchChromium;
      const browser = await launch(standIn.hosts, standIn.port);
      await use({ browser, standIn, shared: null });
      await browser.close();
      await standIn.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  browserUnderTest: async ({ session: { browser } }, use) => {
    await browser.takeErrors();
    await use(browser);
    expect(await browser.takeErrors(), "errors of the extension").toEqual([]);
  },
  emptyBrowser: async ({ session, browserUnderTest, standIn: _reset }, use) => {
    await closeShared(session);
    await use(browserUnderTest);
  },
  standIn: async ({ session: { standIn } }, use) => {
    standIn.reset();
    standIn.setClockOffset(0);
    standIn.setExposedHeaders([]);
    await use(standIn);
  },
  freshTab: async ({ session, browserUnderTest, standIn: _reset }, use, testInfo) => {
    await closeShared(session);
    const tab = await browserUnderTest.openTab();
    await tab.goto(DEMO_PAGE);
    await use(tab);
    const panel = await tab.openPanel();
    await screenshotOfFailure(panel, testInfo);
    await panel.evaluate(() => chrome.storage.local.clear(), null);
    await tab.close();
  },
  tab: async ({ session, browserUnderTest, standIn: _reset }, use) => {
    session.shared ??= await openShared(browserUnderTest);
    await session.shared.tab.goto(DEMO_PAGE);
    await use(session.shared.tab);
  },
  panel: async ({ session, tab: _shown }, use, testInfo) => {
    const panel = session.shared?.panel;
    if (panel === undefined) throw new Error("The shared tab was closed within a test.");
    await panel.click({ role: "button", name: "Clear" });
    // The test before may have made the same call: its row is not to be taken for the one to come.
    await expect.poll(() => panel.count({ css: "[role=row][aria-selected]" }), { intervals: [20] }).toBe(0);
    await use(panel);
    if (await screenshotOfFailure(panel, testInfo)) await closeShared(session);
    else await undoWhatWasSet(panel);
  },
});

async function screenshotOfFailure(panel: Panel, testInfo: TestInfo): Promise<boolean> {
  if (testInfo.status === testInfo.expectedStatus) return false;
  await mkdir(testInfo.outputDir, { recursive: true });
  await panel.screenshot(testInfo.outputPath("panel.png")).catch(() => undefined);
  return true;
}

/** Puts the panel back to how it is after install, if a test has changed something. */
async function undoWhatWasSet(panel: Panel): Promise<void> {
  const start = { role: "button", name: "Start recording" };
  if ((await panel.count(start)) > 0) await panel.click(start);
  const isChanged = await panel.evaluate(async () => {
    // The extension's pages write their settings under a lock: what is being written is still to come.
    for (;;) {
      const { held = [], pending = [] } = await navigator.locks.query();
      if (held.length + pending.length === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const stored = await chrome.storage.local.get(null);
    await chrome.storage.local.clear();
    return (
      Object.keys(stored).length > 0 ||
      document.querySelector("dialog[open], section.limits-view, .search-bar") !== null
    );
  }, null);
  if (isChanged) await reloadPanel(panel);
}

/** Reloads the panel's page, as "Reload frame" does; the recorder goes on. */
export async function reloadPanel(panel: Panel): Promise<void> {
  await panel.evaluate(() => {
    document.documentElement.dataset["left"] = "";
    location.reload();
  }, null);
  await isDrawnAnew(panel);
}

/** Waits until another document than the one marked as left shows the panel. */
export async function isDrawnAnew(panel: Panel): Promise<void> {
  const isDrawn = () =>
    panel
      .evaluate(
        () =>
          document.documentElement.dataset["left"] === undefined && document.querySelector("[role=toolbar]") !== null,
        null,
      )
      // Between two documents there is nothing to ask.
      .catch(() => false);
  await expect.poll(isDrawn, { intervals: [20] }).toBe(true);
}

async function openShared(browser: BrowserSession): Promise<Shared> {
  const tab = await browser.openTab();
  await tab.goto(DEMO_PAGE);
  return { tab, panel: await tab.openPanel() };
}

/** Browsers act in one tab at a time, and a failed test leaves the panel in an unknown state. */
async function closeShared(session: Session): Promise<void> {
  const { shared } = session;
  session.shared = null;
  await shared?.tab.close();
}

export { expect } from "playwright/test";
