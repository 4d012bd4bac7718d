import { call, row, rowText, simulated } from "./calls.ts";
import type { Panel } from "./harness/browser-session.ts";
import { expect, test } from "./harness/test.ts";

/** The role of what has the focus in the panel, explicit or that of its element. */
const focused = (panel: Panel) =>
  panel.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute("role") ?? element?.tagName.toLowerCase() ?? "none";
  }, null);

test("the question mark opens the help, which keeps the focus and gives it back", async ({ tab, panel }) => {
  await call(tab, simulated("token_not_found"));
  await rowText(panel, "token_not_found");
  await panel.click(row("token_not_found"));
  await panel.press("Escape");
  expect(await focused(panel)).toBe("grid");
  await panel.press("?");
  await expect.poll(() => panel.count({ css: "dialog[open]", text: "Keyboard and filter" })).toBe(1);
  for (let step = 0; step < 3; step += 1) await panel.press("Tab");
  expect(
    await panel.evaluate(() => document.querySelector("dialog")?.contains(document.activeElement) ?? false, null),
  ).toBe(true);
  await panel.press("Escape");
  await expect.poll(() => panel.count({ css: "dialog[open]" })).toBe(0);
  expect(await focused(panel)).toBe("grid");
});

test("what goes away by key passes the focus on, and Tab goes round in the settings", async ({ panel }) => {
  const name = () =>
    panel.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute("aria-label") ?? element?.textContent ?? "none";
    }, null);
  const focusOn = (label: string) =>
    panel.evaluate((wanted) => {
      const buttons = [...document.querySelectorAll("button")];
      buttons.find((button) => (button.ariaLabel ?? button.textContent) === wanted)?.focus();
    }, label);
  await focusOn("Settings");
  await panel.press("Enter");
  await expect.poll(() => panel.count({ css: ".settings-host-pattern" })).toBe(1);
  await panel.type({ css: ".settings-host-pattern" }, "gone.example.test");
  await panel.press("Enter");
  await expect.poll(() => panel.count({ role: "button", name: "Remove gone.example.test" })).toBe(1);
  await focusOn("Remove gone.example.test");
  await panel.press("Enter");
  await expect.poll(name).toBe("New host pattern");

  await focusOn("Close the settings");
  await panel.press("Shift+Tab");
  await expect.poll(name).toMatch(/^(?:Reset settings|Undo)$/);
  await panel.press("Tab");
  await expect.poll(name).toBe("Close the settings");
  await panel.press("Escape");
  await expect.poll(name).toBe("Settings");
});

test("cleared by keyboard and undone by keyboard, the focus stays in the panel", async ({ tab, panel }) => {
  await call(tab, simulated("token_not_found"));
  await rowText(panel, "token_not_found");
  await panel.click(row("token_not_found"));
  await panel.press("Escape");
  await panel.press("Control+l");
  await expect.poll(() => panel.count(row("token_not_found"))).toBe(0);
  expect(await focused(panel)).toBe("region");
  await panel.press("Control+z");
  await rowText(panel, "token_not_found");
  expect(await focused(panel)).toBe("grid");
});

test("keys reach the panel only from within it: letters typed into the filter stay there", async ({ tab, panel }) => {
  await call(tab, simulated("token_not_found"));
  await rowText(panel, "token_not_found");
  await panel.click(row("token_not_found"));
  await panel.press("Escape");
  await panel.press("/");
  await expect.poll(() => focused(panel)).toBe("combobox");
  await panel.press("?");
  expect(await panel.count({ css: "dialog[open]" })).toBe(0);
  await panel.press("Escape");
  await panel.press("Escape");
  await expect.poll(() => panel.count(row("token_not_found"))).toBe(1);
});

test("a screen reader hears of a new error once", async ({ tab, panel }) => {
  await call(tab, simulated("token_not_found"));
  await expect
    .poll(() => panel.evaluate(() => document.querySelector("[role=log]")?.textContent ?? "", null))
    .toContain("New error: 404 token_not_found, GET /v1/tokens");
});
