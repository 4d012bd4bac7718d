import { describe, expect, test } from "vitest";
import { readEmptyReason } from "./empty-reason.ts";
import { aCall, aFeed, aPanel, aStatus } from "../testing/panel.tsx";
import { textOf } from "../testing/render.ts";
import { allByRole, byRole } from "../testing/roles.ts";

describe("the reason for an empty timeline", () => {
  test.each([
    ["filtered", {}, 5],
    ["paused", { recording: false }, 0],
    ["silent", { silentSinceNavigation: true, entriesSeen: 9 }, 0],
    ["nothing-yet", {}, 0],
    ["no-call", { entriesSeen: 9 }, 0],
    ["undocumented", { entriesSeen: 9, callsSeen: 2 }, 0],
    ["cleared", { entriesSeen: 9, callsSeen: 2, callsRecorded: 2 }, 0],
  ] as const)("is %s", (reason, status, total) => {
    expect(readEmptyReason(aStatus(status), total)).toBe(reason);
  });
});

describe("the empty state", () => {
  test("before any request, says that a reload captures what came before", async () => {
    const { root } = await aPanel();
    expect(textOf(root)).toContain("reload it to capture what happened before DevTools was opened");
  });

  test("filtered to nothing, offers to clear the filter, which shows the rows again", async () => {
    const panel = await aPanel({ feed: aFeed([aCall()]), settings: { filterText: "absent", errorsOnly: true } });
    expect(textOf(panel.root)).toContain("No rows match the filter (1 hidden)");
    allByRole(panel.root, "button", "Clear the filter").at(-1)?.click();
    await panel.settled();
    expect(textOf(byRole(panel.root, "grid"))).toContain("/v1/things");
    expect(panel.settings()).toMatchObject({ filterText: "", errorsOnly: false });
  });

  test("offers to open a recording, not while one is shown", async () => {
    const panel = await aPanel();
    expect(allByRole(panel.root, "button", "Open a recording…")).toHaveLength(1);
    const file = { name: "shop.har", areCredentialsWithheld: false };
    const inViewer = await aPanel({ feed: aFeed([], { file }) });
    expect(allByRole(inViewer.root, "button", "Open a recording…")).toHaveLength(0);
  });

  test("paused, offers to start recording", async () => {
    const panel = await aPanel({ feed: aFeed([], { recording: false }) });
    allByRole(panel.root, "button", "Start recording").at(-1)?.click();
    await panel.settled();
    expect(panel.feed.snapshot().status.recording).toBe(true);
  });

  test("if only documented APIs are recorded, counts the other hosts' failures and records every API on request", async () => {
    const panel = await aPanel({
      settings: { onlyDocumented: true },
      feed: aFeed([], {
        entriesSeen: 3,
        callsSeen: 3,
        callsRecorded: 0,
        skippedHosts: [{ host: "localhost:4000", calls: 3, failures: 2 }],
      }),
    });
    expect(textOf(panel.root)).toContain("localhost:40003 calls2 failures");
    byRole(panel.root, "button", "Record every API").click();
    expect(panel.settings().onlyDocumented).toBe(false);
  });

  test("on the first run, introduces the panel until it is put away", async () => {
    const panel = await aPanel();
    expect(allByRole(panel.root, "heading", "Welcome to Faultline")).toHaveLength(1);
    byRole(panel.root, "button", "Got it").click();
    await panel.settled();
    expect(allByRole(panel.root, "heading", "Welcome to Faultline")).toHaveLength(0);
    expect(panel.settings().introductionSeen).toBe(true);
    expect(textOf(panel.root)).toContain("Recording: no requests yet");
  });

  test("says in a banner what is wrong with the settings", async () => {
    const { root } = await aPanel({ settingsProblems: [{ kind: "newer-version", stored: 9, known: 2 }] });
    expect(allByRole(root, "status", "newer version")).toHaveLength(1);
  });

  test("in Firefox after a silent navigation, points to the Network panel's filter", async () => {
    const { root } = await aPanel({ feed: aFeed([], { silentSinceNavigation: true, browser: "firefox" }) });
    expect(textOf(root)).toContain("clear its text filter");
  });

  test("after an update of the extension, keeps the rows and says that nothing new comes", async () => {
    const { root } = await aPanel({ feed: aFeed([aCall()], { disconnected: true }) });
    expect(textOf(root)).toContain("Nothing new is recorded");
    expect(textOf(byRole(root, "grid"))).toContain("/v1/things");
  });

  test("names what was dropped to stay under the limits", async () => {
    const { root } = await aPanel({ feed: aFeed([aCall()], { dropped: { successes: 1204, failures: 0, bodies: 2 } }) });
    expect(textOf(root)).toContain("oldest first: 1,204 successes, the bodies of 2 calls.");
  });
});
