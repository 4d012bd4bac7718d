import { beforeAll, describe, expect, test } from "vitest";
import type { FeedRecord } from "../../exchange/feed.ts";
import { loadReport } from "../loading/report-loader.ts";
import { aCall, aFeed, aPanel, type MountedPanel } from "../testing/panel.tsx";
import { textOf } from "../testing/render.ts";
import { allByRole, byRole } from "../testing/roles.ts";

beforeAll(async () => {
  await loadReport();
});

function refused(headers: Readonly<Record<string, string>>, requestHeaders = {}): FeedRecord {
  return aCall({ status: 429, code: "slow_down", headers, requestHeaders });
}

async function panelOn(record: FeedRecord): Promise<MountedPanel> {
  const panel = await aPanel({ feed: aFeed([record]) });
  allByRole(panel.root, "row").at(-1)?.click();
  await panel.settled();
  return panel;
}

/** Opens the preview as a click on its heading does, and waits for its code. */
async function previewOn(record: FeedRecord): Promise<{ readonly panel: MountedPanel; readonly preview: HTMLElement }> {
  const panel = await panelOn(record);
  const preview = panel.root.querySelector<HTMLDetailsElement>("details.backoff");
  if (preview === null) throw new Error("there is no preview");
  preview.open = true;
  preview.dispatchEvent(new Event("toggle"));
  await expect.poll(() => byRole(preview, "table", "Pauses")).toBeDefined();
  return { panel, preview };
}

describe("the backoff preview", () => {
  test("starts at the stated wait, draws above it and says whose word it is", async () => {
    const { preview } = await previewOn(refused({ "Retry-After": "45" }));
    const text = textOf(preview);
    expect(text).toContain("Suggested by Faultline, not by the server");
    expect(textOf(byRole(preview, "table", "Pauses"))).toMatch(/1 ?45\.00 s and 46\.00 s/);
  });

  test("says that the page cannot read the header where CORS hides it, and falls back to what DevTools saw", async () => {
    const { preview } = await previewOn(refused({ "Retry-After": "45" }, { Origin: "https://app.example.test" }));
    expect(textOf(preview)).toContain("The page cannot read Retry-After here");
    expect(textOf(byRole(preview, "region", "Code for fetch"))).toContain("UNREAD_WAIT_MS = 45000");
  });

  test("says that the code does not sit through a wait of more than two minutes", async () => {
    const { preview } = await previewOn(refused({ "Retry-After": "121" }));
    expect(textOf(preview)).toContain("The server asked for more than 2 min 00 s.");
    expect(textOf((await previewOn(refused({ "Retry-After": "120" }))).preview)).not.toContain("more than 2 min");
  });

  test("shows the code for the chosen client and copies that, through the redactor", async () => {
    const { panel, preview } = await previewOn(refused({ "Retry-After": "45" }));
    preview.querySelector<HTMLInputElement>('input[value="axios"]')?.click();
    await panel.settled();
    expect(textOf(byRole(preview, "region", "Code for axios"))).toContain('import axios from "axios"');
    byRole(preview, "button", "Copy code").click();
    expect(panel.copied).toHaveLength(1);
    expect(panel.copied[0]).toContain('import axios from "axios"');
    await panel.settled();
    expect(textOf(panel.root)).toContain("Code for axios copied, nothing needed to be redacted.");
  });

  test("is not offered for a failure that no retry can help", async () => {
    const panel = await panelOn(aCall({ status: 404, code: "not_found" }));
    expect(panel.root.querySelector("details.backoff")).toBeNull();
  });
});
