import { URBLOCK_HOST } from "../demo/stand-in/hosts.ts";
import { allRows, call, KEY, row, rowText, simulated } from "./calls.ts";
import type { Panel, Tab } from "./harness/browser-session.ts";
import { DEMO_PAGE, expect, reloadPanel, test } from "./harness/test.ts";
import { readStored } from "./stored.ts";

/** A success and two failures, told apart by their paths' queries and codes. */
async function threeCalls(tab: Tab, panel: Panel): Promise<void> {
  await call(tab, simulated("token_not_found"));
  await call(tab, { url: `https://${URBLOCK_HOST}/v1/tokens?n=fine`, headers: KEY });
  await call(tab, simulated("insufficient_scope"));
  await rowText(panel, "insufficient_scope");
}

/** Opens the menu of the row that has this in its text, by keyboard. */
async function openMenu(panel: Panel, part: string): Promise<void> {
  await panel.click(row(part));
  await panel.press("Escape");
  await panel.press("Shift+F10");
  await expect.poll(() => panel.count({ role: "menu" })).toBe(1);
}

const statuses = async (panel: Panel) =>
  (await allRows(panel)).flatMap((text) => (text.includes("/v1/tokens") ? [/ (\d{3}) /.exec(text)?.[1]] : []));

test("the filter suggests the codes that were seen, and the keyboard takes one", async ({ tab, panel }) => {
  await threeCalls(tab, panel);
  await panel.type({ role: "combobox", name: "Filter" }, "code:");
  await expect.poll(() => panel.texts({ role: "option" })).toEqual(["token_not_found", "insufficient_scope"]);
  await panel.press("ArrowDown");
  await panel.press("Enter");
  await expect.poll(() => panel.count(row("/v1/tokens"))).toBe(1);
  expect(await panel.count(row("token_not_found"))).toBe(1);
});

test("a word of the filter that means nothing is marked in its place, and hides nothing", async ({ tab, panel }) => {
  await threeCalls(tab, panel);
  await panel.type({ role: "combobox", name: "Filter" }, "statuss:404 method:GET");
  await expect.poll(() => panel.texts({ css: "mark" })).toEqual(["statuss:404"]);
  expect(await panel.count(row("/v1/tokens"))).toBe(3);
});

test(
  "a column's title sorts, a second press turns it round, and the choice is kept",
  { tag: "@long" },
  async ({ emptyBrowser }) => {
    const first = await emptyBrowser.openTab();
    await first.goto(DEMO_PAGE);
    const panel = await first.openPanel();
    await threeCalls(first, panel);
    await panel.click({ role: "button", name: "Status" });
    await expect.poll(() => statuses(panel)).toEqual(["200", "403", "404"]);
    await panel.click({ role: "button", name: "Status" });
    await expect.poll(() => statuses(panel)).toEqual(["404", "403", "200"]);
    await expect
      .poll(() => readStored(panel, "settings"))
      .toMatchObject({ values: { sort: { column: "status", descending: true } } });
    await first.close();

    const second = await emptyBrowser.openTab();
    await second.goto(DEMO_PAGE);
    const again = await second.openPanel();
    await threeCalls(second, again);
    expect(await statuses(again)).toEqual(["404", "403", "200"]);
    expect(await again.count({ css: "[role=columnheader][aria-sort=descending]", text: "Status" })).toBe(1);
    await again.click({ role: "button", name: "Time" });
    // Firefox reports a write that the page leaves behind as an error of the extension.
    await expect.poll(() => readStored(again, "settings")).toMatchObject({ values: { sort: { column: "time" } } });
    await second.close();
  },
);

test("the border of the details and the edge of a column follow the mouse, and stay there", async ({ tab, panel }) => {
  await call(tab, simulated("token_not_found"));
  await rowText(panel, "token_not_found");
  await panel.click(row("token_not_found"));
  const sizes = () =>
    panel.evaluate(() => {
      const splitter = document.querySelector(".splitter");
      return {
        column: document.querySelector<HTMLElement>("[data-column=path]")?.offsetWidth ?? 0,
        details: Number(splitter?.getAttribute("aria-valuenow")),
        area: splitter?.parentElement?.clientWidth ?? 0,
      };
    }, null);
  await expect.poll(async () => (await sizes()).details).toBeGreaterThan(0);
  const before = await sizes();
  await panel.drag({ css: ".splitter" }, { x: Math.round(-0.1 * before.area), y: 0 });
  await expect.poll(async () => (await sizes()).details).toBe(before.details + 10);

  // Narrower: beside the details there is no room for more.
  const { column } = await sizes();
  await panel.drag({ css: "[data-column=path] .column-edge" }, { x: -25, y: 0 });
  // Half a pixel of either browser's rounding.
  await expect.poll(async () => Math.abs((await sizes()).column - (column - 25))).toBeLessThanOrEqual(1);
  const after = await sizes();

  await reloadPanel(panel);
  await rowText(panel, "token_not_found");
  await panel.click(row("token_not_found"));
  await expect.poll(sizes).toEqual(after);
});

