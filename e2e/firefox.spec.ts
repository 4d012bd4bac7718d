import { call, detail, row, rowText, simulated } from "./calls.ts";
import type { FirefoxOnly } from "./harness/browser-session.ts";
import { DEMO_PAGE, expect, test as base } from "./harness/test.ts";

/** Only Firefox rebuilds the panel's page when the toolbox moves, and only Firefox withholds filtered requests. */
const test = base.extend<{ readonly firefox: FirefoxOnly }>({
  firefox: async ({ browserUnderTest }, use, testInfo) => {
    const { firefox } = browserUnderTest;
    testInfo.skip(firefox === undefined, "a fact of Firefox");
    if (firefox !== undefined) await use(firefox);
  },
});

test("the panel's tab has its icon", async ({ firefox, tab: _open }) => {
  expect(await firefox.readIconWidth()).toBeGreaterThan(0);
});

test("docking the toolbox elsewhere and back loses nothing, and recording goes on", async ({ firefox, freshTab }) => {
  const panel = await freshTab.openPanel();
  await call(freshTab, simulated("token_not_found"));
  await rowText(panel, "token_not_found");
  for (const place of ["right", "window", "bottom"] as const) {
    await firefox.dock(place);
    await rowText(panel, "token_not_found");
    await call(freshTab, simulated(`insufficient_scope&docked=${place}`));
    await rowText(panel, `docked=${place}`);
  }
  expect(await detail(panel, "token_not_found", "Response")).toContain('"token_not_found"');
});

test("requests that a filter of the Network panel hides are missed, and the empty timeline says why", async ({
  firefox,
  emptyBrowser,
}) => {
  const filter = "devtools.netmonitor.requestfilter";
  await firefox.setPreference(filter, "nothing-has-this-name");
  const tab = await emptyBrowser.openTab();
  try {
    await tab.goto(DEMO_PAGE);
    const panel = await tab.openPanel();
    await call(tab, simulated("token_not_found"));
    await expect
      .poll(() => panel.texts({ role: "region" }))
      .toEqual([expect.stringContaining("Firefox hides from extensions what its own Network panel hides")]);
    expect(await panel.count(row("token_not_found"))).toBe(0);
  } finally {
    await firefox.setPreference(filter, null);
    await tab.close();
  }
});

test("a toolbox on the right side takes one width after the other", async ({ firefox: _only, freshTab }) => {
  const panel = await freshTab.openPanel();
  for (const pixels of [500, 420, 560]) {
    await freshTab.setWidth(pixels);
    await expect.poll(() => panel.evaluate(() => innerWidth, null)).toBe(pixels);
  }
});
