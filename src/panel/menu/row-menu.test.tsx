import { describe, expect, test } from "vitest";
import { loadReport } from "../loading/report-loader.ts";
import { aCall, aFeed, aPanel, type MountedPanel } from "../testing/panel.tsx";
import { textOf } from "../testing/render.ts";
import { allByRole, byRole, press } from "../testing/roles.ts";

async function aPanelOfThree(): Promise<MountedPanel> {
  await loadReport();
  return aPanel({
    feed: aFeed([
      aCall({ id: "a", at: 0, path: "/v1/things", status: 404, code: "not_found" }),
      aCall({ id: "b", at: 1000, path: "/v1/other" }),
      aCall({ id: "c", at: 2000, path: "/v1/third", status: 429, code: "slow_down" }),
    ]),
  });
}

/** Opens the menu of the first row by keyboard. */
async function openMenu(panel: MountedPanel): Promise<void> {
  const grid = byRole(panel.root, "grid");
  grid.focus();
  press(grid, "Home");
  await panel.settled();
  press(grid, "F10", { shiftKey: true });
  await import("./panel-menu.tsx");
  await panel.settled();
}

async function choose(panel: MountedPanel, name: string, role = "menuitem"): Promise<void> {
  await openMenu(panel);
  byRole(panel.root, role, name).click();
  await panel.settled();
}

const paths = ({ root }: MountedPanel) => [...root.querySelectorAll(".row .cell-path")].map(textOf);

describe("the menu of a row", () => {
  test("leaves only rows like it, or all others", async () => {
    const panel = await aPanelOfThree();
    await choose(panel, "Show only code:not_found");
    expect(panel.settings().filterText).toBe("code:=not_found");
    expect(paths(panel)).toEqual(["/v1/things"]);
    await choose(panel, "Hide code:not_found");
    expect(panel.settings().filterText).toBe("-code:=not_found");
    expect(paths(panel)).toEqual(["/v1/other", "/v1/third"]);
  });

  test("copies the report, and gives the focus back to the grid", async () => {
    const panel = await aPanelOfThree();
    await choose(panel, "Copy report");
    expect(panel.copied[0]).toContain("not_found");
    expect(document.activeElement).toBe(byRole(panel.root, "grid"));
  });

  test("pins a row to the top, in whatever order the others are", async () => {
    const panel = await aPanelOfThree();
    press(byRole(panel.root, "grid"), "End");
    await panel.settled();
    press(byRole(panel.root, "grid"), "ContextMenu");
    await import("./panel-menu.tsx");
    await panel.settled();
    byRole(panel.root, "menuitemcheckbox", "Pin").click();
    await panel.settled();
    expect(paths(panel)).toEqual(["Pinned/v1/third", "/v1/things", "/v1/other"]);
    expect(panel.root.querySelector('[aria-selected="true"]')?.id).toBe("row-c");
  });

  test("writes a note, which stands on the row and in the copied report", async () => {
    const panel = await aPanelOfThree();
    await choose(panel, "Add a note");
    await import("../notes/note-dialog.tsx");
    await panel.settled();
    const field = panel.root.querySelector("textarea");
    if (field === null) throw new Error("no field");
    field.value = "I pressed Buy twice";
    byRole(panel.root, "button", "Save").click();
    await panel.settled();
    expect(paths(panel)[0]).toContain("I pressed Buy twice");
    await choose(panel, "Copy report");
    expect(panel.copied.at(-1)).toContain("I pressed Buy twice");
    expect(allByRole(panel.root, "dialog")).toHaveLength(0);
  });
});
