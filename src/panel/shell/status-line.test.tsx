import { describe, expect, test } from "vitest";
import { aCall, aFeed, aPanel, type MountedPanel } from "../testing/panel.tsx";
import { textOf } from "../testing/render.ts";
import { allByRole, byRole, press } from "../testing/roles.ts";

const LOCAL = "http://localhost:4010";

const calls = () => [
  aCall({ at: 0, path: "/v1/known", status: 404, code: "not_found" }),
  aCall({ at: 1000, origin: LOCAL, path: "/crash", status: 500, body: '{"message":"boom"}' }),
  aCall({ at: 2000, origin: LOCAL, path: "/fine" }),
];

const paths = ({ root }: MountedPanel) => [...root.querySelectorAll(".row .cell-path")].map(textOf);
const line = ({ root }: MountedPanel) => textOf(root.querySelector(".status-line") ?? document.createElement("p"));

async function click(panel: MountedPanel, role: string, name: string): Promise<void> {
  await import("./status-line.tsx");
  await panel.settled();
  byRole(panel.root, role, name).click();
  await import("../menu/panel-menu.tsx");
  await panel.settled();
}

/** Hides the host of the last failed row by its menu. */
async function hideLocal(panel: MountedPanel): Promise<void> {
  const grid = byRole(panel.root, "grid");
  grid.focus();
  press(grid, "End");
  await panel.settled();
  press(grid, "F10", { shiftKey: true });
  await import("../menu/panel-menu.tsx");
  await panel.settled();
  byRole(panel.root, "menuitem", "Hide this host").click();
  await panel.settled();
}

describe("what is recorded and not listed", () => {
  test("plain successes of unknown APIs are counted, and one click lists them", async () => {
    const panel = await aPanel({ feed: aFeed(calls()) });
    expect(paths(panel)).toEqual(["/v1/known", "/crash"]);
    await click(panel, "button", "1 plain success not listed");
    expect(paths(panel)).toEqual(["/v1/known", "/crash", "/fine"]);
    expect(line(panel)).toBe("");
    expect(panel.settings().allSuccesses).toBe(true);
  });

  test("a host is hidden from its row's menu at once, and a notice takes it back", async () => {
    const panel = await aPanel({ feed: aFeed(calls()), settings: { allSuccesses: true } });
    await hideLocal(panel);
    expect(paths(panel)).toEqual(["/v1/known"]);
    expect(panel.settings().hiddenHosts).toEqual(["localhost:4010"]);
    byRole(panel.root, "button", "Show again").click();
    await panel.settled();
    expect(paths(panel)).toEqual(["/v1/known", "/crash", "/fine"]);
    expect(allByRole(panel.root, "button", "Show again")).toHaveLength(0);
  });

  test("hidden hosts stay countable, are counted on, and come back by their menu with all that was recorded", async () => {
    const panel = await aPanel({ feed: aFeed(calls()), settings: { hiddenHosts: ["localhost:4010"] } });
    expect(paths(panel)).toEqual(["/v1/known"]);
    expect(textOf(byRole(panel.root, "toolbar"))).toContain("1 error");
    panel.feed.add(aCall({ at: 3000, origin: LOCAL, path: "/late", status: 500, body: "{}" }));
    await panel.settled();
    await click(panel, "button", "2 failures at 1 hidden host");
    byRole(panel.root, "menuitem", "Show localhost:4010 again (2 failures)").click();
    await panel.settled();
    expect(paths(panel)).toEqual(["/v1/known", "/crash", "/late"]);
  });

  test("if only documented APIs are listed, the failures of the others are counted, and one click lists them", async () => {
    const panel = await aPanel({ feed: aFeed(calls()), settings: { onlyDocumented: true } });
    expect(paths(panel)).toEqual(["/v1/known"]);
    await click(panel, "button", "1 failure of APIs without a document");
    expect(paths(panel)).toEqual(["/v1/known", "/crash"]);
  });

  test("a page whose calls all succeeded says so and offers to list them", async () => {
    const panel = await aPanel({ feed: aFeed([aCall({ origin: LOCAL }), aCall({ origin: LOCAL, path: "/b" })]) });
    expect(textOf(panel.root)).toContain("No failures: 2 calls succeeded");
    await click(panel, "button", "List all successes");
    expect(paths(panel)).toEqual(["/v1/things", "/b"]);
  });

  test("a page that calls only hidden hosts says so and offers to show them again", async () => {
    const panel = await aPanel({ feed: aFeed(calls().slice(1)), settings: { hiddenHosts: ["localhost:4010"] } });
    expect(textOf(panel.root)).toContain("All calls so far are to hidden hosts");
    await click(panel, "button", "Show the hidden hosts again");
    expect(paths(panel)).toEqual(["/crash"]);
    expect(panel.settings().hiddenHosts).toEqual([]);
  });

  test("the settings list hidden hosts and show them again", async () => {
    const panel = await aPanel({ feed: aFeed(calls()), settings: { hiddenHosts: ["localhost:4010"] } });
    byRole(panel.root, "button", "Settings").click();
    await import("../settings/settings-drawer.tsx");
    await panel.settled();
    byRole(panel.root, "button", "Show localhost:4010 again").click();
    await panel.settled();
    expect(panel.settings().hiddenHosts).toEqual([]);
    expect(paths(panel)).toEqual(["/v1/known", "/crash"]);
  });
});
