import { URBLOCK_HOST } from "../demo/stand-in/hosts.ts";
import { call, detail, row } from "./calls.ts";
import type { Panel, Tab } from "./harness/browser-session.ts";
import { expect, test } from "./harness/test.ts";

const KEY = "sk_test_EXAMPLEpreviewkey0001";
const NOTE = "walrus-note-of-nobody";
const PATH = "/v1/tokens";
const TEXT = { role: "region", name: "Report text" };

/** A failed call with a key in its header and a body that the user may look at. */
async function plant(tab: Tab, body: string): Promise<void> {
  await call(tab, {
    url: `https://${URBLOCK_HOST}${PATH}?simulate=gateway-502`,
    method: "POST",
    headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json" },
    body,
  });
}

async function openPreview(tab: Tab, panel: Panel): Promise<void> {
  await plant(tab, JSON.stringify({ memo: NOTE, again: KEY, owner: "ann.example@mail.example" }));
  await detail(panel, PATH, "Report");
  await expect.poll(() => panel.count(TEXT)).toBe(1);
}

/** The text as it is, line breaks and all. */
function shown(panel: Panel): Promise<string> {
  return panel.evaluate(() => document.querySelector("[role=region].preview-text")?.textContent ?? "", null);
}

test("the preview marks what was cut out and lists it by kind, place and rule", async ({ tab, panel }) => {
  await openPreview(tab, panel);
  const text = await shown(panel);
  expect(text).toContain(NOTE);
  expect(text).not.toContain(KEY);
  const marks = await panel.texts({ css: ".preview-mark" });
  expect(marks).toContain("\u00abredacted:api-key:1 sk_test_\u00bb");
  const list = await panel.texts({ css: ".redactions tbody tr" });
  expect(list.join("\n")).toMatch(/api-key 1 .*authorization/i);
});

test("what is hidden by hand is gone from every format", async ({ tab, panel }) => {
  await openPreview(tab, panel);
  await panel.type({ role: "textbox", name: "Text to redact everywhere" }, NOTE);
  await panel.click({ role: "button", name: "Redact everywhere" });
  await expect.poll(() => shown(panel)).not.toContain(NOTE);
  for (const format of ["curl-posix", "har", "json", "text", "markdown"]) {
    await panel.evaluate((choice) => {
      const select = document.querySelector<HTMLSelectElement>("select[name=format]");
      if (select === null) throw new Error("no format to choose");
      select.value = choice;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }, format);
    await expect.poll(() => shown(panel)).toContain("by-hand");
    expect(await shown(panel)).not.toContain(NOTE);
  }
  await panel.click({ role: "button", name: "Undo" });
  await expect.poll(() => shown(panel)).toContain(NOTE);
});

test("an address comes back at once, a credential only after a second question", async ({ tab, panel }) => {
  await openPreview(tab, panel);
  await panel.click({ role: "button", name: "Keep email 1" });
  await expect.poll(() => shown(panel)).toContain("ann.example@mail.example");
  await panel.click({ role: "button", name: "Keep api-key 1: it is a credential, and you will be asked to confirm" });
  expect(await shown(panel)).not.toContain(KEY);
  await panel.click({ role: "button", name: "Keep it in the report" });
  await expect.poll(() => shown(panel)).toContain(KEY);
  expect(await shown(panel)).toContain("Kept on the user's word: 1 api-key, 1 email.");
});

test("copying from the preview puts exactly the text on screen on the clipboard", async ({
  tab,
  panel,
  browserUnderTest,
}) => {
  await openPreview(tab, panel);
  await panel.click({ role: "button", name: "Copy this text" });
  await expect.poll(() => panel.texts({ role: "status" })).toEqual([expect.stringMatching(/copied/)]);
  expect(await browserUnderTest.readClipboard()).toBe(await shown(panel));
});

test("megabytes are redacted beside the panel, which stays awake", async ({ tab, panel }) => {
  const rows = Array.from({ length: 12_000 }, (_, index) => ({
    id: `tok_${index}`,
    name: `Gold ${index}`,
    amount: 1.5,
  }));
  await plant(tab, JSON.stringify({ rows, secret: "EXAMPLE-in-megabytes-1" }));
  await detail(panel, PATH, "Report");
  // Frames that are drawn late show a page that was busy.
  const longest = await panel.evaluate(async () => {
    let last = performance.now();
    let gap = 0;
    for (const end = last + 30_000; performance.now() < end;) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      gap = Math.max(gap, performance.now() - last);
      last = performance.now();
      if (document.querySelector(".preview-text") !== null) break;
    }
    return gap;
  }, null);
  expect(longest).toBeLessThan(2000);
  await expect.poll(() => shown(panel)).toContain("Body:");
  expect(await shown(panel)).not.toContain("EXAMPLE-in-megabytes-1");
});

test("presentation mode hides the key on screen and leaves the rest", async ({ tab, panel }) => {
  await openPreview(tab, panel);
  expect(await detail(panel, PATH, "Headers")).toContain(KEY);
  const toggle = async (): Promise<void> => {
    await panel.click({ role: "button", name: "Settings" });
    await panel.click({ role: "checkbox", name: "Presentation mode: also mask recorded values on the screen" });
    await panel.click({ role: "button", name: "Close the settings" });
  };
  await toggle();
  try {
    await expect.poll(() => panel.texts({ role: "tabpanel" })).toEqual([expect.stringContaining("redacted:api-key:1")]);
    const everything = await panel.evaluate(() => document.body.textContent, null);
    expect(everything).not.toContain(KEY);
    expect(everything).toContain("gateway-502");
    await panel.click(row(PATH));
  } finally {
    await toggle();
  }
  expect(await detail(panel, PATH, "Headers")).toContain(KEY);
});
