import { URBLOCK_HOST } from "../demo/stand-in/hosts.ts";
import { call, KEY, row, rowText, simulated } from "./calls.ts";
import type { Panel, Tab } from "./harness/browser-session.ts";
import { expect, reloadPanel, test } from "./harness/test.ts";

/** Limits are counted by key: nothing that other tests spent is in this one's window. */
const OWN_KEY = { authorization: "Bearer sk_test_EXAMPLElimits" };

/** Calls that the API grants, one every 100 ms: each takes one of its window. */
async function spend(tab: Tab, paths: readonly string[], key = KEY): Promise<void> {
  await tab.evaluate(
    async ({ urls, headers }) => {
      for (const url of urls) {
        await fetch(url, { headers });
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    { urls: paths.map((path) => `https://${URBLOCK_HOST}${path}`), headers: key },
  );
}

async function limitsText(panel: Panel): Promise<string> {
  return (await panel.texts({ css: "section.limits-view" }))[0] ?? "";
}

test("the Limits view tells what is left, when more comes, who spends it and where that leads", async ({
  tab,
  panel,
  standIn,
}) => {
  const tokens = Array.from({ length: 27 }, (_, index) => `/v1/tokens?n=${index}`);
  await spend(tab, [...tokens, "/v1/networks", "/v1/networks", "/v1/networks"], OWN_KEY);
  const granted = standIn.requests.filter(
    ({ host, method, status }) => host === URBLOCK_HOST && method === "GET" && status === 200,
  );
  expect(granted).toHaveLength(30);

  await panel.click({ role: "button", name: "Limits" });
  await expect.poll(() => limitsText(panel)).toContain("70 of 100 left");
  const text = await limitsText(panel);
  // The window of the stand-in slides, and ends a minute after its first call.
  expect(text).toMatch(/More quota from \d\d:\d\d:\d\d \(in [1-5]?\d s\)/);
  // Which of the two depends on how fast this computer calls.
  expect(text).toMatch(/Used at \d+ a minute\. At this pace the (limit is reached in about \d+|window resets before)/);
  expect(text).toMatch(/27 × GET \/v1\/tokens/);
  expect(text).toMatch(/3 × GET \/v1\/networks/);
  expect(text).toContain("Looks like");
  expect(await panel.count({ role: "meter" })).toBeGreaterThan(0);
  expect(await panel.count({ role: "img" })).toBeGreaterThan(0);

  await panel.click({ role: "button", name: "Limits" });
  await expect.poll(() => panel.count({ role: "grid" })).toBe(1);
});

test("a server clock that is ten minutes ahead is reported, and the countdown is still right", async ({
  tab,
  panel,
  standIn,
}) => {
  // The skew is the median over all that the panel has read: started again here, and left so.
  await reloadPanel(panel);
  standIn.setClockOffset(600_000);
  await spend(tab, ["/v1/tokens"]);
  await panel.click({ role: "button", name: "Limits" });
  await expect.poll(() => limitsText(panel)).toContain("99 of 100 left");
  const text = await limitsText(panel);
  expect(text).toMatch(/This computer’s clock is (9 min 5\d|10 min 0\d) s behind the server’s/);
  expect(text).toMatch(/\(in (60|61|[1-5]?\d) s|\(in 1 min 0[01] s/);
  await panel.click({ role: "button", name: "Clear" });
  await reloadPanel(panel);
});

test("a notice tells when a wait is over, and the API then really accepts", async ({ tab, panel }) => {
  const limited = simulated("rate_limit_exceeded&simulate_wait=2");
  expect(await call(tab, limited)).toMatchObject({ status: 429 });
  await rowText(panel, "rate_limit_exceeded");
  await expect
    .poll(async () => (await panel.texts({ role: "status" })).join(" "))
    .toContain("You may retry now: GET /v1/tokens");
  expect(await call(tab, limited)).toMatchObject({ status: 200 });
});

for (const exposed of [[], ["Retry-After", "Date"]]) {
  const about = exposed.length === 0 ? "hidden from the page" : "exposed to the page";
  test(`the previewed code, copied and run in the page, waits as asked where Retry-After is ${about}`, async ({
    tab,
    panel,
    standIn,
    browserUnderTest,
  }) => {
    standIn.setExposedHeaders(exposed);
    await call(tab, simulated("rate_limit_exceeded&simulate_wait=2"));
    await rowText(panel, "simulate_wait=2");
    await panel.click(row("simulate_wait=2"));
    await panel.click({ role: "tab", name: "Explanation" });
    await panel.click({ css: "details.backoff > summary" });
    await expect.poll(() => panel.count({ css: "details.backoff table" })).toBe(1);
    const hint = await panel.count({ css: "details.backoff .caution", text: "The page cannot read Retry-After here" });
    expect(hint).toBe(exposed.length === 0 ? 1 : 0);
    await panel.click({ role: "button", name: "Copy code" });
    await expect.poll(() => browserUnderTest.readClipboard()).toContain("fetchWithRetry");

    const url = `https://${URBLOCK_HOST}/v1/tokens?simulate=rate_limit_exceeded&simulate_wait=2&again=1`;
    const status = await tab.evaluate(
      async ({ code, to, headers }) => {
        const file = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
        const module = (await import(file)) as { fetchWithRetry: (url: string, init: object) => Promise<Response> };
        return (await module.fetchWithRetry(to, { headers })).status;
      },
      { code: await browserUnderTest.readClipboard(), to: url, headers: KEY },
    );
    expect(status).toBe(200);
    const times = standIn.requests.filter((seen) => seen.method === "GET" && seen.url.includes("again=1"));
    expect(times.map((seen) => seen.status)).toEqual([429, 200]);
    expect((times[1]?.at ?? 0) - (times[0]?.at ?? 0)).toBeGreaterThanOrEqual(1990);
  });
}

test("this browser reads every form of an HTTP-date that the copied code hands to it", async ({ tab }) => {
  const read = await tab.evaluate(
    (texts) => texts.map((text) => Date.parse(text)),
    ["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994 GMT"],
  );
  // RFC 9110 section 5.6.7: three spellings of one instant.
  expect(read).toEqual([784_111_777_000, 784_111_777_000, 784_111_777_000]);
});
