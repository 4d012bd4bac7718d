import { signal } from "@preact/signals";
import { describe, expect, test } from "vitest";
import type { ApiEvent } from "../../decode/api-event.ts";
import { DEFAULT_SETTINGS } from "../../settings/settings.ts";
import { rowOf } from "../../timeline/row.ts";
import { anEvent } from "../../timeline/testing/an-event.ts";
import type { EventItem } from "../../timeline/timeline-item.ts";
import { aCall, aFeed, aPanel, START } from "../testing/panel.tsx";
import { aClock, drawn, textOf } from "../testing/render.ts";
import { allByRole, byRole } from "../testing/roles.ts";
import { TimelineGrid } from "./timeline-grid.tsx";

function anItem(event: ApiEvent): EventItem {
  return { kind: "event", id: event.id, at: event.exchange.startedAt, event, findings: [], notes: [] };
}

function paths(root: Element): readonly string[] {
  return [...root.querySelectorAll(".row .cell-path")].map(textOf);
}

describe("the timeline", () => {
  test("shows events in order of start, whatever order they arrive in", async () => {
    const panel = await aPanel({ feed: aFeed([aCall({ at: 2000, path: "/c" }), aCall({ at: 0, path: "/a" })]) });
    panel.feed.add(aCall({ at: 1000, path: "/b" }));
    await panel.settled();
    expect(paths(panel.root)).toEqual(["/a", "/b", "/c"]);
  });

  test("of 10,000 rows renders only those on screen, and tells screen readers of all", () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => rowOf(anItem(anEvent({ id: `event-${at}`, at }))));
    const nothing = (): void => undefined;
    const root = drawn(
      <TimelineGrid
        rows={rows}
        selected={undefined}
        clock={aClock(START)}
        sort={DEFAULT_SETTINGS.sort}
        hiddenColumns={[]}
        columnWidths={{}}
        isGrouped={false}
        isLive
        annotations={{}}
        gaps={signal(() => null)}
        arrangement={0}
        onSelect={nothing}
        onOpen={nothing}
        onCopy={nothing}
        onFold={nothing}
        onSort={nothing}
        onWidths={nothing}
        onRowMenu={nothing}
        onColumnMenu={nothing}
      />,
    );
    expect(byRole(root, "grid").getAttribute("aria-rowcount")).toBe("10001");
    expect(root.querySelectorAll(".row").length).toBeLessThan(100);
    // Making so many events takes its time where other work shares the processor.
  }, 60_000);

  test("counts rows and errors", async () => {
    const { root } = await aPanel({
      feed: aFeed([aCall(), aCall({ status: 404, code: "not_found" })]),
      settings: { errorsOnly: true },
    });
    expect(textOf(byRole(root, "toolbar"))).toContain("1 of 2 1 error");
  });

  test("keeps the selection and the open details while rows come and a filter hides them", async () => {
    const panel = await aPanel({ feed: aFeed([aCall({ id: "kept", at: 5000, status: 404, code: "not_found" })]) });
    allByRole(panel.root, "row", "not_found").at(-1)?.click();
    await panel.settled();
    panel.feed.add(aCall({ at: 0, path: "/earlier" }));
    await panel.settled();
    expect(panel.root.querySelector('[aria-selected="true"]')?.id).toBe("row-kept");
    const filter = byRole(panel.root, "combobox", "Filter");
    if (!(filter instanceof HTMLInputElement)) throw new Error("not an input");
    filter.value = "path:/earlier";
    filter.dispatchEvent(new Event("input", { bubbles: true }));
    await panel.settled();
    expect(paths(panel.root)).toEqual(["/earlier"]);
    expect(byRole(panel.root, "heading", "There is no such thing")).toBeDefined();
  });

  test("shows an entry that could not be read, and where the page navigated", async () => {
    const { root } = await aPanel({
      feed: aFeed([
        { kind: "unreadable", sequence: 900, at: START, problem: "The entry has no request." },
        { kind: "navigation", at: START + 10, url: "https://app.example.test/next" },
      ]),
    });
    const grid = textOf(byRole(root, "grid"));
    expect(grid).toContain("could not be read: The entry has no request.");
    expect(grid).toContain("Navigated to https://app.example.test/next");
  });

  test("ignores an invalid word of the filter and says so", async () => {
    const { root } = await aPanel({ feed: aFeed([aCall()]), settings: { filterText: "nokey:x" } });
    expect(paths(root)).toEqual(["/v1/things"]);
    expect(textOf(root)).toContain("Ignored: There is no filter “nokey:”");
  });

  test("counts a stated wait down, from the instant and not from the row's arrival", async () => {
    const { root } = await aPanel({
      feed: aFeed([aCall({ status: 429, code: "slow_down", headers: { "Retry-After": "90" } })]),
      now: START + 60_120,
    });
    expect(textOf(byRole(root, "timer"))).toBe("30 s");
  });

  test("says that a wait is over instead of counting below zero", async () => {
    const { root } = await aPanel({
      feed: aFeed([aCall({ status: 429, code: "slow_down", headers: { "Retry-After": "5" } })]),
    });
    expect(textOf(byRole(root, "timer"))).toBe("Retry now");
  });

  test("takes in nothing while the browser draws no frames, and catches up after", async () => {
    const panel = await aPanel();
    const held: FrameRequestCallback[] = [];
    const draw = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => held.push(callback);
    panel.feed.add(aCall({ path: "/hidden" }));
    panel.feed.add(aCall({ path: "/hidden-too" }));
    expect(held).toHaveLength(1);
    window.requestAnimationFrame = draw;
    for (const callback of held) callback(0);
    await panel.settled();
    expect(paths(panel.root)).toEqual(["/hidden", "/hidden-too"]);
  });

  test("leaves nothing behind when it is unmounted", async () => {
    const panel = await aPanel({ feed: aFeed([aCall()]) });
    panel.unmount();
    panel.feed.add(aCall());
    await panel.settled();
    expect(panel.root.childElementCount).toBe(0);
  });
});

describe("the meters", () => {
  const limits = { "X-RateLimit-Limit": "60", "X-RateLimit-Remaining": "12", "X-RateLimit-Reset": "1705320120" };

  test("show what is left of the latest response, and when it resets", async () => {
    const { root } = await aPanel({ feed: aFeed([aCall({ headers: limits })]) });
    const strip = textOf(byRole(root, "list", "Rate limits"));
    expect(strip).toContain("Example");
    expect(strip).toContain("12 of 60 left");
    expect(strip).toContain("resets in 1 min 00 s");
    expect(byRole(root, "meter").getAttribute("aria-valuenow")).toBe("12");
  });

  test("outlive a cleared timeline", async () => {
    const panel = await aPanel({ feed: aFeed([aCall({ headers: limits })]) });
    byRole(panel.root, "button", "Clear").click();
    await panel.settled();
    expect(allByRole(panel.root, "grid")).toHaveLength(0);
    expect(textOf(byRole(panel.root, "list", "Rate limits"))).toContain("12 of 60 left");
  });
});
