import { describe, expect, test } from "vitest";
import { aCall, aFeed, aPanel, type MountedPanel } from "../testing/panel.tsx";
import { allByRole, byRole, press } from "../testing/roles.ts";

async function panelWithThree(): Promise<MountedPanel> {
  return aPanel({
    feed: aFeed([
      aCall({ id: "a", at: 0, path: "/v1/first" }),
      aCall({ id: "b", at: 1000, path: "/v1/second", status: 404, code: "not_found" }),
      aCall({ id: "c", at: 2000, path: "/v1/third", status: 429, code: "slow_down" }),
    ]),
  });
}

function selectedPath({ root }: MountedPanel): string {
  const row = root.querySelector('[role="row"][aria-selected="true"]');
  return row?.querySelector(".cell-path")?.textContent ?? "none";
}

async function pressOnGrid(panel: MountedPanel, key: string, modifiers: KeyboardEventInit = {}): Promise<boolean> {
  const left = press(byRole(panel.root, "grid"), key, modifiers);
  await panel.settled();
  return left;
}

describe("keys in the grid", () => {
  test("arrows, Home and End move the selection and stop at the ends", async () => {
    const panel = await panelWithThree();
    await pressOnGrid(panel, "ArrowDown");
    expect(selectedPath(panel)).toBe("/v1/first");
    await pressOnGrid(panel, "ArrowDown");
    expect(selectedPath(panel)).toBe("/v1/second");
    await pressOnGrid(panel, "End");
    await pressOnGrid(panel, "ArrowDown");
    expect(selectedPath(panel)).toBe("/v1/third");
    await pressOnGrid(panel, "Home");
    await pressOnGrid(panel, "ArrowUp");
    expect(selectedPath(panel)).toBe("/v1/first");
  });

  test("the selected row is the grid's active descendant", async () => {
    const panel = await panelWithThree();
    await pressOnGrid(panel, "End");
    const active = byRole(panel.root, "grid").getAttribute("aria-activedescendant") ?? "";
    expect(panel.root.querySelector(`#${active}`)?.textContent).toContain("/v1/third");
  });

  test("Enter opens the details, Esc closes them and gives the focus back to the grid", async () => {
    const panel = await panelWithThree();
    await pressOnGrid(panel, "End");
    expect(allByRole(panel.root, "tab")).toHaveLength(0);
    await pressOnGrid(panel, "Enter");
    expect(byRole(panel.root, "heading", "Too many requests")).toBeDefined();
    const tab = byRole(panel.root, "tab", "Explanation");
    tab.focus();
    press(tab, "Escape");
    await panel.settled();
    expect(allByRole(panel.root, "tab")).toHaveLength(0);
    expect(document.activeElement).toBe(byRole(panel.root, "grid"));
  });

  test("the details follow the selection while they are open", async () => {
    const panel = await panelWithThree();
    await pressOnGrid(panel, "End");
    await pressOnGrid(panel, "Enter");
    await pressOnGrid(panel, "ArrowUp");
    expect(byRole(panel.root, "heading", "There is no such thing")).toBeDefined();
  });

  test("keys that did something reach neither DevTools nor the browser; others do", async () => {
    const panel = await panelWithThree();
    expect(await pressOnGrid(panel, "ArrowDown")).toBe(false);
    expect(await pressOnGrid(panel, "Enter")).toBe(false);
    expect(await pressOnGrid(panel, "Escape")).toBe(false);
    expect(await pressOnGrid(panel, "Escape")).toBe(true);
    expect(await pressOnGrid(panel, "x")).toBe(true);
    expect(await pressOnGrid(panel, "Tab")).toBe(true);
  });
});

