import { gzipSync } from "node:zlib";
import { decode } from "../src/decode/decode.ts";
import { readEntry } from "../src/exchange/read-entry.ts";
import { allProviders } from "../src/providers/testing/sample-files.ts";
import { report } from "../src/report/report.ts";
import type { Panel, Tab } from "./harness/browser-session.ts";
import { expect, test } from "./harness/test.ts";

/** A call to Urblock as a HAR entry, years ago by the reader's clock. */
function anEntry(path: string, status: number, code: string, at = "2024-03-01T10:30:00.000Z"): object {
  return {
    startedDateTime: at,
    time: 100,
    request: { method: "GET", url: `https://api.urblock.io${path}`, httpVersion: "h2", headers: [] },
    response: {
      status,
      statusText: "",
      httpVersion: "h2",
      headers: status === 429 ? [{ name: "Retry-After", value: "45" }] : [],
      content: { size: -1, mimeType: "application/json", text: JSON.stringify({ error: { code, message: "m" } }) },
    },
    timings: { send: 0, wait: 100, receive: 0 },
  };
}

const har = (...entries: readonly unknown[]): string => JSON.stringify({ log: { version: "1.2", entries } });

type ViewerFile = { readonly name: string; readonly base64: string };
const file = (name: string, content: string | Uint8Array): ViewerFile => ({
  name,
  base64: Buffer.from(content).toString("base64"),
});

/** Opens the viewer's page in the tab, as the extension's own page. */
async function openViewer(tab: Tab, panel: Panel): Promise<void> {
  const origin = await panel.evaluate(() => location.origin, null);
  await tab.goto(`${origin}/src/entry/viewer.html`);
  await expect.poll(() => textOf(tab, "h1")).toBe("Faultline viewer");
}

/** Gives files to the page's file input, as the browser does when they are chosen. */
function choose(tab: Tab, ...files: readonly ViewerFile[]): Promise<void> {
  return tab.evaluate((chosen) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of chosen)
      transfer.items.add(new File([Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0))], name));
    const input = document.querySelector<HTMLInputElement>("input[type=file]");
    if (input === null) throw new Error("The viewer has no file input.");
    input.files = transfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, files);
}

function textOf(tab: Tab, selector: string): Promise<string> {
  return tab.evaluate(
    (css) =>
      [...document.querySelectorAll<HTMLElement>(css)]
        .map((element) => element.innerText.replace(/\s+/g, " ").trim())
        .join(" | "),
    selector,
  );
}

function click(tab: Tab, name: string): Promise<void> {
  return tab.evaluate((wanted) => {
    const button = [...document.querySelectorAll("button")].find((one) => one.textContent === wanted);
    if (button === undefined) throw new Error(`The viewer has no button "${wanted}".`);
    button.click();
  }, name);
}

const ROWS = "[role=grid] [role=row]";

test("the viewer shows a HAR's calls decoded, with its clock at the recording's end", async ({ tab, panel }) => {
  await openViewer(tab, panel);
  await choose(
    tab,
    file("shop.har", har(anEntry("/v1/scans/9", 404, "scan_not_found"), anEntry("/v1/tokens", 429, "rate_limited"))),
  );
  await expect.poll(() => textOf(tab, ROWS)).toContain("rate_limited");
  expect(await textOf(tab, ROWS)).toContain("/v1/scans/9");
  expect(await textOf(tab, ".viewer-facts")).toMatch(/shop\.har 2 entries Clock set to 2024-0[23]-\d\d/);
  // Asked to wait 45 s when the recording ended; by today's clock that was over long ago.
  expect(await textOf(tab, ROWS)).toMatch(/\b0?45\b|0:45/);
  // Nothing is recording here, so nothing can be started or stopped.
  const buttons = await tab.evaluate(
    () => [...document.querySelectorAll("button")].map((button) => button.getAttribute("aria-label") ?? ""),
    null,
  );
  expect(buttons.filter((name) => /recording/i.test(name))).toEqual([]);
});

test("a recording that is longer than the screen is shown from its beginning", async ({ tab, panel }) => {
  await openViewer(tab, panel);
  const entries = Array.from({ length: 300 }, (_, index) => anEntry(`/v1/scans/${index}`, 404, "scan_not_found"));
  await choose(tab, file("long.har", har(...entries)));
  await expect
    .poll(() => tab.evaluate(() => document.querySelector("[role=grid]")?.getAttribute("aria-rowcount"), null))
    .toBe("301");
  expect(await textOf(tab, ROWS)).toContain("/v1/scans/0 ");
});

test("the viewer reads gzip, names what is broken and reads a cut file as far as it goes", async ({ tab, panel }) => {
  await openViewer(tab, panel);
  const whole = har(anEntry("/v1/tokens", 429, "rate_limited"), 7, anEntry("/v1/last", 500, "internal"));
  await choose(tab, file("cut.har", gzipSync(whole.slice(0, -40))));
  await expect.poll(() => textOf(tab, ROWS)).toContain("rate_limited");
  const notes = await tab.evaluate(() => {
    document.querySelector<HTMLDetailsElement>(".viewer-notes details")?.setAttribute("open", "");
    return document.querySelector<HTMLElement>(".viewer-notes")?.innerText ?? "";
  }, null);
  expect(notes).toContain("The file ends early.");
  expect(notes).toContain("Entry 1: The entry is not an object.");
  expect(notes).toContain("Entry 2: The file ends inside this entry.");
});

test("the viewer compares two recordings", async ({ tab, panel }) => {
  await openViewer(tab, panel);
  const before = har(anEntry("/v1/a", 429, "rate_limited"), anEntry("/v1/b", 404, "token_not_found"));
  const after = har(anEntry("/v1/a", 429, "rate_limited"), anEntry("/v1/c", 401, "invalid_credentials"));
  await choose(tab, file("before.har", before), file("after.har", after));
  await expect.poll(() => textOf(tab, ".compare-table tbody tr")).toContain("invalid_credentials");
  const rows = await textOf(tab, ".compare-table tbody tr");
  expect(rows).toMatch(/new 0 1 Urblock invalid_credentials/);
  expect(rows).toMatch(/gone 1 0 Urblock token_not_found/);
  expect(rows).toMatch(/same 1 1 Urblock rate_limited/);
});

test("a report that is pasted into the viewer shows the same row", async ({ tab, panel }) => {
  const providers = allProviders();
  const read = readEntry(anEntry("/v1/tokens?page=7", 429, "rate_limited"), { id: "1" });
  const event = read.ok ? decode(read.exchange, providers) : undefined;
  const written = report(event === undefined ? [] : [event], {
    format: "markdown",
    providers,
    version: "0.0.0",
    now: 0,
  });
  await openViewer(tab, panel);
  await tab.evaluate(
    (pasted) => {
      const field = document.querySelector("textarea");
      if (field === null) throw new Error("The viewer has no field to paste into.");
      field.value = pasted;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
    written.ok ? written.text : "",
  );
  await expect
    .poll(() => tab.evaluate(() => document.querySelector("form button")?.matches(":enabled"), null))
    .toBe(true);
  await click(tab, "Show");
  await expect.poll(() => textOf(tab, ROWS)).toContain("rate_limited");
  expect(await textOf(tab, ROWS)).toContain("/v1/tokens");
});

test("a file that is not a recording is refused with the reason", async ({ tab, panel }) => {
  await openViewer(tab, panel);
  await choose(tab, file("picture.har", Uint8Array.from([0x89, 0x50, 0x4e, 0x47])));
  await expect.poll(() => textOf(tab, "[role=alert]")).toContain("The file is not JSON");
});
