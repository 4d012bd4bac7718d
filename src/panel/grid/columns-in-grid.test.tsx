import { describe, expect, test } from "vitest";
import { aCall, aFeed, aPanel, type MountedPanel } from "../testing/panel.tsx";
import { textOf } from "../testing/render.ts";
import { allByRole, byRole, press } from "../testing/roles.ts";

async function aPanelOfThree(): Promise<MountedPanel> {
  return aPanel({
    feed: aFeed([
      aCall({ id: "a", at: 0, path: "/v1/first", status: 404, code: "not_found" }),
      aCall({ id: "b", at: 1000, path: "/v1/second" }),
      aCall({ id: "c", at: 2000, path: "/v1/third", status: 429, code: "slow_down" }),
    ]),
  });
}

const paths = ({ root }: MountedPanel) => [...root.querySelectorAll(".row .cell-path")].map(textOf);
const title = ({ root }: MountedPanel, name: string) => byRole(byRole(root, "columnheader", name), "button");

/** Waits for a part that is loaded when it is first needed. */
async function loaded(panel: MountedPanel): Promise<void> {
  await import("../menu/panel-menu.tsx");
  await panel.settled();
}

describe("a column's title", () => {
  test("sorts by the column, the other way round the second time, and this is remembered", async () => {
    const panel = await aPanelOfThree();
    title(panel, "Status").click();
    await panel.settled();
    expect(paths(panel)).toEqual(["/v1/second", "/v1/first", "/v1/third"]);
    expect(byRole(panel.root, "columnheader", "Status").getAttribute("aria-sort")).toBe("ascending");
    expect(byRole(panel.root, "columnheader", "Time").getAttribute("aria-sort")).toBeNull();
    title(panel, "Status").click();
    await panel.settled();
    expect(paths(panel)).toEqual(["/v1/third", "/v1/first", "/v1/second"]);
    expect(panel.settings().sort).toEqual({ column: "status", descending: true });
  });

  test("keeps the selection on its call when the order changes", async () => {
    const panel = await aPanelOfThree();
    press(byRole(panel.root, "grid"), "Home");
    await panel.settled();
    title(panel, "Path").click();
    title(panel, "Path").click();
    await panel.settled();
    expect(panel.root.querySelector('[aria-selected="true"]')?.id).toBe("row-a");
  });

  test("moves its edge with Shift and an arrow, and the focus with an arrow alone", async () => {
    const panel = await aPanelOfThree();
    const status = title(panel, "Status");
    status.focus();
    expect(press(status, "ArrowRight", { shiftKey: true })).toBe(false);
    expect(panel.settings().columnWidths.status).toBeGreaterThan(0);
    press(status, "ArrowRight");
    expect(document.activeElement).toBe(title(panel, "Code"));
    expect(panel.root.querySelectorAll('.column-button[tabindex="0"]')).toHaveLength(1);
  });
});

describe("the menu of the columns", () => {
  test("hides a column and shows it again", async () => {
    const panel = await aPanelOfThree();
    press(title(panel, "Status"), "F10", { shiftKey: true });
    await loaded(panel);
    const item = byRole(panel.root, "menuitemcheckbox", "Method");
    expect(item.getAttribute("aria-checked")).toBe("true");
    item.click();
    await panel.settled();
    expect(allByRole(panel.root, "columnheader", "Method")).toHaveLength(0);
    expect(allByRole(panel.root, "menu")).toHaveLength(0);
    expect(panel.settings().hiddenColumns).toEqual(["size", "method"]);
  });

  test("gives the focus back when Esc closes it", async () => {
    const panel = await aPanelOfThree();
    const status = title(panel, "Status");
    status.focus();
    press(status, "ContextMenu");
    await loaded(panel);
    const menu = byRole(panel.root, "menu");
    expect(document.activeElement).toBe(allByRole(menu, "menuitemcheckbox")[0]);
    expect(press(menu, "ArrowUp")).toBe(false);
    expect(document.activeElement?.textContent).toBe("Reset the columns");
    expect(press(menu, "Escape")).toBe(false);
    await panel.settled();
    expect(document.activeElement).toBe(status);
  });
});
