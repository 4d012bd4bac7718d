import { URBLOCK_HOST } from "../demo/stand-in/hosts.ts";
import type { SeenRequest } from "../demo/stand-in/server.ts";
import { KEY, type PageCall, row, simulated } from "./calls.ts";
import type { Panel, Tab } from "./harness/browser-session.ts";
import { expect, test } from "./harness/test.ts";

const WAIT_SECONDS = 6;
const LIMITED = simulated(`rate_limit_exceeded&simulate_wait=${WAIT_SECONDS}`);

/** Calls in the page, once and again after each pause (milliseconds from one answer to the next call). */
async function hammer(tab: Tab, request: PageCall, pauses: readonly number[]): Promise<void> {
  await tab.evaluate(
    async ({ url, headers, waits }) => {
      await fetch(url, { headers });
      for (const wait of waits) {
        await new Promise((resolve) => setTimeout(resolve, wait));
        await fetch(url, { headers });
      }
    },
    { url: request.url, headers: request.headers ?? {}, waits: pauses },
  );
}

/** Opens the last row's details and gives the text of one of their tabs. */
async function detailOfLast(panel: Panel, tabName: string): Promise<string> {
  await panel.evaluate(() => document.querySelector<HTMLElement>("[role=grid]")?.focus(), null);
  await panel.press("End");
  await panel.press("Enter");
  // Not by its whole name: "Attempts (3)".
  await panel.click({ role: "tab", text: tabName });
  await expect.poll(() => panel.count({ role: "tabpanel" })).toBe(1);
  return (await panel.texts({ role: "tabpanel" }))[0] ?? "";
}

/** When the calls to the API (not their preflights) reached it. */
function arrivals(requests: readonly SeenRequest[]): readonly number[] {
  return requests.filter(({ host, method }) => host === URBLOCK_HOST && method === "GET").map(({ at }) => at);
}

/** "0.3 s", "12 ms" in milliseconds. */
function readLength(text: string): number {
  const [, amount = "", unit] = /^([\d.]+) (ms|s)$/.exec(text) ?? [];
  return Number(amount) * (unit === "s" ? 1000 : 1);
}

test("a page that hammers a 429 is told how much too early it came, in the server's own numbers", async ({
  tab,
  panel,
  standIn,
}) => {
  await hammer(tab, LIMITED, [400, 1500]);
  await expect.poll(() => panel.count(row("simulate_wait"))).toBe(3);
  const text = await detailOfLast(panel, "Explanation");
  expect(text).toContain("retried-too-early");
  const said = /Retried ([\d.]+ m?s) after a 429 that asked for (\d+) s\./.exec(text);

  const [first = 0, second = 0, third = 0] = arrivals(standIn.requests);
  // The second answer asked for what was then left of the first one's wait.
  expect(Number(said?.[2])).toBe(Math.ceil((first + WAIT_SECONDS * 1000 - second) / 1000));
  // From its receipt to the next sending: shorter than from arrival to arrival by the two ways through the network.
  const onTheWay = third - second - readLength(said?.[1] ?? "");
  expect(onTheWay).toBeGreaterThan(-60);
  expect(onTheWay).toBeLessThan(500);

  // Why the page could not do better: nothing exposes the header to it.
  expect(text).toContain("The page could not read the header");
  expect(text).toContain("retry-after-not-exposed-to-page");
});

test("the attempts are listed and drawn, with what came too early", async ({ tab, panel }) => {
  await hammer(tab, LIMITED, [300, 300]);
  await expect.poll(() => panel.count(row("simulate_wait"))).toBe(3);
  const text = await detailOfLast(panel, "Attempts");
  expect(text.match(/too early/g)?.length).toBeGreaterThanOrEqual(2);
  expect(await panel.count({ css: "[role=tabpanel] tbody tr" })).toBe(3);
  expect(await panel.count({ css: "[role=tabpanel] [role=img]" })).toBe(1);
});

test("a page that waits as asked is not blamed, and is told that it recovered", async ({ tab, panel }) => {
  await hammer(tab, simulated("rate_limit_exceeded&simulate_wait=2"), [2100]);
  await expect.poll(() => panel.count(row("simulate_wait"))).toBe(2);
  const text = await detailOfLast(panel, "Explanation");
  expect(text).toContain("Answered 200 after 1 retry (429 before it)");
  expect(text).not.toContain("retried-too-early");
});

test("a filter finds the calls by what they show", async ({ tab, panel }) => {
  await hammer(tab, LIMITED, [100, 100]);
  await expect.poll(() => panel.count(row("simulate_wait"))).toBe(3);
  await panel.type({ role: "combobox", name: "Filter" }, "finding:retried-too-early");
  await expect.poll(() => panel.count(row("simulate_wait"))).toBe(2);
});

test("five retries at once to one API are a storm", async ({ tab, panel }) => {
  const urls = [1, 2, 3, 4, 5].map((number) => `https://${URBLOCK_HOST}/v1/tokens?simulate=internal_error&n=${number}`);
  await tab.evaluate(
    async ({ all, headers }) => {
      const callAll = () => Promise.all(all.map((url) => fetch(url, { headers })));
      await callAll();
      await new Promise((resolve) => setTimeout(resolve, 500));
      await callAll();
    },
    { all: urls, headers: KEY },
  );
  await expect.poll(() => panel.count(row("internal_error"))).toBe(10);
  expect(await detailOfLast(panel, "Explanation")).toMatch(/5 retries went to https:\/\/api\.urblock\.io within/);
});
