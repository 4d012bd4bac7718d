import { OTHER_HOST, URBLOCK_HOST } from "../demo/stand-in/hosts.ts";
import { call, detail, KEY, row, rowText, simulated } from "./calls.ts";
import { DEMO_PAGE, expect, test } from "./harness/test.ts";

test("JSON without a Content-Type, which comes as base64, is decoded", async ({ tab, panel }) => {
  await call(tab, simulated("untyped"));
  expect(await rowText(panel, "simulate=untyped")).toContain("internal_error");
  expect(await detail(panel, "simulate=untyped", "Response")).toContain('"internal_error"');
});

test("an empty body is called empty", async ({ tab, panel }) => {
  await call(tab, simulated("empty"));
  expect(await detail(panel, "simulate=empty", "Response")).toContain("is empty");
});

test("a gateway's HTML is shown as received and explained by its status", async ({ tab, panel }) => {
  await call(tab, simulated("gateway-502"));
  expect(await rowText(panel, "simulate=gateway-502")).toContain("502");
  expect(await detail(panel, "simulate=gateway-502", "Response")).toContain("502 Bad Gateway");
});

test("a body of 3 MiB is shown whole, or called cut where Firefox gives only its first part", async ({
  tab,
  panel,
  browserUnderTest,
}) => {
  await call(tab, simulated("huge"));
  const text = await detail(panel, "simulate=huge", "Response");
  if (browserUnderTest.name === "firefox")
    expect(text).toContain("only the first part of this body. Total size: 3.1 MB.");
  else expect(text).toContain("3,145,8");
  expect(text).not.toContain("\u0000");
});

test("a response that CORS kept from the page is explained; Firefox even gives its body", async ({
  tab,
  panel,
  browserUnderTest,
}) => {
  expect(await call(tab, simulated("cors-blocked"))).toHaveProperty("failed");
  const text = await rowText(panel, "simulate=cors-blocked");
  expect(text).toContain("401");
  const body = await detail(panel, "simulate=cors-blocked", "Response");
  if (browserUnderTest.name === "firefox") expect(body).toContain('"missing_credentials"');
  else expect(body).toContain("withheld its body because the CORS check failed");
});

test("a dropped connection is a row without status; Firefox does not say why", async ({
  tab,
  panel,
  browserUnderTest,
}) => {
  await call(tab, simulated("dropped"));
  const text = await rowText(panel, "simulate=dropped");
  expect(text).toContain("none");
  if (browserUnderTest.name === "firefox") expect(text).toContain("No response (Firefox does not say why)");
  else expect(text).not.toContain("Firefox");
});

test("a cancelled request is a row without status", async ({ tab, panel, standIn, browserUnderTest }) => {
  await tab.evaluate(({ url, headers }) => {
    const controller = new AbortController();
    window.addEventListener("give-up", () => controller.abort(), { once: true });
    fetch(url, { headers: { ...headers }, signal: controller.signal }).catch(() => undefined);
  }, simulated("slow"));
  // Not earlier, or it is the preflight that is cancelled.
  const hasArrived = () =>
    standIn.requests.some(({ method, url }) => method === "GET" && url.includes("simulate=slow"));
  await expect.poll(hasArrived).toBe(true);
  await tab.evaluate(() => {
    window.dispatchEvent(new Event("give-up"));
  }, null);
  expect(await rowText(panel, "simulate=slow")).toContain(
    browserUnderTest.name === "firefox" ? "No response (Firefox does not say why)" : "Cancelled before an answer",
  );
});

test("a body that breaks off is called incomplete", async ({ tab, panel, browserUnderTest }) => {
  await call(tab, simulated("truncated"));
  const body = await detail(panel, "simulate=truncated", "Response");
  // Chromium does not hand out a body that broke off.
  if (browserUnderTest.name === "firefox") expect(body).toContain('{"error"');
  else expect(body).toContain("did not hand the body over");
});

