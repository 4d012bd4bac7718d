import { OTHER_HOST, URBLOCK_HOST } from "../demo/stand-in/hosts.ts";
import { LIVE_TEXTS, TRAP_NAME } from "../demo/stand-in/hostile-texts.ts";
import { call, KEY, row, rowText, simulated } from "./calls.ts";
import type { BrowserSession, Panel, Tab } from "./harness/browser-session.ts";
import { expect, test as base } from "./harness/test.ts";

/** A panel that is watched: whatever comes alive in it, or is fetched for it, fails the test. */
const test = base.extend<{ readonly watched: Panel }>({
  watched: async ({ panel, browserUnderTest, standIn }, use) => {
    await panel.evaluate(() => {
      const reports: string[] = [];
      Object.assign(window, { cspReports: reports });
      document.addEventListener("securitypolicyviolation", (event) => {
        reports.push(`${event.effectiveDirective} ${event.blockedURI}`);
      });
    }, null);
    await browserUnderTest.takeOwnRequests();
    await use(panel);
    expect(await signsOfLife(panel), "what came alive in the panel").toEqual([]);
    const own = await browserUnderTest.takeOwnRequests();
    expect(
      own.filter((url) => !/^(chrome|moz)-extension:/.test(url)),
      "requests of the extension",
    ).toEqual([]);
    expect(standIn.requests.filter(({ host }) => host === OTHER_HOST).map(({ url }) => url)).toEqual([]);
  },
});

/** Everything in the panel that mere text cannot bring about. */
function signsOfLife(panel: Panel): Promise<readonly string[]> {
  return panel.evaluate((trap) => {
    const reports: unknown = Reflect.get(window, "cspReports");
    const found = Array.isArray(reports) ? reports.map(String) : ["the page was loaded anew"];
    if (trap in window) found.push(`window.${trap}`);
    for (const name of ["polluted", "code"]) if (name in {}) found.push(`Object.prototype.${name}`);
    const foreign = "body script, iframe, base, object, embed, img, style, [onload], [onerror], [style*='url']";
    for (const element of document.querySelectorAll(foreign)) found.push(element.outerHTML);
    for (const link of document.links) if (!link.href.startsWith("https://")) found.push(link.href);
    return found;
  }, TRAP_NAME);
}

/** The page asks, and reads all that it is sent. */
function ask(tab: Tab, what: string, path = "/v1/tokens"): Promise<void> {
  return tab.evaluate(
    async ({ url, headers }) => {
      try {
        const response = await fetch(url, { headers });
        await response.arrayBuffer();
      } catch {
        // What becomes of it is the page's affair.
      }
    },
    { url: `https://${URBLOCK_HOST}${path}?simulate=${what}`, headers: KEY },
  );
}

/** Opens the row and every tab of its details: then all its texts have been on screen. Gives them. */
async function lookAtAll(panel: Panel, part: string): Promise<string> {
  await rowText(panel, part);
  await panel.click(row(part));
  await expect.poll(() => panel.count({ role: "tabpanel" })).toBe(1);
  const texts: string[] = [];
  for (const name of await panel.texts({ role: "tab" })) {
    await panel.click({ role: "tab", name });
    texts.push(...(await panel.texts({ role: "tabpanel" })));
  }
  return texts.join("\n");
}

/** Copies the open row's report, then closes the details by a key. */
async function copyAndClose(panel: Panel, browser: BrowserSession, part: string): Promise<string> {
  await panel.click({ role: "button", name: "Copy report" });
  // Not the toast: it is gone after some seconds, and a busy browser may be asked too late.
  await expect.poll(() => browser.readClipboard()).toContain(part);
  const copied = await browser.readClipboard();
  await panel.press("Escape");
  await expect.poll(() => panel.count({ role: "tabpanel" })).toBe(0);
  return copied;
}

