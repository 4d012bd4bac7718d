import { describe, expect, test } from "vitest";
import { aCall, aFeed, aPanel, type MountedPanel } from "../testing/panel.tsx";
import { byRole, press } from "../testing/roles.ts";

const gone = (id: string, at: number) => aCall({ id, at, path: "/v1/gone", status: 404, code: "not_found" });
const ids = ({ root }: MountedPanel) => [...root.querySelectorAll(".row")].map(({ id }) => id);

async function grouped(): Promise<MountedPanel> {
  return aPanel({
    feed: aFeed([gone("a", 0), aCall({ id: "other", at: 10 }), gone("b", 20)]),
    settings: { groupRepeats: true },
  });
}

async function pressOn(panel: MountedPanel, key: string): Promise<void> {
  press(byRole(panel.root, "treegrid"), key);
  await panel.settled();
}

describe("grouped repeats", () => {
  test("are a tree: arrows unfold and fold them, and the fold ends on the head", async () => {
    const panel = await grouped();
    await pressOn(panel, "End");
    expect(ids(panel)).toEqual(["row-other", "row-b"]);
    expect(panel.root.querySelector("#row-b")?.getAttribute("aria-expanded")).toBe("false");
    await pressOn(panel, "ArrowRight");
    expect(ids(panel)).toEqual(["row-other", "row-b", "row-a"]);
    expect(panel.root.querySelector("#row-a")?.getAttribute("aria-level")).toBe("2");
    await pressOn(panel, "ArrowDown");
    await pressOn(panel, "ArrowLeft");
    expect(ids(panel)).toEqual(["row-other", "row-b"]);
    expect(panel.root.querySelector('[aria-selected="true"]')?.id).toBe("row-b");
  });

  test("keep the selection on the group when a new repeat becomes its head", async () => {
    const panel = await grouped();
    await pressOn(panel, "End");
    panel.feed.add(gone("c", 30));
    await panel.settled();
    expect(panel.root.querySelector('[aria-selected="true"]')?.id).toBe("row-c");
  });
});
