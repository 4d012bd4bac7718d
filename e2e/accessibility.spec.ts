import axe from "axe-core";
import { URBLOCK_HOST } from "../demo/stand-in/hosts.ts";
import { call, KEY, row, rowText, simulated } from "./calls.ts";
import type { Panel, Tab } from "./harness/browser-session.ts";
import { expect, test } from "./harness/test.ts";

/*
 * axe-core (https://github.com/dequelabs/axe-core) on the panel inside the browsers' own DevTools. All its rules, also those
 * beyond WCAG; no element is left out. It is put into the page by the test and is not part of the extension.
 */

/** The axe that `loadAxe` puts into the panel's page. */
declare const window: {
  readonly axe: {
    readonly run: (
      context: unknown,
      options: object,
    ) => Promise<{
      readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
    }>;
  };
};

/** Defines `window.axe`. The harness runs the text of what it is given: the panel's policy forbids scripts from elsewhere. */
async function loadAxe(panel: Panel): Promise<void> {
  const load: (argument: null) => null = () => null;
  load.toString = () => `() => { ${axe.source}; return null; }`;
  await panel.evaluate(load, null);
}

/** All rules, or those that see colours: a theme changes nothing else. */
type Rules = "all" | "colours";

/** What axe finds wrong in the panel as it stands: the rule and the elements. */
function violations(panel: Panel, rules: Rules): Promise<readonly string[]> {
  return panel.evaluate(async (chosen) => {
    const found = await window.axe.run(document, {
      resultTypes: ["violations"],
      ...(chosen === "all" ? {} : { runOnly: ["color-contrast", "link-in-text-block"] }),
    });
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  }, rules);
}

/** A timeline with what the states need: a wait, attempts, a limit, a body, a success. */
async function fill(tab: Tab, panel: Panel): Promise<void> {
  await call(tab, { url: `https://${URBLOCK_HOST}/v1/tokens?n=fine`, headers: KEY });
  await call(tab, simulated("token_not_found"));
  const limited = simulated("rate_limit_exceeded&simulate_wait=600");
  await call(tab, limited);
  await call(tab, limited);
  await expect.poll(() => panel.count(row("simulate_wait=600"))).toBe(2);
}

type State = readonly [name: string, enter: (panel: Panel) => Promise<void>];

const press = (key: string) => (panel: Panel) => panel.press(key);
const click = (name: string) => (panel: Panel) => panel.click({ role: "button", name });

async function openFirst(panel: Panel): Promise<void> {
  await panel.click(row("simulate_wait=600"));
  await expect.poll(() => panel.count({ role: "tabpanel" })).toBe(1);
}

const TABS = ["Explanation", "Request", "Response", "Headers", "Timing", "Attempts", "Report"];

/** States of a panel with calls, in an order in which each can be reached from the one before. */
const STATES: readonly State[] = [
  ["the list", async () => undefined],
  ...TABS.map((name): State => [
    `the tab ${name}`,
    async (panel) => {
      if ((await panel.count({ role: "tabpanel" })) === 0) await openFirst(panel);
      await panel.click({ role: "tab", text: name });
      await expect.poll(async () => (await panel.texts({ role: "tabpanel" }))[0] ?? "").not.toBe("");
    },
  ]),
  [
    "the backoff preview",
    async (panel) => {
      await panel.click({ role: "tab", text: "Explanation" });
      await panel.click({ css: "details.backoff > summary" });
      await expect.poll(() => panel.count({ css: "details.backoff table" })).toBe(1);
    },
  ],
  [
    "the Limits view",
    async (panel) => {
      await click("Limits")(panel);
      await expect.poll(() => panel.count({ css: "section.limits-view li" })).toBeGreaterThan(0);
    },
  ],
  [
    "the help",
    async (panel) => {
      await click("Limits")(panel);
      await click("Keyboard and help")(panel);
      await expect.poll(() => panel.count({ css: "dialog[open]" })).toBe(1);
    },
  ],
  [
    "the settings",
    async (panel) => {
      await press("Escape")(panel);
      await expect.poll(() => panel.count({ css: "dialog[open]" })).toBe(0);
      await click("Settings")(panel);
      await expect.poll(() => panel.count({ css: "dialog[open] input" })).toBeGreaterThan(3);
    },
  ],
  [
    "a row's menu",
    async (panel) => {
      await press("Escape")(panel);
      await expect.poll(() => panel.count({ css: "dialog[open]" })).toBe(0);
      await panel.evaluate(() => document.querySelector<HTMLElement>("[role=grid], [role=treegrid]")?.focus(), null);
      await panel.press("Shift+F10");
      await expect.poll(() => panel.count({ role: "menu" })).toBe(1);
    },
  ],
];

for (const [theme, rules] of [
  ["light", "all"],
  ["dark", "colours"],
] as const) {
  test(`nothing in the ${theme} panel keeps anyone out`, async ({ tab, panel, browserUnderTest }) => {
    test.setTimeout(180_000);
    await browserUnderTest.setTheme(theme);
    await expect.poll(() => panel.evaluate(() => document.documentElement.dataset["theme"], null)).toBe(theme);
    await loadAxe(panel);
    expect(await violations(panel, rules), "empty").toEqual([]);
    await fill(tab, panel);
    await rowText(panel, "token_not_found");
    for (const [name, enter] of STATES) {
      await enter(panel);
      expect.soft(await violations(panel, rules), name).toEqual([]);
    }
    await panel.press("Escape");
    await browserUnderTest.setTheme("light");
  });
}
