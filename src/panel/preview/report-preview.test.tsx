import { beforeAll, describe, expect, test } from "vitest";
import type { Settings } from "../../settings/settings.ts";
import { aCall, aFeed, aPanel, type MountedPanel } from "../testing/panel.tsx";
import { textOf } from "../testing/render.ts";
import { allByRole, byRole, press } from "../testing/roles.ts";
import { loadPreview } from "./preview-tab.tsx";

// It is a file of its own, loaded when it is first looked at.
beforeAll(async () => {
  await loadPreview();
});

const SECRET = "sk_live_EXAMPLEEXAMPLEEXAMPLE0001";

async function openedPanel(settings: Partial<Settings> = {}): Promise<MountedPanel> {
  const panel = await aPanel({
    settings,
    feed: aFeed([
      aCall({
        status: 404,
        code: "not_found",
        headers: { "X-Request-ID": "req_EXAMPLE1" },
        requestHeaders: {
          Authorization: `Bearer ${SECRET}`,
          "X-Note": "from walrus@example.org and <mark>walrus <b>bold</b>",
        },
        body: JSON.stringify({ error: { code: "not_found", message: "No walrus here, says the creator." } }),
      }),
    ]),
  });
  allByRole(panel.root, "row", "not_found").at(-1)?.click();
  await panel.settled();
  return panel;
}

async function panelWithPreview(settings: Partial<Settings> = {}): Promise<MountedPanel> {
  const panel = await openedPanel(settings);
  byRole(panel.root, "tab", "Report").click();
  await panel.settled();
  return panel;
}

function shown(panel: MountedPanel): string {
  return byRole(panel.root, "region", "Report text").textContent;
}

async function choose(panel: MountedPanel, format: Settings["reportFormat"]): Promise<void> {
  const select = panel.root.querySelector<HTMLSelectElement>("[role=tabpanel] select");
  if (select === null) throw new Error("no format to choose");
  select.value = format;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  await panel.settled();
}

async function redactByHand(panel: MountedPanel, text: string): Promise<void> {
  const field = panel.root.querySelector<HTMLInputElement>('[aria-label="Text to redact everywhere"]');
  if (field === null) throw new Error("no field for text to redact");
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await panel.settled();
  field.closest("form")?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await panel.settled();
}

const FORMATS = ["markdown", "curl-posix", "curl-powershell", "curl-cmd", "har", "json", "text"] as const;

describe("the preview", () => {
  test.each(FORMATS)("of %s shows exactly what is copied, without the key", async (format) => {
    const panel = await panelWithPreview();
    await choose(panel, format);
    const text = shown(panel);
    byRole(panel.root, "button", "Copy this text").click();
    expect(panel.copied).toEqual([text]);
    expect(text).not.toContain(SECRET);
    expect(panel.settings().reportFormat).toBe(format);
  });

  test("marks the placeholders, and shows recorded markup as text", async () => {
    const panel = await panelWithPreview();
    const marks = [...panel.root.querySelectorAll("mark")].map((mark) => mark.textContent);
    expect(marks).toEqual(expect.arrayContaining(["«redacted:api-key:1 sk_live_»", "«redacted:email:1»"]));
    expect(marks.join(" ")).not.toContain("walrus");
    expect(byRole(panel.root, "region", "Report text").querySelector("b")).toBeNull();
  });

  test("lists each kind with its place, the rule and how often", async () => {
    const panel = await panelWithPreview();
    const rows = [...panel.root.querySelectorAll(".redactions tbody tr")].map((row) => textOf(row));
    expect(rows).toEqual(
      expect.arrayContaining([expect.stringMatching(/^api-key ?1 ?1 ?request header Authorization/)]),
    );
  });

  test("says that rules are no guarantee", async () => {
    const panel = await panelWithPreview();
    expect(textOf(panel.root)).toContain("not a guarantee");
  });
});

describe("what is redacted by hand", () => {
  test("disappears from the text, from every format and from direct copies", async () => {
    const panel = await panelWithPreview();
    expect(shown(panel)).toContain("walrus");
    await redactByHand(panel, "walrus");
    for (const format of FORMATS) {
      await choose(panel, format);
      expect(shown(panel)).not.toContain("walrus");
    }
    byRole(panel.root, "button", "Copy report").click();
    expect(panel.copied[0]).not.toContain("walrus");
  });

  test("comes back when it is undone", async () => {
    const panel = await panelWithPreview();
    await redactByHand(panel, "walrus");
    byRole(panel.root, "button", "Undo").click();
    await panel.settled();
    expect(shown(panel)).toContain("walrus");
  });

  test("is not taken where it is too short, holds a mark, or is not recorded, and the reason is said", async () => {
    const panel = await panelWithPreview();
    const before = shown(panel);
    for (const [text, reason] of [
      ["al", "three characters"],
      ["«redacted:email:1»", "placeholder"],
      ["pelican", "recorded"],
      ["Authorization and", "recorded"],
      ["Steps to reproduce", "own words"],
      ["About", "recorded"],
    ] as const) {
      await redactByHand(panel, text);
      expect(textOf(allByRole(panel.root, "alert").at(-1) ?? panel.root)).toContain(reason);
    }
    expect(shown(panel)).toBe(before);
  });

  test("is not stored", async () => {
    const panel = await panelWithPreview();
    await redactByHand(panel, "walrus");
    expect(JSON.stringify(panel.settings())).not.toContain("walrus");
  });
});

describe("a report that is refused", () => {
  test("says why in place of the text, cannot be copied, and can be had again", async () => {
    const panel = await panelWithPreview();
    await redactByHand(panel, "creator");
    expect(shown(panel)).not.toContain("creator");
    // HAR has a field of that name, which is no recorded text.
    await choose(panel, "har");
    expect(allByRole(panel.root, "region", "Report text")).toHaveLength(0);
    expect(textOf(allByRole(panel.root, "alert")[0] ?? panel.root)).toContain("own words");
    byRole(panel.root, "button", "Copy this text").click();
    expect(panel.copied).toEqual([]);
    byRole(panel.root, "button", "Undo").click();
    await panel.settled();
    expect(shown(panel)).toContain("creator");
  });
});

describe("the switches", () => {
  test("are stored, and hold for the preview and for direct copies", async () => {
    const panel = await panelWithPreview();
    byRole(panel.root, "checkbox", "Leave out response bodies").click();
    await panel.settled();
    expect(panel.settings().dropResponseBodies).toBe(true);
    expect(shown(panel)).toContain("response bodies are switched off");
    byRole(panel.root, "button", "Copy report").click();
    expect(panel.copied[0]).toContain("response bodies are switched off");
  });

  test("keep e-mail addresses only where they are told to, and never the key", async () => {
    const panel = await panelWithPreview({ keepEmails: true });
    expect(shown(panel)).toContain("walrus@example.org");
    expect(shown(panel)).not.toContain(SECRET);
  });
});

describe("previewing before copying", () => {
  test("opens the report instead of copying it, also by key on the row", async () => {
    const panel = await openedPanel({ previewBeforeCopy: true });
    byRole(panel.root, "button", "Copy as cURL").click();
    await panel.settled();
    expect(panel.copied).toEqual([]);
    expect(shown(panel)).toMatch(/^curl /m);
    press(byRole(panel.root, "grid"), "c", { ctrlKey: true });
    await panel.settled();
    expect(shown(panel)).toMatch(/^## 404/);
    expect(panel.copied).toEqual([]);
  });
});
