import { beforeAll, describe, expect, test } from "vitest";
import { loadPresenter } from "../loading/report-loader.ts";
import { aCall, aFeed, aPanel, type MountedPanel } from "../testing/panel.tsx";
import { textOf } from "../testing/render.ts";
import { allByRole, byRole } from "../testing/roles.ts";
import { loadPreview } from "./preview-tab.tsx";

beforeAll(async () => {
  await Promise.all([loadPreview(), loadPresenter()]);
});

const SECRET = "sk_live_EXAMPLEEXAMPLEEXAMPLE0001";
const OPAQUE = "q7Wm2ZxEXAMPLE94kTnB5vLp";

async function panelWithReport(settings: Parameters<typeof aPanel>[0] = {}): Promise<MountedPanel> {
  const call = (path: string) =>
    aCall({
      path,
      status: 404,
      code: "not_found",
      requestHeaders: { Authorization: `Bearer ${SECRET}`, "X-Note": "from walrus@example.org" },
      body: JSON.stringify({ error: { code: "not_found", message: "No such thing." }, blob: OPAQUE }),
    });
  const panel = await aPanel({ ...settings, feed: aFeed([call("/v1/first"), call("/v1/second")]) });
  allByRole(panel.root, "row", "/v1/second").at(-1)?.click();
  await panel.settled();
  byRole(panel.root, "tab", "Report").click();
  await panel.settled();
  return panel;
}

function shown(panel: MountedPanel): string {
  return byRole(panel.root, "region", "Report text").textContent;
}

async function press(panel: MountedPanel, name: string): Promise<void> {
  byRole(panel.root, "button", name).click();
  await panel.settled();
}

describe("an item of the preview", () => {
  test("is kept at a click, listed, and redacted again at another", async () => {
    const panel = await panelWithReport();
    await press(panel, "Keep email 1");
    expect(shown(panel)).toContain("walrus@example.org");
    expect(shown(panel)).toContain("Kept on the user's word: 1 email.");
    await press(panel, "Redact again");
    expect(shown(panel)).not.toContain("walrus@example.org");
  });

  test("that is a credential is kept only after a second question", async () => {
    const panel = await panelWithReport();
    await press(panel, "Keep api-key 1: it is a credential, and you will be asked to confirm");
    expect(shown(panel)).not.toContain(SECRET);
    expect(document.activeElement).toBe(byRole(panel.root, "button", "Leave it redacted"));
    await press(panel, "Leave it redacted");
    expect(shown(panel)).not.toContain(SECRET);
    expect(document.activeElement).toBe(byRole(panel.root, "button", "Keep api-key 1"));
    await press(panel, "Keep api-key 1: it is a credential, and you will be asked to confirm");
    await press(panel, "Keep it in the report");
    expect(shown(panel)).toContain(SECRET);
  });

  test("is kept in this text only: direct copies and a changed switch redact it", async () => {
    const panel = await panelWithReport();
    await press(panel, "Keep email 1");
    await press(panel, "Copy report");
    expect(panel.copied[0]).not.toContain("walrus@example.org");
    byRole(panel.root, "checkbox", "Hide wallet addresses").click();
    await panel.settled();
    expect(shown(panel)).not.toContain("walrus@example.org");
  });
});

describe("what no rule could tell", () => {
  test("is listed with its place, and redacted everywhere at a click", async () => {
    const panel = await panelWithReport();
    expect(textOf(panel.root)).toMatch(/q7Wm2ZxEXAMPLE94kTnB5vLp blob \(response body\)/);
    expect(shown(panel)).toContain(OPAQUE);
    await press(panel, `Redact ${OPAQUE}`);
    expect(shown(panel)).not.toContain(OPAQUE);
  });
});

describe("a report of several calls", () => {
  test("holds those in the list, oldest first", async () => {
    const panel = await panelWithReport();
    const select = panel.root.querySelector<HTMLSelectElement>("select[name=calls]");
    if (select === null) throw new Error("no choice of calls");
    select.value = "visible";
    select.dispatchEvent(new Event("change", { bubbles: true }));
    await panel.settled();
    const text = shown(panel);
    expect(text.indexOf("GET /v1/first")).toBeGreaterThan(-1);
    expect(text.indexOf("GET /v1/first")).toBeLessThan(text.lastIndexOf("GET /v1/second"));
    byRole(panel.root, "button", "Copy this text").click();
    expect(panel.copied).toEqual([text]);
  });
});

describe("presentation mode", () => {
  test("shows no secret on any tab, and copies the same report", async () => {
    const panel = await panelWithReport({ settings: { presentationMode: true } });
    for (const name of ["Explanation", "Request", "Response", "Headers", "Timing", "Report"]) {
      byRole(panel.root, "tab", name).click();
      await panel.settled();
      expect(panel.root.innerHTML).not.toContain(SECRET);
      expect(panel.root.innerHTML).not.toContain("walrus@example.org");
    }
    expect(shown(panel)).toContain("\u00abredacted:api-key:1 sk_live_\u00bb");
  });

  test("leaves everything as it is while it is off", async () => {
    const panel = await panelWithReport();
    byRole(panel.root, "tab", "Headers").click();
    await panel.settled();
    expect(textOf(panel.root)).toContain(SECRET);
  });
});
