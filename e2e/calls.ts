import type { Panel, Tab } from "./harness/browser-session.ts";

export type PageCall = {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly cache?: RequestCache;
};

/** What the page's own script learnt of its call. */
export type PageAnswer = { readonly status: number; readonly text: string } | { readonly failed: string };

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

/** Text of every row that is drawn, header excluded. */
export function rows(panel: Panel): Promise<readonly string[]> {
  return panel.texts({ css: "[role=row][aria-selected]" });
}