test("a redirect hop is kept as evidence, and the answer after it is a call of its own", async ({ tab, panel }) => {
  await call(tab, simulated("redirect"));
  expect(await rowText(panel, "simulate=redirect")).toContain("307");
  expect(await detail(panel, "simulate=redirect", "Response")).toContain("Browsers keep no body for a redirect");
  await expect.poll(() => panel.count(row("200"))).toBe(1);
});

test("a preflight that was denied is on the timeline, one that was allowed is not", async ({ tab, panel }) => {
  await call(tab, simulated("preflight-denied"));
  await call(tab, simulated("token_not_found"));
  await rowText(panel, "token_not_found");
  await expect.poll(() => panel.count(row("OPTIONS"))).toBe(1);
  expect(await rowText(panel, "OPTIONS")).toContain("simulate=preflight-denied");
});

test("an answer from the cache is said to be one", async ({ tab, panel }) => {
  await call(tab, simulated("not-modified"));
  await call(tab, { ...simulated("not-modified"), cache: "force-cache" });
  await expect.poll(() => panel.count(row("simulate=not-modified"))).toBe(2);
  await panel.click({ css: "[role=row][aria-selected]:nth-last-child(1 of [aria-selected])" });
  await panel.click({ role: "tab", name: "Headers" });
  await expect.poll(() => panel.texts({ role: "tabpanel" })).toEqual([expect.stringMatching(/Served from \w+ cache/)]);
});

test("a revalidated answer is a success, not an error", async ({ tab, panel }) => {
  await call(tab, simulated("not-modified"));
  await call(tab, { ...simulated("not-modified"), cache: "no-cache" });
  await expect.poll(() => panel.count(row("simulate=not-modified"))).toBe(2);
  expect(await panel.count({ text: "1 error" })).toBe(0);
});

test("a call that a service worker passes on is one row", async ({ tab, panel }) => {
  await tab.evaluate(async () => {
    await navigator.serviceWorker.register("/worker.js");
    await new Promise((resolve) => {
      if (navigator.serviceWorker.controller !== null) resolve(null);
      else navigator.serviceWorker.addEventListener("controllerchange", () => resolve(null), { once: true });
    });
  }, null);
  await call(tab, simulated("token_not_found&from=worker"));
  await call(tab, simulated("insufficient_scope"));
  await rowText(panel, "insufficient_scope");
  expect(await panel.count(row("from=worker"))).toBe(1);
  expect(await rowText(panel, "from=worker")).toContain("404");
  await tab.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  }, null);
});

test("a failed call to a host without a document is a row", async ({ tab, panel }) => {
  await call(tab, { url: `https://${OTHER_HOST}/missing` });
  expect(await rowText(panel, "/missing")).toContain("404");
});

test("a body is there even when the page navigates right after the answer", async ({ tab, panel }) => {
  await call(tab, simulated("token_not_found"));
  // Firefox reports a request about 150 ms after its end, and not at all once the page has gone.
  await rowText(panel, "token_not_found");
  await tab.goto(DEMO_PAGE);
  expect(await detail(panel, "token_not_found", "Response")).toContain('"token_not_found"');
});

test("a request body is shown, and called cut where Firefox keeps only 1 MiB of it", async ({
  tab,
  panel,
  browserUnderTest,
}) => {
  await tab.evaluate(
    async ({ host, key }) => {
      await fetch(`https://${host}/v1/tokens?simulate=validation_error&from=upload`, {
        method: "POST",
        headers: { ...key, "content-type": "application/json" },
        body: JSON.stringify({ name: "x".repeat(1_500_000) }),
      });
    },
    { host: URBLOCK_HOST, key: KEY },
  );
  const text = await detail(panel, "from=upload", "Request");
  if (browserUnderTest.name === "firefox") expect(text).toContain("The browser provided only the first part");
  else expect(text).toContain("1,500,0");
});
