import { describe, expect, test } from "vitest";
import { aCall, aFeed, aPanel, type MountedPanel } from "../testing/panel.tsx";
import { textOf } from "../testing/render.ts";
import { allByRole, byRole, press } from "../testing/roles.ts";

const paths = ({ root }: MountedPanel) => [...root.querySelectorAll(".row .cell-path")].map(textOf);

async function cleared(): Promise<MountedPanel> {
  const panel = await aPanel({ feed: aFeed([aCall({ path: "/before" })]) });
  byRole(panel.root, "button", "Clear").click();
  await panel.settled();
  return panel;
}

describe("a cleared timeline", () => {
  test("is offered back, with what came since", async () => {
    const panel = await cleared();
    panel.feed.add(aCall({ at: 5000, path: "/since" }));
    await panel.settled();
    expect(paths(panel)).toEqual(["/since"]);
    byRole(panel.root, "button", "Undo").click();
    await panel.settled();
    expect(paths(panel)).toEqual(["/before", "/since"]);
    expect(allByRole(panel.root, "button", "Undo")).toHaveLength(0);
  });

  test("comes back with Ctrl+Z, but not out of a text field", async () => {
    const panel = await cleared();
    expect(press(byRole(panel.root, "combobox", "Filter"), "z", { ctrlKey: true })).toBe(true);
    press(byRole(panel.root, "region"), "z", { ctrlKey: true });
    await panel.settled();
    expect(paths(panel)).toEqual(["/before"]);
  });

  test("offers nothing where there was nothing to clear", async () => {
    const panel = await aPanel();
    byRole(panel.root, "button", "Clear").click();
    await panel.settled();
    expect(allByRole(panel.root, "button", "Undo")).toHaveLength(0);
  });
});
