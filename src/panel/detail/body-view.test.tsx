import { describe, expect, test } from "vitest";
import type { Body } from "../../exchange/exchange.ts";
import type { BodyPick } from "../../report/output/body-pick.ts";
import { aPanel } from "../testing/panel.tsx";
import { drawn, textOf } from "../testing/render.ts";
import { allByRole, byRole, press } from "../testing/roles.ts";
import { BodyView } from "./body-view.tsx";

const picks: BodyPick[] = [];

function draw(body: Body): HTMLElement {
  picks.length = 0;
  return drawn(<BodyView body={body} recorder="firefox" side="response" onPick={(pick) => picks.push(pick)} />);
}

async function view(text: string): Promise<{ readonly root: HTMLElement; readonly settled: () => Promise<void> }> {
  const { settled } = await aPanel();
  const root = draw({ kind: "text", text });
  await settled();
  return { root, settled };
}

/** The rows of the tree, each as its text. */
function rows(root: HTMLElement): readonly string[] {
  return allByRole(root, "treeitem").map(textOf);
}

async function search(root: HTMLElement, wanted: string, settled: () => Promise<void>): Promise<HTMLInputElement> {
  const field = root.querySelector<HTMLInputElement>("[data-body-search]");
  if (field === null) throw new Error("no search field");
  field.value = wanted;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
  return field;
}

describe("a body", () => {
  test("as JSON is a tree, and shown as received on request", async () => {
    const { root, settled } = await view('{"a":[1.0],"a":2}');
    expect(rows(root)).toEqual(["{ 2 members }", "a: [ 1 item ]", "0: 1.0", "a: 2"]);
    byRole(root, "checkbox", "Raw").click();
    await settled();
    expect(root.querySelector("pre")?.textContent).toBe('{"a":[1.0],"a":2}');
  });

  test("that is no JSON is shown as received, as text", async () => {
    const { root } = await view("<h1>502</h1>");
    expect(root.querySelector("pre")?.textContent).toBe("<h1>502</h1>");
    expect(root.querySelector("h1")).toBeNull();
  });

  test("as received is searched like the tree, also far behind what is on screen", async () => {
    const { root, settled } = await view(`<p>Needle</p>${"x".repeat(300_000)}<p>needle</p>`);
    const field = await search(root, "NEEDLE", settled);
    expect(root.querySelector("mark")?.textContent).toBe("Needle");
    expect(textOf(root)).toContain("1 of 2");
    press(field, "Enter");
    await settled();
    expect(root.querySelector("mark")?.textContent).toBe("needle");
    expect(root.querySelector("pre")?.textContent.length).toBeLessThan(60_000);
    byRole(root, "button", "Show the beginning").click();
    await settled();
    expect(root.querySelector("pre")?.textContent).toMatch(/^<p>Needle/);
    press(field, "Enter");
    await settled();
    expect(textOf(root)).toContain("1 of 2");
    press(field, "Escape");
    await settled();
    expect(root.querySelector("mark")).toBeNull();
  });

  test("of megabytes says that it is being read, and then is a tree", async () => {
    const { settled } = await aPanel();
    const root = draw({
      kind: "text",
      text: JSON.stringify(Array.from({ length: 60_000 }, (_, index) => index * 1000)),
    });
    expect(textOf(root)).toContain("Reading the body…");
    await settled();
    await settled();
    expect(rows(root)).toEqual(["[ 60,000 items ]", ...rows(root).slice(1)]);
    expect(rows(root).length).toBeLessThan(400);
  });

  test("of great length is rendered in portions", async () => {
    const { root, settled } = await view("x".repeat(120_000));
    expect(root.querySelector("pre")?.textContent).toHaveLength(50_000);
    byRole(root, "button", "Show more (70,000 characters left)").click();
    await settled();
    expect(root.querySelector("pre")?.textContent).toHaveLength(100_000);
    byRole(root, "button", "Show more").click();
    await settled();
    expect(root.querySelector("pre")?.textContent).toHaveLength(120_000);
    expect(allByRole(root, "button", "Show more")).toHaveLength(0);
  });

  test("of 100,000 values draws only what is seen", async () => {
    const { root, settled } = await view(JSON.stringify(Array.from({ length: 100_000 }, (_, id) => id)));
    byRole(root, "button", "Expand all").click();
    await settled();
    expect(rows(root).length).toBeLessThan(200);
    expect(byRole(root, "treeitem", "[ 100,000 items ]").getAttribute("aria-setsize")).toBe("1");
  });

  test("that is missing says why in words", () => {
    expect(textOf(draw({ kind: "unavailable", reason: "cors-blocked" }))).toContain("CORS");
  });

  test("that is empty or binary says so", () => {
    expect(textOf(draw({ kind: "empty" }))).toBe("The response body is empty.");
    expect(textOf(draw({ kind: "binary", base64: "AAAA" }))).toBe("Binary, 3 B. Not shown.");
  });

  test("that was cut says by whom and how long it was, and is a tree as far as it goes", () => {
    const root = draw({ kind: "text", text: '{"a":1,"b":"tw', truncated: { by: "browser", totalBytes: 2_000_000 } });
    expect(textOf(root)).toContain("The browser provided only the first part of this body. Total size: 2.0 MB.");
    expect(rows(root)).toEqual(["{ 2 members }", "a: 1", 'b: "tw']);
  });
});

