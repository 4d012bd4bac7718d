import { describe, expect, test } from "vitest";
import { aCall, aFeed, aPanel, type MountedPanel, START } from "../testing/panel.tsx";
import { byRole } from "../testing/roles.ts";

const said = ({ root }: MountedPanel) => byRole(root, "log").textContent;
const failure = (at: number, id: string) => aCall({ id, at, path: "/v1/gone", status: 404, code: "not_found" });

describe("a screen reader", () => {
  test("hears of a new error once, with its code and call", async () => {
    const panel = await aPanel({ now: START });
    panel.feed.add(failure(10, "a"));
    await panel.settled();
    expect(said(panel)).toBe("New error: 404 not_found, GET /v1/gone");
  });

  test("hears nothing of successes, nor of errors from before the panel was opened", async () => {
    const panel = await aPanel({ feed: aFeed([failure(-60_000, "old")]), now: START });
    panel.feed.add(aCall({ at: 20 }));
    await panel.settled();
    expect(said(panel)).toBe("");
  });

  test("hears of several at once in one sentence", async () => {
    const panel = await aPanel({ now: START });
    panel.feed.add(failure(10, "b"), failure(20, "c"));
    await panel.settled();
    expect(said(panel)).toBe("2 new errors, the latest: 404 not_found, GET /v1/gone");
  });
});
