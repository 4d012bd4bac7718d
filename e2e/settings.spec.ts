import { DEMO_HOST } from "../demo/stand-in/hosts.ts";
import { call, detail, rowText, simulated } from "./calls.ts";
import type { Panel } from "./harness/browser-session.ts";
import { expect, reloadPanel, test } from "./harness/test.ts";
import { putStored, readStored } from "./stored.ts";

const SETTINGS = { role: "button", name: "Settings" };
const DIALOG = { css: "dialog[open]" };
const EDITOR = { role: "textbox", name: "Provider document, JSON" };

async function openSettings(panel: Panel): Promise<void> {
  await panel.click(SETTINGS);
  await expect.poll(() => panel.count(DIALOG)).toBe(1);
}

/** Puts a long text into a field at once, as pasting does. */
function paste(panel: Panel, text: string): Promise<void> {
  return panel.evaluate((pasted) => {
    const field = document.querySelector<HTMLTextAreaElement>("dialog[open] .source-text");
    if (field === null) return;
    field.value = pasted;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }, text);
}

test(
  "settings open by their button, keep the keys, close by Esc and give the focus back",
  { tag: "@long" },
  async ({ panel }) => {
    await openSettings(panel);
    await panel.click({ role: "radio", name: "Dark" });
    await expect.poll(() => panel.evaluate(() => document.documentElement.dataset["theme"], null)).toBe("dark");
    await panel.press("Escape");
    await expect.poll(() => panel.count(DIALOG)).toBe(0);
    await expect
      .poll(() => panel.evaluate(() => document.activeElement?.getAttribute("aria-label"), null))
      .toBe("Settings");
  },
);

test("damaged settings fall back one by one, and the panel says which", async ({ panel }) => {
  const stored = { schemaVersion: 2, values: { theme: "pink", density: "compact" } };
  await putStored(panel, "settings", stored);
  await reloadPanel(panel);
  await expect
    .poll(() => panel.texts({ css: ".banner" }))
    .toEqual([expect.stringMatching(/Invalid stored values.*theme\./)]);
  expect(await panel.evaluate(() => document.documentElement.dataset["density"], null)).toBe("compact");
});

test(
  "settings of a newer version are used as far as they are known, and survive",
  { tag: "@long" },
  async ({ panel }) => {
    const stored = { schemaVersion: 99, values: { telepathy: "on", density: "compact" } };
    await putStored(panel, "settings", stored);
    await reloadPanel(panel);
    await expect.poll(() => panel.texts({ css: ".banner" })).toEqual([expect.stringContaining("newer version")]);
    await openSettings(panel);
    await panel.click({ role: "radio", name: "Dark" });
    await expect
      .poll(() => readStored(panel, "settings"))
      .toMatchObject({ schemaVersion: 99, values: { telepathy: "on", density: "compact", theme: "dark" } });
  },
);

test("a host that is added is recorded from then on", async ({ tab, panel }) => {
  await openSettings(panel);
  await panel.type({ role: "textbox", name: "New host pattern" }, DEMO_HOST);
  await panel.click({ role: "button", name: "Add host" });
  await expect
    .poll(() => readStored(panel, "settings"))
    .toMatchObject({
      values: { mappings: [{ host: DEMO_HOST, providerId: "generic" }] },
    });
  await panel.press("Escape");
  await call(tab, { url: `https://${DEMO_HOST}/no-such-thing` });
  expect(await rowText(panel, "/no-such-thing")).toContain("404");
});

test("an own provider decodes the calls recorded before it and after it", async ({ tab, panel }) => {
  await call(tab, simulated("token_not_found"));
  await rowText(panel, "token_not_found");
  await openSettings(panel);
  await panel.click({ role: "button", name: "Add a provider" });
  await expect.poll(() => panel.count(EDITOR)).toBe(1);
  await paste(panel, '{"schemaVersion": 1, "extends": "urblock", "codes": {"token_not_found": {"title": 7}}}');
  await expect
    .poll(() => panel.texts({ css: ".document-messages [role=status]" }))
    .toEqual(["1 error must be fixed before this document can be used."]);
  await paste(
    panel,
    '{"schemaVersion": 1, "extends": "urblock", "codes": {"token_not_found": {"title": "Our own verdict"}}}',
  );
  await expect.poll(() => panel.texts({ css: ".document-messages [role=status]" })).toEqual(["The document is valid."]);
  await panel.click({ role: "button", name: "Save" });
  await expect.poll(() => panel.count({ role: "button", name: "Edit urblock" })).toBe(1);
  await panel.press("Escape");
  await expect.poll(() => panel.count(DIALOG)).toBe(0);
  await expect.poll(() => detail(panel, "token_not_found", "Explanation")).toContain("Our own verdict");
});

test("the hosts of an own provider are recorded", { tag: "@long" }, async ({ tab, panel }) => {
  await openSettings(panel);
  await panel.click({ role: "button", name: "Add a provider" });
  await expect.poll(() => panel.count(EDITOR)).toBe(1);
  const start = await panel.evaluate(() => document.querySelector<HTMLTextAreaElement>(".source-text")?.value, null);
  await paste(panel, (start ?? "").replace("api.example.test", DEMO_HOST));
  await panel.click({ role: "button", name: "Save" });
  await expect.poll(() => panel.count({ role: "button", name: "Edit my-api" })).toBe(1);
  await panel.press("Escape");
  await call(tab, { url: `https://${DEMO_HOST}/no-such-thing` });
  expect(await detail(panel, "/no-such-thing", "Explanation")).toContain("Nothing is there");
});