/** A Markdown text without its code, in which nothing is ever interpreted (CommonMark 0.31, sections 4.5 and 6.1). */
function outsideCode(markdown: string): string {
  return markdown.replace(/^(`{3,})[^`\n]*\n[^]*?\n\1`*$/gm, "").replace(/(`+)(?!`)[^]*?[^`]\1(?!`)/g, "");
}

const BODIES: readonly {
  readonly what: string;
  readonly reply: string;
  readonly shows: string;
  readonly tag?: string;
}[] = [
  { what: "a body of 50 MB", reply: "hostile-large", shows: "500", tag: "@long" },
  { what: "20 MB out of a gzip bomb", reply: "hostile-gzip", shows: "500", tag: "@long" },
  { what: "JSON 100,000 levels deep", reply: "hostile-deep", shows: "internal_error", tag: "@long" },
  { what: "members called __proto__ and constructor", reply: "hostile-prototype", shows: "internal_error" },
  { what: "a code of 1 MB", reply: "hostile-long-code", shows: "LONG_LONG_" },
  { what: "5,000 headers", reply: "hostile-many-headers", shows: "internal_error" },
  { what: "a header of 200 kB", reply: "hostile-long-header", shows: "internal_error", tag: "@long" },
];
for (const { what, reply, shows, tag } of BODIES) {
  const title = `${what}: the row shows, the panel answers, the report can be copied`;
  test(title, tag === undefined ? {} : { tag }, async ({ tab, watched, browserUnderTest }) => {
    await ask(tab, reply);
    expect(await rowText(watched, reply)).toContain(shows);
    await lookAtAll(watched, reply);
    expect(await copyAndClose(watched, browserUnderTest, reply)).toContain(reply);
  });
}

test("bytes and lengths that are wrong: each answer is a row that says what is known", async ({ tab, watched }) => {
  for (const what of ["hostile-bom", "invalid-utf8", "hostile-length-too-long", "hostile-length-too-short"])
    await ask(tab, what);
  // More than either browser takes of headers: to them, no answer at all.
  await ask(tab, "hostile-overlong-header");
  expect(await rowText(watched, "hostile-bom")).toContain("internal_error");
  for (const what of ["invalid-utf8", "length-too-long", "length-too-short"])
    expect(await rowText(watched, what)).toMatch(/ (500|none) /);
  expect(await rowText(watched, "overlong-header")).toContain("none");
});

test("bodies that never end: the panel works meanwhile, and shows them when the page gives up", async ({
  tab,
  watched,
  standIn,
}) => {
  const endless = ["hostile-endless", "hostile-trickle"];
  await tab.evaluate(
    ({ urls, headers }) => {
      const controller = new AbortController();
      window.addEventListener("give-up", () => controller.abort(), { once: true });
      for (const url of urls)
        void fetch(url, { headers, signal: controller.signal }).then(
          (response) => response.arrayBuffer().catch(() => undefined),
          () => undefined,
        );
    },
    { urls: endless.map((what) => simulated(what).url), headers: KEY },
  );
  const arrived = (): number =>
    standIn.requests.filter(({ method, status }) => method === "GET" && status === 500).length;
  await expect.poll(arrived).toBe(2);
  await call(tab, simulated("token_not_found"));
  await rowText(watched, "token_not_found");
  await tab.evaluate(() => {
    window.dispatchEvent(new Event("give-up"));
  }, null);
  for (const what of endless) expect(await rowText(watched, what)).toMatch(/ (500|none) /);
});

test("control characters are written out, on screen and in the report: none hides, none turns text around", async ({
  tab,
  watched,
  browserUnderTest,
}) => {
  await ask(tab, "hostile-controls");
  expect(await rowText(watched, "hostile-controls")).toContain("\\u202e");
  const shown = await lookAtAll(watched, "hostile-controls");
  for (const text of [shown, await copyAndClose(watched, browserUnderTest, "hostile-controls")]) {
    expect(text).toContain("before\\u0000\\u001b[31m");
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    expect(text).not.toMatch(/[\u0000\u001b\u202e\u2066\u2069\u200b]/);
  }
});

test("markup, style, links and Markdown in every text stay text, on screen and in the report", async ({
  tab,
  watched,
  browserUnderTest,
}) => {
  const path = `/v1/${encodeURI(LIVE_TEXTS.markdown)}/'onload=1;\`x\`/${encodeURI(LIVE_TEXTS.image)}`;
  await ask(tab, `hostile-markup&q=${LIVE_TEXTS.link}|${LIVE_TEXTS.shell}`, path);
  expect(await rowText(watched, "hostile-markup")).toContain("<img src=");
  const shown = await lookAtAll(watched, "hostile-markup");
  for (const part of ["<script>", "<iframe srcdoc", "</style><style>", "javascript:"]) expect(shown).toContain(part);

  const copied = await copyAndClose(watched, browserUnderTest, "hostile-markup");
  expect(copied).toContain("<script>");
  // The one link that the report writes itself: where the provider's document says that the status is explained.
  const recorded = outsideCode(copied).replace(/^Documentation: <https:\/\/[^\s<>]+>$/m, "");
  expect(recorded).not.toMatch(/<[a-z/!]|\]\(|!\[|javascript:|https?:\/\/(cdn\.)?mintboard|@everyone/i);

  await watched.click(row("hostile-markup"));
  await watched.click({ role: "button", name: "Copy as cURL" });
  await expect.poll(() => browserUnderTest.readClipboard()).toContain("curl");
  // A shell reads nothing in comments, and in single quotes nothing but the next quote.
  const command = (await browserUnderTest.readClipboard()).replace(/^#.*$/gm, "").replaceAll(`'\\''`, "");
  expect(command.replace(/'[^']*'/g, "")).not.toMatch(/\$\(|`|;|trap/);
});
