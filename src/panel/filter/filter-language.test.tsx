// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { aCall, aFeed, aPanel } from "../testing/panel.tsx";
import { filterLanguage, loadFilterLanguage, readFilter } from "./filter-language.ts";

// The language is loaded once a process: the first test must be the one that sees a panel without it.
test("a filter that was left in force holds from the first row on, though its language comes later", async () => {
  const shown = new Set<string>();
  const observer = new MutationObserver(() => shown.add(document.body.textContent));
  observer.observe(document.body, { childList: true, subtree: true });
  expect(filterLanguage()).toBeUndefined();
  const panel = await aPanel({
    feed: aFeed([
      aCall({ path: "/v1/gone", status: 404, code: "not_found" }),
      aCall({ path: "/v1/fast", status: 429, code: "slow_down" }),
    ]),
    settings: { filterText: "status:404" },
  });
  observer.disconnect();
  expect(panel.root.textContent).toContain("/v1/gone");
  expect([...shown].filter((text) => text.includes("/v1/fast"))).toEqual([]);
  panel.unmount();
});

test("a filter is in force once its language is there", async () => {
  await loadFilterLanguage();
  expect(readFilter("status:404", 0).isEmpty).toBe(false);
  expect(readFilter("", 0).isEmpty).toBe(true);
});