describe("keys in the whole panel", () => {
  test("Ctrl+E pauses and resumes recording", async () => {
    const panel = await panelWithThree();
    await pressOnGrid(panel, "e", { ctrlKey: true });
    expect(panel.feed.snapshot().status.recording).toBe(false);
    await pressOnGrid(panel, "e", { metaKey: true });
    expect(panel.feed.snapshot().status.recording).toBe(true);
  });

  test("Ctrl+L clears", async () => {
    const panel = await panelWithThree();
    await pressOnGrid(panel, "l", { ctrlKey: true });
    expect(allByRole(panel.root, "grid")).toHaveLength(0);
  });

  test("a slash goes to the filter, also when it is hidden", async () => {
    const panel = await aPanel({ feed: aFeed([aCall()]), settings: { filterShown: false } });
    await pressOnGrid(panel, "/");
    expect(document.activeElement).toBe(byRole(panel.root, "combobox", "Filter"));
  });

  test("Ctrl+F searches without hiding anything: Enter goes from one hit to the next, Esc back to the list", async () => {
    const panel = await panelWithThree();
    await pressOnGrid(panel, "f", { ctrlKey: true });
    await import("../filter/search-bar.tsx");
    await panel.settled();
    const field = byRole(panel.root, "textbox", "Search");
    if (!(field instanceof HTMLInputElement)) throw new Error("not an input");
    expect(document.activeElement).toBe(field);
    field.value = "/v1/";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await expect.poll(() => panel.root.textContent).toContain("3 found");
    press(field, "Enter");
    press(field, "Enter");
    await panel.settled();
    expect(panel.root.querySelectorAll(".row")).toHaveLength(3);
    press(field, "Escape");
    await panel.settled();
    expect(document.activeElement).toBe(byRole(panel.root, "grid"));
  });

  test("Ctrl+O opens the viewer of recordings over the panel; closing it gives the focus back", async () => {
    const panel = await panelWithThree();
    await import("../import/open-viewer.ts");
    byRole(panel.root, "grid").focus();
    expect(await pressOnGrid(panel, "o", { ctrlKey: true })).toBe(false);
    await expect.poll(() => document.querySelector(".import-overlay .viewer-close")).not.toBeNull();
    document.querySelector<HTMLElement>(".import-overlay .viewer-close")?.click();
    expect(document.activeElement).toBe(byRole(panel.root, "grid"));
  });

  test("arrows, Home and End go through the toolbar, and leave the filter its caret", async () => {
    const panel = await panelWithThree();
    const go = (key: string): string | null => {
      if (document.activeElement !== null) press(document.activeElement, key);
      return document.activeElement?.getAttribute("aria-label") ?? null;
    };
    byRole(panel.root, "button", "Clear").focus();
    expect(go("ArrowLeft")).toBe("Pause recording");
    expect(go("ArrowLeft")).toBe("Keyboard and help");
    expect(go("Home")).toBe("Pause recording");
    byRole(panel.root, "button", "Search").focus();
    expect(go("ArrowRight")).toBe("Filter");
    expect(go("ArrowRight")).toBe("Filter");
    expect(document.activeElement).toBe(byRole(panel.root, "combobox", "Filter"));
  });

  test("a filter that is not shown and hides rows is told of by its button", async () => {
    const panel = await aPanel({ feed: aFeed([aCall()]), settings: { filterShown: false, filterText: "nothing" } });
    const button = byRole(panel.root, "button", "Filter");
    expect(button.title).toBe("Show the filter: it hides rows");
    button.click();
    await panel.settled();
    expect(button.title).toBe("Hide the filter");
  });

  test("Esc in the filter empties it first", async () => {
    const panel = await aPanel({ feed: aFeed([aCall()]), settings: { filterText: "nothing" } });
    expect(press(byRole(panel.root, "combobox", "Filter"), "Escape")).toBe(false);
    await panel.settled();
    expect(byRole(panel.root, "grid").textContent).toContain("/v1/things");
  });
});

describe("keys in the details", () => {
  test("arrows, Home and End choose tabs", async () => {
    const panel = await panelWithThree();
    await pressOnGrid(panel, "End");
    await pressOnGrid(panel, "Enter");
    press(byRole(panel.root, "tab", "Explanation"), "ArrowRight");
    await panel.settled();
    expect(byRole(panel.root, "tab", "Request").getAttribute("aria-selected")).toBe("true");
    press(byRole(panel.root, "tab", "Request"), "End");
    await panel.settled();
    expect(byRole(panel.root, "tab", "Report").getAttribute("aria-selected")).toBe("true");
    press(byRole(panel.root, "tab", "Report"), "ArrowRight");
    await panel.settled();
    expect(byRole(panel.root, "tab", "Explanation").getAttribute("aria-selected")).toBe("true");
  });

  test("arrows on the border change its place, which is remembered", async () => {
    const panel = await panelWithThree();
    await pressOnGrid(panel, "End");
    await pressOnGrid(panel, "Enter");
    press(byRole(panel.root, "separator"), "ArrowLeft");
    expect(panel.settings().detailPercent).toBe(60);
  });
});
