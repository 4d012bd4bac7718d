import { DEMO_HOST, URBLOCK_HOST } from "../demo/stand-in/hosts.ts";
import { call, detail, simulated } from "./calls.ts";
import type { Panel } from "./harness/browser-session.ts";
import { expect, test } from "./harness/test.ts";

const LOGIN = "/v1/auth/login";
const PASSWORD = "EXAMPLE-planted-password";
const SIGNATURE = "EXAMPLEsignatureEXAMPLE";

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** An unsigned token, for a user of no API. */
function aToken(claims: Readonly<Record<string, unknown>>): string {
  return `${base64url({ alg: "HS256", typ: "JWT" })}.${base64url(claims)}.${SIGNATURE}`;
}

/** The details' share and direction, as the border between them and the timeline tells assistive technology. */
function border(panel: Panel): Promise<readonly (string | null)[]> {
  return panel.evaluate(() => {
    const separator = document.querySelector(".splitter");
    return [separator?.getAttribute("aria-orientation") ?? null, separator?.getAttribute("aria-valuenow") ?? null];
  }, null);
}

test("a value of a JSON body is found by search and copied", async ({ tab, panel, browserUnderTest }) => {
  await call(tab, simulated("token_not_found"));
  await detail(panel, "token_not_found", "Response");
  await panel.type({ role: "searchbox", name: "Search: Response body" }, "NOT_FOUND");
  await expect.poll(() => panel.texts({ css: ".search-count" })).toEqual([expect.stringMatching(/^1 of \d+$/)]);
  await expect
    .poll(() => panel.texts({ css: "[role=treeitem][aria-selected=true]" }))
    .toEqual([expect.stringContaining("not_found")]);
  await panel.type({ role: "searchbox", name: "Search: Response body" }, "code");
  await expect
    .poll(() => panel.texts({ css: "[role=treeitem][aria-selected=true]" }))
    .toEqual(['code: "token_not_found"']);
  await panel.click({ role: "button", name: "Copy value" });
  await expect.poll(() => browserUnderTest.readClipboard()).toBe("token_not_found");
  await panel.click({ role: "button", name: "Copy JSON Pointer" });
  await expect.poll(() => browserUnderTest.readClipboard()).toBe("/error/code");
  await panel.click({ role: "button", name: "Copy path" });
  await expect.poll(() => browserUnderTest.readClipboard()).toBe("error.code");
});

test("a copied value is redacted as it would be in a report", async ({ tab, panel, browserUnderTest }) => {
  await call(tab, {
    url: `https://${URBLOCK_HOST}${LOGIN}?simulate=invalid_credentials`,
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: "planted", password: PASSWORD }),
  });
  expect(await detail(panel, LOGIN, "Request")).toContain(PASSWORD);
  await panel.type({ role: "searchbox", name: "Search: Request body" }, "password");
  await expect
    .poll(() => panel.texts({ css: "[role=treeitem][aria-selected=true]" }))
    .toEqual([expect.stringContaining(PASSWORD)]);
  await panel.click({ role: "button", name: "Copy value" });
  await expect.poll(() => browserUnderTest.readClipboard()).toMatch(/^«(?:redacted|withheld)/);
  expect(await browserUnderTest.readClipboard()).not.toContain(PASSWORD);
});

