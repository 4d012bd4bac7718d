import { call, detail, simulated } from "./calls.ts";
import { DEMO_PAGE, expect, isDrawnAnew, reloadPanel, test } from "./harness/test.ts";

test("the extension asks for nothing but its own files", async ({ tab, panel, browserUnderTest, standIn }) => {
  await browserUnderTest.takeOwnRequests();
  await reloadPanel(panel);
  standIn.reset();
  await tab.goto(DEMO_PAGE);
  await call(tab, simulated("token_not_found"));
  await detail(panel, "token_not_found", "Explanation");
  await panel.click({ role: "button", name: "Copy report" });
  await panel.click({ role: "button", name: "Copy as cURL" });
  await panel.type({ role: "combobox", name: "Filter" }, "status:404");
  await expect.poll(() => panel.count({ text: "1 of 1" })).toBe(1);
  const own = await browserUnderTest.takeOwnRequests();
  expect(own.filter((url) => !/^(chrome|moz)-extension:/.test(url))).toEqual([]);
  // The page's own calls, and nothing else.
  expect(standIn.requests.filter(({ method }) => method !== "OPTIONS").map(({ path }) => path)).toEqual([
    "/",
    "/v1/tokens",
  ]);
});

test("the extension could not reach the network if it tried", async ({ panel, browserUnderTest }) => {
  const refusal = await panel.evaluate(async () => {
    const refused = new Promise<string>((resolve) => {
      const tell = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) =>
        resolve(`${effectiveDirective} ${blockedURI}`);
      document.addEventListener("securitypolicyviolation", tell, { once: true });
    });
    const reached = fetch("https://mintboard.example/").then(
      () => "reached",
      () => refused,
    );
    return reached;
  }, null);
  expect(refusal).toBe("connect-src https://mintboard.example/");
  // Firefox also reports it as an error of the page, by a way of its own and so at a time of its own.
  if (browserUnderTest.name === "firefox")
    await expect.poll(() => browserUnderTest.takeErrors()).toEqual([expect.stringContaining("connect-src")]);
});

test("no text becomes markup in the panel", async ({ panel, browserUnderTest }) => {
  const outcome = await panel.evaluate(() => {
    const element = document.createElement("p");
    try {
      element.innerHTML = "<b>markup</b>";
      return "set";
    } catch (error) {
      // No instanceof: Firefox throws the error of another window.
      return String(error).split(":")[0] ?? "";
    }
  }, null);
  const { name, version } = browserUnderTest;
  // Firefox has Trusted Types since 148; before, it is the panel's own code alone that makes no markup of text.
  const isEnforced = name === "chromium" || Number.parseInt(version, 10) >= 148;
  expect(outcome).toBe(isEnforced ? "TypeError" : "set");
  if (isEnforced && name === "firefox")
    await expect.poll(() => browserUnderTest.takeErrors()).toEqual([expect.stringContaining("injection sink")]);
});

test("a file that is missing in the extension would be noticed by these tests", async ({ panel, browserUnderTest }) => {
  test.skip(
    browserUnderTest.name === "firefox",
    "Firefox tells of missing scripts only, and Trusted Types keep a test from adding one",
  );
  await panel.evaluate((href) => {
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
  }, "/there-is-no-such-file.css");
  await expect.poll(async () => (await browserUnderTest.takeErrors()).length).toBeGreaterThan(0);
});

test("a script that throws in the extension would be noticed by these tests", async ({ panel, browserUnderTest }) => {
  await panel.evaluate(() => {
    setTimeout(() => {
      throw new Error("planted");
    });
  }, null);
  await expect.poll(async () => (await browserUnderTest.takeErrors()).join()).toContain("planted");
});

test("a load that ends because the panel leaves is not an error, one that fails for another reason is", async ({
  panel,
  browserUnderTest,
}) => {
  test.skip(browserUnderTest.name === "firefox", "Firefox tells of errors only, not of requests that were stopped");
  await panel.evaluate(() => {
    document.documentElement.dataset["left"] = "";
    location.reload();
    // Goes on until the next document is there.
    setInterval(() => void fetch(location.href), 0);
  }, null);
  await isDrawnAnew(panel);
  expect(await browserUnderTest.takeErrors()).toEqual([]);
  await panel.evaluate(async () => {
    const stop = new AbortController();
    const stopped = fetch(location.href, { signal: stop.signal }).catch(() => undefined);
    stop.abort();
    await stopped;
  }, null);
  await expect.poll(() => browserUnderTest.takeErrors()).toEqual([expect.stringContaining("aborted")]);
});