test(
  "a column is hidden from the menu of the titles, and comes back with a reset",
  { tag: "@long" },
  async ({ tab, panel }) => {
    await threeCalls(tab, panel);
    await panel.click({ role: "button", name: "Method" });
    await panel.press("Shift+F10");
    await panel.click({ role: "menuitemcheckbox", text: "Method" });
    await expect.poll(() => panel.count({ role: "columnheader", text: "Method" })).toBe(0);
    // The title that had the focus is gone, so the list has it; its next tab stop is a title.
    await panel.press("Tab");
    await panel.press("Shift+F10");
    await panel.click({ role: "menuitem", text: "Reset the columns" });
    await expect.poll(() => panel.count({ role: "columnheader", text: "Method" })).toBe(1);
  },
);

test(
  "repeats of a failure are folded into one row with their number, and unfold",
  { tag: "@long" },
  async ({ tab, panel }) => {
    for (let repeat = 0; repeat < 3; repeat += 1) await call(tab, simulated("token_not_found"));
    await expect.poll(() => panel.count(row("token_not_found"))).toBe(3);
    await panel.click({ role: "checkbox", name: "Group repeats" });
    await expect.poll(() => panel.count(row("token_not_found"))).toBe(1);
    expect(await panel.texts(row("token_not_found"))).toEqual([expect.stringContaining("3×")]);
    await panel.click(row("token_not_found"));
    await panel.press("Escape");
    await panel.press("ArrowRight");
    await expect.poll(() => panel.count(row("token_not_found"))).toBe(3);
    await panel.press("ArrowLeft");
    await expect.poll(() => panel.count(row("token_not_found"))).toBe(1);
  },
);

test("a clear can be undone, with what was recorded since", async ({ tab, panel }) => {
  await call(tab, simulated("token_not_found"));
  await rowText(panel, "token_not_found");
  await panel.click({ role: "button", name: "Clear" });
  await expect.poll(() => panel.count(row("token_not_found"))).toBe(0);
  await call(tab, simulated("insufficient_scope"));
  await rowText(panel, "insufficient_scope");
  await panel.click({ role: "button", name: "Undo" });
  await expect.poll(() => panel.count(row("/v1/tokens"))).toBe(2);
  expect(await panel.count({ role: "button", name: "Undo" })).toBe(0);
});

test("a row's menu leaves only rows like it, and hides them", async ({ tab, panel }) => {
  await threeCalls(tab, panel);
  await openMenu(panel, "token_not_found");
  await panel.click({ role: "menuitem", text: "Show only code:token_not_found" });
  await expect.poll(() => panel.count(row("/v1/tokens"))).toBe(1);
  await openMenu(panel, "token_not_found");
  await panel.click({ role: "menuitem", text: "Hide code:token_not_found" });
  await expect.poll(() => panel.count(row("token_not_found"))).toBe(0);
  expect(await panel.count(row("insufficient_scope"))).toBe(1);
});

test("a note is on its row and in the copied report, without the secret in it", async ({
  tab,
  panel,
  browserUnderTest,
}) => {
  await threeCalls(tab, panel);
  await openMenu(panel, "token_not_found");
  await panel.click({ role: "menuitem", text: "Add a note" });
  await panel.type({ css: "textarea" }, "I pressed Buy twice with sk_test_EXAMPLEnotesecret01");
  await panel.press("Control+Enter");
  await expect.poll(() => panel.texts(row("token_not_found"))).toEqual([expect.stringContaining("Note:")]);
  await panel.press("Control+c");
  await expect.poll(() => browserUnderTest.readClipboard()).toContain("I pressed Buy twice");
  expect(await browserUnderTest.readClipboard()).not.toContain("EXAMPLEnotesecret01");
});

test("a pinned row stands first, whatever comes", { tag: "@long" }, async ({ tab, panel }) => {
  await threeCalls(tab, panel);
  await openMenu(panel, "insufficient_scope");
  await panel.click({ role: "menuitemcheckbox", text: "Pin to the top" });
  await call(tab, simulated("internal_error"));
  await rowText(panel, "internal_error");
  expect((await allRows(panel))[0]).toContain("insufficient_scope");
});

test(
  "the search goes from one hit to the next, in bodies too, and hides nothing",
  { tag: "@long" },
  async ({ tab, panel }) => {
    await threeCalls(tab, panel);
    await panel.click({ role: "button", name: "Search" });
    await panel.type({ css: "input[type=search]" }, "insufficient_scope");
    await expect.poll(() => panel.count({ text: "1 found", css: ".search-bar" })).toBe(1);
    await panel.press("Enter");
    await expect.poll(() => panel.count({ css: "[role=row][aria-selected=true]", text: "insufficient_scope" })).toBe(1);
    expect(await panel.count(row("/v1/tokens"))).toBe(3);
    await panel.press("Escape");
    await expect.poll(() => panel.count({ css: ".search-bar" })).toBe(0);
  },
);