test("the tree is walked, closed and copied from with the keyboard", async ({ tab, panel, browserUnderTest }) => {
  await call(tab, simulated("token_not_found"));
  await detail(panel, "token_not_found", "Response");
  await panel.evaluate(() => document.querySelector<HTMLElement>("[role=tree]")?.focus(), null);
  const selected = () => panel.texts({ css: "[role=treeitem][aria-selected=true]" });
  await panel.press("ArrowDown");
  await expect.poll(selected).toEqual([expect.stringMatching(/^error: \{ \d members \}$/)]);
  await panel.press("ArrowLeft");
  await expect.poll(() => panel.count({ role: "treeitem" })).toBe(2);
  await panel.press("ArrowRight");
  await panel.press("ArrowRight");
  await expect.poll(selected).toEqual([expect.stringMatching(/^type: "/)]);
  await panel.press("Control+c");
  await expect.poll(() => browserUnderTest.readClipboard()).toMatch(/^\w+_error$/);
});

test("a token's claims are read against the server's clock, without its signature", async ({ tab, panel }) => {
  const now = Math.round(Date.now() / 1000);
  const token = aToken({ sub: "usr_EXAMPLE", exp: now - 1800, iat: now - 5400 });
  await call(tab, { ...simulated("token_expired"), headers: { authorization: `Bearer ${token}` } });
  await detail(panel, "token_expired", "Headers");
  const [words] = await panel.texts({ css: ".jwt" });
  expect(words).toMatch(/in request header authorization/i);
  for (const part of ["usr_EXAMPLE", "HS256"]) expect(words).toContain(part);
  expect(words).toMatch(/expired (?:29|30|31) min earlier/);
  expect(words).toMatch(/issued 1 h \d+ min earlier/);
  expect(words).not.toContain(SIGNATURE);
});

test("the border to the details is moved with the keyboard, stays there, and the details go where they are told", async ({
  tab,
  panel,
}) => {
  await call(tab, simulated("token_not_found"));
  await detail(panel, "token_not_found", "Explanation");
  const orientation = (await border(panel))[0];
  await panel.evaluate(() => document.querySelector<HTMLElement>(".splitter")?.focus(), null);
  await panel.press("Home");
  await expect.poll(() => border(panel)).toEqual([orientation, "20"]);
  await panel.press(orientation === "vertical" ? "ArrowLeft" : "ArrowUp");
  await expect.poll(() => border(panel)).toEqual([orientation, "25"]);
  for (const [side, expected] of [
    ["below", "horizontal"],
    ["right", "vertical"],
  ] as const) {
    await panel.evaluate((wanted) => {
      const choice = [...document.querySelectorAll("select")].find(
        ({ ariaLabel }) => ariaLabel === "Position of the details",
      );
      if (choice === undefined) return;
      choice.value = wanted;
      choice.dispatchEvent(new Event("change", { bubbles: true }));
    }, side);
    await expect.poll(() => border(panel)).toEqual([expected, "25"]);
  }
});

test("what started a request is shown as unknown if the browser does not report it", async ({
  tab,
  panel,
  browserUnderTest,
}) => {
  test.skip(browserUnderTest.name === "chromium", "Chromium tells it");
  await tab.goto(`https://${DEMO_HOST}/calls-on-load`);
  const words = await detail(panel, "from=load", "Request");
  expect(words).toContain("Firefox doesn’t expose the call stack to extensions.");
  expect(await panel.count({ role: "button", name: "Reveal in Network" })).toBe(0);
});

test.describe("in a browser that tells what started a request", () => {
  test.skip(({ browserUnderTest }) => browserUnderTest.name === "firefox", "Firefox does not tell it");

  test("the call stack leads to the source, and the call is revealed in Network", async ({
    tab,
    panel,
    browserUnderTest: { chromium },
  }) => {
    await tab.goto(`https://${DEMO_HOST}/calls-on-load`);
    await detail(panel, "from=load", "Request");
    const [link] = await panel.texts({ role: "link", css: ".source-link" });
    expect(link).toMatch(/calls-on-load|\.js/);
    expect(link).toMatch(/:\d+:\d+$/);
    await panel.click({ role: "button", name: "Reveal in Network" });
    await expect.poll(() => chromium?.readTool()).toBe("network");
    // By the filter of Network: the page and its script, which are there as well, are not listed.
    await expect
      .poll(() => chromium?.readTexts(".network-log-grid tr.data-grid-data-grid-node"))
      .toEqual([expect.stringContaining("from=load")]);

    await tab.openPanel();
    await panel.click({ css: ".source-link" });
    await expect.poll(() => chromium?.readTool()).toBe("sources");
    const [file = "", line = "", column = ""] = (link ?? "").split(":");
    await expect
      .poll(() => chromium?.readTexts(".tabbed-pane-header-tab.selected"))
      .toContainEqual(expect.stringContaining(file));
    await expect
      .poll(() => chromium?.readTexts(".sources-toolbar"))
      .toContainEqual(expect.stringContaining(`Line ${line}, column ${column}`));
    await tab.openPanel();
  });
});
