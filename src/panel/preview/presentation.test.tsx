import { beforeAll, describe, expect, test } from "vitest";
import { loadPresenter, loadReport } from "../loading/report-loader.ts";
import { START, aCall, aFeed, aPanel, type MountedPanel } from "../testing/panel.tsx";
import { allByRole, byRole, press } from "../testing/roles.ts";
import { loadPreview } from "./preview-tab.tsx";

/** Has the form of a live key, and says that it is none. */
const KEY = "sk_live_EXAMPLE0123456789abcdef";

/** Everything a user, or who looks over their shoulder, can get out of the page. */
function visible(root: HTMLElement): string {
  const fields = [...root.ownerDocument.querySelectorAll<HTMLInputElement>("input, textarea, select")];
  return [root.ownerDocument.documentElement.outerHTML, ...fields.map((field) => field.value)].join("\n");
}

const keyed = (shape: Parameters<typeof aCall>[0]) =>
  aCall({
    path: `/v1/keys/${KEY}?api_key=${KEY}`,
    status: 422,
    requestHeaders: { authorization: `Bearer ${KEY}`, "x-note": KEY },
    headers: {
      "x-echo": KEY,
      "retry-after": "30",
      "ratelimit-policy": `"${KEY}";q=10;w=60`,
      ratelimit: `"${KEY}";r=0;t=30`,
    },
    body: JSON.stringify({ error: { code: KEY, type: KEY, message: `No ${KEY}`, param: KEY, list: [KEY] } }),
    ...shape,
  });

async function aSharedPanel(settings = {}, others: Parameters<typeof aFeed>[1] = {}): Promise<MountedPanel> {
  const feed = aFeed(
    [
      keyed({ id: "a" }),
      keyed({ id: "b", at: 1000 }),
      { kind: "unreadable", sequence: 90, at: START, problem: `An entry of https://a.test/${KEY} has no request.` },
      { kind: "navigation", at: START, url: `https://shop.example.test/?token=${KEY}` },
    ],
    others,
  );
  const panel = await aPanel({ feed, now: START + 5_000, settings: { presentationMode: true, ...settings } });
  await panel.settled();
  return panel;
}

beforeAll(async () => {
  await Promise.all([loadReport(), loadPresenter(), loadPreview()]);
  await Promise.all([
    import("../detail/call-tab.tsx"),
    import("../menu/panel-menu.tsx"),
    import("../notes/note-dialog.tsx"),
    import("../settings/settings-drawer.tsx"),
    import("../limits/limits-view.tsx"),
  ]);
});

describe("presentation mode shows no key", () => {
  test("in rows, announcements, meters and limits", async () => {
    const panel = await aSharedPanel();
    expect(panel.root.querySelectorAll(".row")).toHaveLength(4);
    expect(visible(panel.root)).not.toContain(KEY);
    panel.feed.add(keyed({ id: "c", at: 4_000_000 }));
    await panel.settled();
    expect(byRole(panel.root, "log").textContent).toContain("422");
    expect(visible(panel.root)).not.toContain(KEY);
    byRole(panel.root, "button", "Limits").click();
    await panel.settled();
    expect(panel.root.querySelectorAll(".limit-card").length).toBeGreaterThan(0);
    expect(visible(panel.root)).not.toContain(KEY);
    panel.unmount();
  });

  test("on any tab, and a value copied from there is the one in its place", async () => {
    const panel = await aSharedPanel();
    press(byRole(panel.root, "grid"), "End");
    await panel.settled();
    press(byRole(panel.root, "grid"), "Enter");
    await panel.settled();
    const tabs = allByRole(panel.root, "tab").map((tab) => tab.textContent);
    expect(tabs).toHaveLength(7);
    for (const name of tabs) {
      byRole(panel.root, "tab", name).click();
      await panel.settled();
      expect(visible(panel.root), name).not.toContain(KEY);
      if (name !== "Response") continue;
      press(byRole(panel.root, "tree"), "End");
      await panel.settled();
      byRole(panel.root, "button", "Copy path").click();
      await panel.settled();
      expect(panel.copied.at(-1)).toBe("error.list[0]");
    }
    panel.unmount();
  });

  test("in menus, notes and dialogs; a note that was only looked at stays", async () => {
    const panel = await aSharedPanel();
    const grid = byRole(panel.root, "grid");
    press(grid, "End");
    await panel.settled();
    const choose = async (name: string): Promise<void> => {
      press(grid, "F10", { shiftKey: true });
      await panel.settled();
      expect(visible(panel.root)).not.toContain(KEY);
      byRole(panel.root, "menuitem", name).click();
      await panel.settled();
      expect(visible(panel.root)).not.toContain(KEY);
    };
    await choose("Add a note");
    const field = panel.root.querySelector("textarea");
    if (field === null) throw new Error("no field");
    field.value = `with ${KEY}`;
    byRole(panel.root, "button", "Save").click();
    await panel.settled();
    expect(visible(panel.root)).not.toContain(KEY);
    await choose("Edit the note");
    byRole(panel.root, "button", "Save").click();
    await panel.settled();
    expect(panel.root.querySelector(".row-mark")?.getAttribute("title")).toContain("with ");
    press(grid, "Enter");
    await panel.settled();
    byRole(panel.root, "button", "Add to the catalogue").click();
    await panel.settled();
    expect(visible(panel.root)).toContain("schemaVersion");
    const calls = panel.root.querySelector<HTMLSelectElement>(".live-test select");
    if (calls === null) throw new Error("no recorded calls");
    calls.value = "b";
    calls.dispatchEvent(new Event("change", { bubbles: true }));
    await panel.settled();
    expect(panel.root.querySelector(".tried")).not.toBeNull();
    expect(visible(panel.root)).not.toContain(KEY);
    panel.unmount();
  });

  test("in the filter, what it suggests and what it complains of", async () => {
    const panel = await aSharedPanel({ filterText: `path:${KEY} unknown-${KEY}:1` });
    const field = byRole(panel.root, "combobox", "Filter");
    expect(visible(panel.root)).not.toContain(KEY);
    expect(field.hasAttribute("readonly")).toBe(true);
    allByRole(panel.root, "button", "Clear the filter")[0]?.click();
    await panel.settled();
    if (!(field instanceof HTMLInputElement)) throw new Error("no field");
    field.value = "code:";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await panel.settled();
    expect(visible(panel.root)).not.toContain(KEY);
    panel.unmount();
  });

  test("among the hosts that were seen", async () => {
    const panel = await aPanel({
      feed: aFeed([], { skippedHosts: [{ host: `${KEY}.example.test`, calls: 2, failures: 0 }], entriesSeen: 2 }),
      settings: { presentationMode: true },
    });
    await panel.settled();
    expect(allByRole(panel.root, "button", "Record every API").length).toBeGreaterThan(0);
    expect(visible(panel.root)).not.toContain(KEY);
    panel.unmount();
  });

  test("though all of it is there without the mode", async () => {
    const panel = await aSharedPanel({ presentationMode: false });
    expect(visible(panel.root).split(KEY).length).toBeGreaterThan(8);
    panel.unmount();
  });
});
