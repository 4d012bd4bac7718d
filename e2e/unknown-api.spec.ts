import { allRows, detail, ROW, row, rowText } from "./calls.ts";
import type { Panel, Tab } from "./harness/browser-session.ts";
import { expect, reloadPanel, test } from "./harness/test.ts";
import { FAILURES, startUnknownApi, SUCCESSES, type UnknownApi } from "./unknown-api.ts";

/*
 * Everybody's first minute: a page whose backend no document describes. What the panel shows without a click, and how
 * much of it can be put away and brought back.
 */

let api: UnknownApi;

test.beforeAll(async () => {
  api = await startUnknownApi();
});

test.afterAll(() => api.close());

async function loadPage(tab: Tab): Promise<void> {
  await tab.goto(api.page);
  await expect.poll(() => tab.evaluate(() => "isDone" in window, null)).toBe(true);
}

/** Opens the menu of the row with this text and chooses an entry. */
async function choose(panel: Panel, text: string, name: string): Promise<void> {
  await panel.click(row(text));
  await panel.press("Shift+F10");
  await panel.click({ role: "menuitem", name });
}

const plain = `${SUCCESSES.length} plain successes not listed`;

test("the first opening shows every failure with the server's own words, without a click", async ({ freshTab }) => {
  await loadPage(freshTab);
  const panel = await freshTab.openPanel();
  await expect.poll(() => panel.count({ role: "button", name: plain })).toBe(1);
  const rows = await allRows(panel);
  const found = FAILURES.map(({ path, says }) => {
    const text = rows.find((one) => one.includes(`${path} `)) ?? "no row";
    return { path, missing: says.filter((part) => !text.includes(part)).length === 0 ? [] : [text] };
  });
  expect(found).toEqual(FAILURES.map(({ path }) => ({ path, missing: [] })));
  expect(rows.filter((text) => !text.startsWith("Navigated") && !text.includes("Navigated to"))).toHaveLength(
    FAILURES.length,
  );
});

test("the details say the server's sentence once, the inputs at fault, and what the page's code saw", async ({
  tab,
  panel,
}) => {
  await loadPage(tab);
  const crash = await detail(panel, "/crash", "Explanation");
  expect(crash.split("Cannot read properties of undefined")).toHaveLength(2);
  expect(crash.split("Not in the catalogue")).toHaveLength(2);
  const inputs = await detail(panel, "/checkout", "Explanation");
  expect(inputs).toContain("40 inputs at fault");
  expect(inputs).toContain("SKU A-139 is unknown");
  const declined = await detail(panel, "/charges", "Explanation");
  expect(declined).toContain("insufficient_funds");
  expect(declined).toContain("https://docs.example.test/error-codes/card-declined");
  const kept = await detail(panel, "/kept-429", "Explanation");
  expect(kept).toContain("What your code saw");
  expect(kept).toContain("TypeError: ");
  expect(kept).toContain(`Access-Control-Allow-Origin: ${new URL(api.page).origin}`);
});

test("a host is hidden and shown again, and the panel remembers it", async ({ tab, panel }) => {
  await loadPage(tab);
  await rowText(panel, "/crash");
  await choose(panel, "/crash", "Hide this host");
  await expect.poll(() => panel.count(row("/crash"))).toBe(0);
  const hidden = `${FAILURES.length} failures at 1 hidden host`;
  await expect.poll(() => panel.count({ role: "button", name: hidden })).toBe(1);
  await reloadPanel(panel);
  await expect.poll(() => panel.count({ role: "button", name: hidden })).toBe(1);
  expect(await panel.count(row("/crash"))).toBe(0);
  await panel.click({ role: "button", name: hidden });
  await panel.click({ role: "menuitem", name: `Show ${api.host} again (${FAILURES.length} failures)` });
  await rowText(panel, "/crash");
});

test("plain successes are one click away, and the choice is remembered", async ({ tab, panel }) => {
  await loadPage(tab);
  await panel.click({ role: "button", name: plain });
  await rowText(panel, "/feature-flags");
  await reloadPanel(panel);
  await rowText(panel, "/feature-flags");
});

test("with documented APIs only, nothing of the page is recorded, and the empty list says what was left out", async ({
  tab,
  panel,
}) => {
  await panel.click({ role: "button", name: "Settings" });
  await panel.click({ role: "checkbox", name: "Only APIs that have a document" });
  await panel.click({ role: "button", name: "Close the settings" });
  await loadPage(tab);
  await expect.poll(() => panel.texts({ css: ".hosts" })).toEqual([expect.stringContaining(api.host)]);
  expect(await panel.count({ ...ROW, text: "/crash" })).toBe(0);
  await panel.click({ role: "button", name: "Record every API" });
  await loadPage(tab);
  await rowText(panel, "/crash");
});