describe("the tree of a body", () => {
  test("is walked with the keys of the tree pattern", async () => {
    const { root, settled } = await view('{"a":{"b":1},"c":2}');
    const tree = byRole(root, "tree");
    const active = (): string => textOf(root.querySelector("[aria-selected=true]") ?? root);
    for (const [key, row] of [
      ["ArrowDown", "a: { 1 member }"],
      ["ArrowRight", "b: 1"],
      ["ArrowLeft", "a: { 1 member }"],
      ["End", "c: 2"],
      ["Home", "{ 2 members }"],
    ] as const) {
      expect(press(tree, key)).toBe(false);
      await settled();
      expect(active()).toBe(row);
      expect(root.querySelector(`#${CSS.escape(tree.getAttribute("aria-activedescendant") ?? "")}`)).not.toBeNull();
    }
    press(tree, "ArrowLeft");
    await settled();
    expect(rows(root)).toEqual(["{ 2 members }"]);
    press(tree, "Enter");
    await settled();
    expect(rows(root)).toHaveLength(4);
    expect(press(tree, "q")).toBe(true);
  });

  test("finds names and values, opens what is closed around them, and goes round", async () => {
    const { root, settled } = await view('{"list":[{"code":"x"},{"other":"CODE"}],"z":0}');
    byRole(root, "button", "Collapse all").click();
    await settled();
    expect(rows(root)).toHaveLength(3);
    const field = await search(root, "code", settled);
    expect(textOf(root)).toContain("1 of 2");
    expect(textOf(byRole(root, "treeitem", "code"))).toBe('code: "x"');
    press(field, "Enter");
    await settled();
    expect(textOf(root)).toContain("2 of 2");
    expect(textOf(root.querySelector("[aria-selected=true]") ?? root)).toBe('other: "CODE"');
    press(field, "Enter", { shiftKey: true });
    await settled();
    expect(textOf(root)).toContain("1 of 2");
    await search(root, "nowhere", settled);
    expect(textOf(root)).toContain("No match");
  });

  test("asks for the active value, or its path, to be copied", async () => {
    const { root, settled } = await view('{"a":["x"]}');
    press(byRole(root, "tree"), "End");
    await settled();
    expect(textOf(root)).toContain("a[0]");
    byRole(root, "button", "Copy value").click();
    byRole(root, "button", "Copy path").click();
    byRole(root, "button", "Copy JSON Pointer").click();
    expect(press(byRole(root, "tree"), "c", { ctrlKey: true })).toBe(false);
    const value: BodyPick = { side: "response", want: "value", start: 7, end: 8, isString: true };
    const steps = [{ start: 2, end: 3 }, 0];
    expect(picks).toEqual([
      value,
      { side: "response", want: "js-path", steps },
      { side: "response", want: "json-pointer", steps },
      value,
    ]);
  });
});
