import { call, detail, isChecked, row, rowText, simulated } from "./calls.ts";
import type { Tab } from "./harness/browser-session.ts";
import { DEMO_PAGE, expect, test } from "./harness/test.ts";
import { readStored } from "./stored.ts";

// The extension's own pages, where `evaluate` runs.
declare const chrome: {
  readonly storage: { readonly local: { readonly set: (items: object) => Promise<void> } };
};
declare const browser: { readonly runtime: object };

test(
  "after the extension was replaced, the next DevTools records again, with the settings of before",
  { tag: "@long" },
  async ({ emptyBrowser }) => {
    const { firefox } = emptyBrowser;
    test.skip(firefox === undefined, "Chromium closes DevTools itself with the extension (docs/browser-notes.md)");
    const first = await emptyBrowser.openTab();
    const panel = await first.openPanel();
    await panel.click({ role: "checkbox", name: "Errors only" });
    await expect.poll(() => readStored(panel, "settings")).toMatchObject({ values: { errorsOnly: true } });
    // The open panel goes with the old version.
    await firefox?.replaceExtension();
    await first.close();

    const next = await emptyBrowser.openTab();
    await next.goto(DEMO_PAGE);
    await call(next, simulated("token_not_found"));
    const nextPanel = await next.openPanel();
    await rowText(nextPanel, "token_not_found");
    await expect.poll(() => isChecked(nextPanel, "Errors only")).toBe(true);
    await nextPanel.click({ role: "checkbox", name: "Errors only" });
    await next.close();
  },
);

test.describe("in Firefox", () => {
  test.skip(
    ({ browserUnderTest }) => browserUnderTest.name === "chromium",
    "Chromium keeps runtime.id whatever a page sets it to",
  );
  test("a panel that outlived its extension says so, and its list can still be read and copied", async ({
    freshTab,
    browserUnderTest,
  }) => {
    const panel = await freshTab.openPanel();
    await call(freshTab, simulated("token_not_found"));
    await rowText(panel, "token_not_found");
    await freshTab.evaluateInRecorder(() => {
      Object.defineProperty(browser.runtime, "id", { value: undefined });
    }, null);
    // News of any kind brings the new status along.
    await call(freshTab, simulated("insufficient_scope"));
    await expect
      .poll(() => panel.texts({ role: "status" }))
      .toContainEqual(expect.stringContaining("Faultline was updated or removed while DevTools was open"));
    expect(await detail(panel, "token_not_found", "Response")).toContain('"token_not_found"');
    await panel.click({ role: "button", name: "Copy report" });
    await expect.poll(() => browserUnderTest.readClipboard()).toContain("token_not_found");
  });
});

test("a clipboard that refuses is said to have refused, and the row stays", async ({ tab, panel }) => {
  await call(tab, simulated("token_not_found"));
  await detail(panel, "token_not_found", "Response");
  await panel.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined });
    document.execCommand = () => false;
  }, null);
  await panel.click({ role: "button", name: "Copy report" });
  await expect
    .poll(() => panel.texts({ role: "status" }))
    .toContainEqual(expect.stringContaining("Nothing was copied: The browser refused the clipboard"));
  await panel.evaluate(() => {
    Reflect.deleteProperty(navigator, "clipboard");
    Reflect.deleteProperty(document, "execCommand");
  }, null);
  expect(await panel.count(row("token_not_found"))).toBe(1);
});

test("DevTools closed in mid-copy leaves the whole report or what was copied before, never a part", async ({
  tab,
  panel: _other,
  browserUnderTest,
}) => {
  const closing = await browserUnderTest.openTab();
  await closing.goto(DEMO_PAGE);
  const panel = await closing.openPanel();
  await call(closing, simulated("token_not_found"));
  await detail(panel, "token_not_found", "Response");
  await panel.click({ role: "button", name: "Copy as cURL" });
  await expect.poll(() => browserUnderTest.readClipboard()).toContain("curl");
  const before = await browserUnderTest.readClipboard();
  await panel.click({ role: "button", name: "Copy report" });
  await closing.close();
  await tab.bringToFront();
  const after = await browserUnderTest.readClipboard();
  if (after !== before) expect(after).toMatch(/^## 404[^]*Made by Faultline/);
});

test("stored settings that are not settings cost the settings, nothing else", async ({
  tab,
  panel,
  browserUnderTest,
}) => {
  await panel.evaluate(
    () => chrome.storage.local.set({ settings: "\u0000", documents: 7, ownProviders: [null] }),
    null,
  );
  const next = await browserUnderTest.openTab();
  await next.goto(DEMO_PAGE);
  await call(next, simulated("token_not_found"));
  await rowText(await next.openPanel(), "token_not_found");
  await next.close();
  await tab.bringToFront();
});

test(
  "twenty tabs with DevTools on the same page each record their own calls, and only those",
  { tag: "@long" },
  async ({ emptyBrowser }) => {
    test.setTimeout(180_000);
    const tabs: Tab[] = [];
    for (let number = 1; number <= 20; number += 1) {
      const tab = await emptyBrowser.openTab();
      tabs.push(tab);
      await tab.goto(DEMO_PAGE);
      await call(tab, simulated(`token_not_found&tab=${number}.`));
    }
    for (const [index, tab] of tabs.entries()) {
      await tab.bringToFront();
      const panel = await tab.openPanel();
      expect(await rowText(panel, "token_not_found")).toContain(`tab=${index + 1}.`);
      await tab.close();
    }
  },
);
