import { describe, expect, test } from "vitest";
import { aCall, aFeed, aPanel, type MountedPanel } from "../testing/panel.tsx";
import { textOf } from "../testing/render.ts";
import { allByRole, byRole, press } from "../testing/roles.ts";

async function panelWithErrors(): Promise<MountedPanel> {
  return aPanel({
    feed: aFeed([
      aCall({ path: "/v1/fine" }),
      aCall({ path: "/v1/gone", status: 404, code: "not_found" }),
      aCall({ path: "/v1/fast", status: 429, code: "slow_down" }),
      aCall({ path: "/v1/gone-too", status: 404, code: "not_found" }),
    ]),
  });
}

function field({ root }: MountedPanel): HTMLInputElement {
  const input = byRole(root, "combobox", "Filter");
  if (!(input instanceof HTMLInputElement)) throw new Error("not an input");
  return input;
}

async function write(panel: MountedPanel, text: string): Promise<void> {
  const input = field(panel);
  input.focus();
  input.value = text;
  input.setSelectionRange(text.length, text.length);
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await panel.settled();
}

async function pressIn(panel: MountedPanel, key: string): Promise<boolean> {
  const left = press(field(panel), key);
  await panel.settled();
  return left;
}

const offered = (panel: MountedPanel) =>
  allByRole(panel.root, "option").map((option) => textOf(option.querySelector("code") ?? option));

describe("the filter field", () => {
  test("suggests keys, and behind a key the values that were seen, the most frequent first", async () => {
    const panel = await panelWithErrors();
    await write(panel, "co");
    expect(offered(panel)).toContain("code:RATE_LIMITED");
    await write(panel, "code:");
    expect(offered(panel)).toEqual(["not_found", "slow_down"]);
  });

  test("puts a chosen suggestion in place by keyboard alone, and filters by it", async () => {
    const panel = await panelWithErrors();
    await write(panel, "co");
    await pressIn(panel, "ArrowDown");
    expect(field(panel).getAttribute("aria-activedescendant")).toBe(allByRole(panel.root, "option")[0]?.id);
    expect(await pressIn(panel, "Enter")).toBe(false);
    expect(field(panel).value).toBe("code:");
    await pressIn(panel, "ArrowDown");
    await pressIn(panel, "Enter");
    expect(field(panel).value).toBe("code:not_found ");
    expect(allByRole(panel.root, "option")).toHaveLength(0);
    expect(panel.root.querySelectorAll(".row")).toHaveLength(2);
  });

  test("closes its suggestions with the first Esc and empties itself with the second", async () => {
    const panel = await panelWithErrors();
    await write(panel, "code:");
    expect(await pressIn(panel, "Escape")).toBe(false);
    expect([offered(panel), field(panel).value]).toEqual([[], "code:"]);
    expect(await pressIn(panel, "Escape")).toBe(false);
    expect(field(panel).value).toBe("");
    expect(await pressIn(panel, "Escape")).toBe(true);
  });

  test("marks a word that means nothing where it stands, says why, and still shows the rows", async () => {
    const panel = await panelWithErrors();
    await write(panel, "status:404 nokey:x");
    expect([...panel.root.querySelectorAll("mark")].map(textOf)).toEqual(["nokey:x"]);
    expect(field(panel).getAttribute("aria-invalid")).toBe("true");
    const reason = panel.root.querySelector(`#${field(panel).getAttribute("aria-describedby")}`);
    expect(reason?.textContent).toContain("There is no filter “nokey:”");
    expect(panel.root.querySelectorAll(".row")).toHaveLength(2);
  });

  test("explains all of its language", async () => {
    const panel = await panelWithErrors();
    byRole(panel.root, "button", "Filter syntax").click();
    await import("./filter-help.tsx");
    await panel.settled();
    const help = textOf(byRole(panel.root, "dialog"));
    for (const part of ["retry:after-delay", "larger-than:10k", "-word", "/pattern/"]) expect(help).toContain(part);
  });
});
