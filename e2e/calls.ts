import { URBLOCK_HOST } from "../demo/stand-in/hosts.ts";
import type { Panel, Tab, Target } from "./harness/browser-session.ts";
import { expect } from "./harness/test.ts";

export type PageCall = {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly cache?: RequestCache;
};

/** What the page's own script learnt of its call. */
export type PageAnswer = { readonly status: number; readonly text: string } | { readonly failed: string };

/** A key that every part of the stand-in takes. */
export const KEY = { authorization: "Bearer sk_test_EXAMPLE" };

/** Calls `fetch` in the page and waits until the page has the answer. */
export function call(tab: Tab, request: PageCall): Promise<PageAnswer> {
  return tab.evaluate(async ({ url, ...init }): Promise<PageAnswer> => {
    try {
      const response = await fetch(url, init);
      return { status: response.status, text: await response.text() };
    } catch (error) {
      return { failed: String(error) };
    }
  }, request);
}

/** Urblock's answer to `?simulate=…`: an error code of its table, or a fault of the stand-in. */
export function simulated(what: string): PageCall {
  return { url: `https://${URBLOCK_HOST}/v1/tokens?simulate=${what}`, headers: KEY };
}

/** Every row of the timeline except the header. */
export const ROW: Target = { css: "[role=row][aria-selected]" };

/** The row that has this in its text. */
export function row(text: string): Target {
  return { ...ROW, text };
}

/**
 * Waits until exactly one row has `part` in its text, and gives its whole text once it has settled: a row is read by HTTP
 * alone until the document of its API is loaded, and then once more.
 */
export async function rowText(panel: Panel, part: string): Promise<string> {
  let text = "";
  const hasSettled = async (): Promise<boolean> => {
    const texts = await panel.texts(row(part));
    const isSame = texts.length === 1 && texts[0] === text;
    text = texts[0] ?? "";
    return isSame;
  };
  await expect.poll(hasSettled, { message: `one row with ${part}`, intervals: [100] }).toBe(true);
  return text;
}

/** Opens a row's details on one of their tabs, and gives the text of that tab. */
export async function detail(panel: Panel, part: string, tabName: string): Promise<string> {
  await rowText(panel, part);
  await panel.click(row(part));
  await panel.click({ role: "tab", name: tabName });
  // Most tabs are loaded when they are first shown.
  await expect.poll(() => panel.texts({ role: "tabpanel" })).toEqual([expect.stringMatching(/\S/)]);
  return (await panel.texts({ role: "tabpanel" }))[0] ?? "";
}

/** Whether the panel's checkbox with this label is checked. */
export function isChecked(panel: Panel, label: string): Promise<boolean> {
  return panel.evaluate(
    (wanted) =>
      [...document.querySelectorAll("label")]
        .find(({ textContent }) => textContent === wanted)
        ?.control?.matches(":checked") ?? false,
    label,
  );
}

/** Texts of all rows, also of those that are not drawn because they are scrolled out of sight. */
export function allRows(panel: Panel): Promise<readonly string[]> {
  return panel.evaluate(async () => {
    const texts = new Map<number, string>();
    const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const grid = document.querySelector("[role=grid]");
    if (grid === null) return [];
    for (let top = 0; top <= grid.scrollHeight; top += grid.clientHeight / 2) {
      grid.scrollTop = top;
      await drawn();
      for (const element of grid.querySelectorAll<HTMLElement>("[role=row][aria-selected]"))
        texts.set(Number(element.ariaRowIndex), element.innerText.replace(/\s+/g, " ").trim());
    }
    return [...texts].toSorted(([one], [other]) => one - other).map(([, text]) => text);
  }, null);
}
