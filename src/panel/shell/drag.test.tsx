import { beforeEach, describe, expect, test, vi } from "vitest";
import { aCall, aFeed, aPanel, type MountedPanel } from "../testing/panel.tsx";
import { byRole, press } from "../testing/roles.ts";

/** Nothing is laid out here: what the panel measures is said. */
const WIDTH = 800;
const COLUMN_WIDTH = 100;

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "offsetWidth", "get").mockImplementation(function measure(this: HTMLElement) {
    return this.dataset["column"] === undefined ? WIDTH : COLUMN_WIDTH;
  });
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockReturnValue(new DOMRect(0, 0, WIDTH, 400));
});

/** Presses at `from`, goes by way of `through`, and lets go, or is interrupted. All are distances from the left. */
function drag(element: Element, from: number, through: readonly number[], end = "pointerup"): void {
  const fire = (type: string, clientX: number): void =>
    void element.dispatchEvent(
      new PointerEvent(type, { clientX, clientY: 10, pointerId: 1, bubbles: true, cancelable: true }),
    );
  fire("pointerdown", from);
  for (const at of through) fire("pointermove", at);
  fire(end, through.at(-1) ?? from);
}

/** As browsers do: captured from the press on. */
function capture(element: HTMLElement): void {
  let isCaptured = false;
  element.setPointerCapture = () => {
    isCaptured = true;
  };
  element.hasPointerCapture = () => isCaptured;
}

async function aPanelWithDetails(): Promise<MountedPanel> {
  const panel = await aPanel({ feed: aFeed([aCall({ id: "a" })]), settings: { detailSide: "right" } });
  press(byRole(panel.root, "grid"), "Home");
  await panel.settled();
  press(byRole(panel.root, "grid"), "Enter");
  await panel.settled();
  return panel;
}

describe("the edge of a column", () => {
  function edgeOf(panel: MountedPanel, column: string): HTMLElement {
    const edge = panel.root.querySelector<HTMLElement>(`[data-column=${column}] .column-edge`);
    if (edge === null) throw new Error("no edge");
    capture(edge);
    return edge;
  }
  const tracks = (panel: MountedPanel) => byRole(panel.root, "grid").style.getPropertyValue("--grid-columns");

  test("follows the pointer, and the width is kept when it is let go", async () => {
    const panel = await aPanel({ feed: aFeed([aCall()]) });
    const edge = edgeOf(panel, "method");
    const fire = (type: string, clientX: number): void =>
      void edge.dispatchEvent(new PointerEvent(type, { clientX, pointerId: 1, bubbles: true }));
    fire("pointerdown", 200);
    fire("pointermove", 230);
    await panel.settled();
    expect(tracks(panel)).toContain("130px");
    expect(panel.settings().columnWidths).toEqual({});
    fire("pointermove", 241);
    fire("pointerup", 241);
    await panel.settled();
    expect(panel.settings().columnWidths).toEqual({ method: 141 });
    expect(tracks(panel)).toContain("141px");
    panel.unmount();
  });

  test("stops where the column would vanish, and an interrupted drag changes nothing", async () => {
    const panel = await aPanel({ feed: aFeed([aCall()]) });
    drag(edgeOf(panel, "method"), 200, [-900]);
    await panel.settled();
    const { method } = panel.settings().columnWidths;
    expect(method).toBeGreaterThan(20);
    drag(edgeOf(panel, "method"), 200, [400], "pointercancel");
    await panel.settled();
    expect(panel.settings().columnWidths).toEqual({ method });
    panel.unmount();
  });

  test("gives the column its own width back at a double click, and a press alone does nothing", async () => {
    const panel = await aPanel({ feed: aFeed([aCall()]), settings: { columnWidths: { method: 300, path: 200 } } });
    const edge = edgeOf(panel, "method");
    drag(edge, 200, []);
    edge.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    await panel.settled();
    expect(panel.settings()).toMatchObject({ columnWidths: { method: 300, path: 200 }, sort: { column: "time" } });
    edge.dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));
    await panel.settled();
    expect(panel.settings().columnWidths).toEqual({ path: 200 });
    panel.unmount();
  });
});

/** Asks for the menu of an element as a right click does, and chooses from it. */
async function chooseFromMenu(panel: MountedPanel, element: Element, name: string): Promise<void> {
  element.dispatchEvent(new MouseEvent("contextmenu", { clientX: 10, clientY: 10, bubbles: true, cancelable: true }));
  await import("../menu/panel-menu.tsx");
  await panel.settled();
  byRole(panel.root, "menuitem", name).click();
  await panel.settled();
}

describe("without dragging", () => {
  test("a column is made wider and narrower from the menu of its title", async () => {
    const panel = await aPanel({ feed: aFeed([aCall()]) });
    const edge = panel.root.querySelector("[data-column=method] .column-edge");
    if (edge === null) throw new Error("no edge");
    await chooseFromMenu(panel, edge, "Wider: Method");
    expect(panel.settings().columnWidths).toEqual({ method: COLUMN_WIDTH + 40 });
    await chooseFromMenu(panel, edge, "Narrower: Method");
    expect(panel.settings().columnWidths).toEqual({ method: COLUMN_WIDTH - 40 });
    panel.unmount();
  });

  test("the details get their size from the menu of their border, by key too", async () => {
    const panel = await aPanelWithDetails();
    const { detailPercent } = panel.settings();
    const border = byRole(panel.root, "separator");
    await chooseFromMenu(panel, border, "Larger details");
    expect(panel.settings().detailPercent).toBe(detailPercent + 10);
    press(border, "F10", { shiftKey: true });
    await panel.settled();
    byRole(panel.root, "menuitem", "Equal halves").click();
    await panel.settled();
    expect(panel.settings().detailPercent).toBe(50);
    panel.unmount();
  });
});

describe("the border to the details", () => {
  function borderOf(panel: MountedPanel): HTMLElement {
    const border = byRole(panel.root, "separator");
    capture(border);
    return border;
  }

  test("follows the pointer between its limits, and its place is kept", async () => {
    const panel = await aPanelWithDetails();
    const border = borderOf(panel);
    drag(border, 400, [300, 480]);
    await panel.settled();
    expect(panel.settings().detailPercent).toBe(40);
    expect(border.getAttribute("aria-valuenow")).toBe("40");
    drag(border, 480, [2]);
    await panel.settled();
    expect(panel.settings().detailPercent).toBe(80);
    panel.unmount();
  });

  test("goes back where a drag is interrupted, and is left alone by a pointer that only passes", async () => {
    const panel = await aPanelWithDetails();
    const before = panel.settings().detailPercent;
    const border = borderOf(panel);
    border.dispatchEvent(new PointerEvent("pointermove", { clientX: 200, pointerId: 1, bubbles: true }));
    await panel.settled();
    expect(border.getAttribute("aria-valuenow")).toBe(String(before));
    drag(border, 400, [200], "pointercancel");
    await panel.settled();
    expect(panel.settings().detailPercent).toBe(before);
    expect(border.getAttribute("aria-valuenow")).toBe(String(before));
    panel.unmount();
  });
});
