import { render } from "preact";
import { describe, expect, test } from "vitest";
import { byRole, press } from "../testing/roles.ts";
import { Tabs } from "./tabs.tsx";

/** Tabs over two panels, each with a button, for the row of that key. */
function draw(root: HTMLElement, row: string, current: "one" | "two", chosen: string[] = []): void {
  render(
    <Tabs
      label="Details"
      tabs={[
        { name: "one", title: "One", panel: () => <button type="button">in one</button> },
        { name: "two", title: "Two", panel: () => <button type="button">in two</button> },
      ]}
      current={current}
      onChange={(name) => chosen.push(name)}
      panelKey={row}
      before={null}
      after={null}
    />,
    root,
  );
}

function aRoot(): HTMLElement {
  const root = document.createElement("div");
  document.body.replaceChildren(root);
  return root;
}

describe("tabs", () => {
  test("are moved along with arrows, Home and End, round both ends", () => {
    const root = aRoot();
    const chosen: string[] = [];
    draw(root, "a", "one", chosen);
    const list = byRole(root, "tablist");
    for (const key of ["ArrowRight", "ArrowLeft", "End", "Home"]) expect(press(list, key)).toBe(false);
    expect(chosen).toEqual(["two", "two", "two", "one"]);
    expect(press(list, "a")).toBe(true);
  });

  test("keep the focus in their panel when it shows another row", () => {
    const root = aRoot();
    draw(root, "a", "one");
    byRole(root, "button", "in one").focus();
    draw(root, "b", "one");
    expect(document.activeElement).toBe(byRole(root, "tabpanel"));
  });

  test("take no focus that was elsewhere", () => {
    const root = aRoot();
    draw(root, "a", "one");
    byRole(root, "tab", "One").focus();
    draw(root, "b", "one");
    expect(document.activeElement).toBe(byRole(root, "tab", "One"));
  });
});
