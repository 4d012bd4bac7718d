import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Body, Exchange } from "../exchange/exchange.ts";
import { isCorsBlocked, isPreflight, isRedirect } from "../exchange/kind.ts";
import { readEntry } from "../exchange/read-entry.ts";
import { isApiCall } from "../exchange/api-call.ts";
import { bodyFromAnswer, declaredContent } from "./content.ts";
import { callFacts, readEntryParts } from "./entry-parts.ts";

/*
 * Real entries of 52 cases from three browsers: what `devtools.network` handed over, through the same functions the
 * recorder uses. The expectations say what each case is, and where browsers differ, how.
 */

type Case = { readonly entry: unknown; readonly content: unknown };
type Recording = { readonly browser: string; readonly cases: Readonly<Record<string, readonly Case[]>> };

const BROWSERS = ["chromium-156", "firefox-153", "firefox-140"] as const;
type Browser = (typeof BROWSERS)[number];

const recordings = new Map<Browser, Recording>(
  BROWSERS.map((name) => [
    name,
    JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), "utf8")) as Recording,
  ]),
);

function exchanges(browser: Browser, name: string): readonly Exchange[] {
  return (recordings.get(browser)?.cases[name] ?? []).map(({ entry, content }, index) => {
    const read = readEntry(entry, {
      id: `${name} ${index}`,
      body: bodyFromAnswer(content, declaredContent(readEntryParts(entry).response)),
    });
    if (!read.ok) throw new Error(`${browser}, ${name}: ${read.problem}`);
    return read.exchange;
  });
}

function isRecorded(entry: unknown): boolean {
  const parts = readEntryParts(entry);
  return parts.url !== null && isApiCall(callFacts(parts, parts.url));
}

/** Cases that are the page's own files, beacons (which Firefox does not mark) or were not reported by the browser at all. */
const NOT_CALLS: Readonly<Record<Browser, readonly string[]>> = {
  "chromium-156": [
    "png 404 via <img>",
    "sendBeacon",
    "dedicated worker fetch 401",
    "cross-site iframe (localhost) fetch",
    "data: and blob: fetch",
    "cancelled by navigation",
  ],
  "firefox-153": ["png 404 via <img>", "data: and blob: fetch", "cancelled by navigation"],
  "firefox-140": ["png 404 via <img>", "data: and blob: fetch", "keepalive fetch", "cancelled by navigation"],
};

/** "POST 422 text", "GET 0 no-response", "GET 500 text cut by network": an exchange in one line. */
function summary(exchange: Exchange): string {
  const parts = [exchange.request.method, String(exchange.response.status), bodyWord(exchange.response.body)];
  if (isPreflight(exchange)) parts.push("preflight");
  if (isRedirect(exchange)) parts.push("hop");
  if (isCorsBlocked(exchange)) parts.push("CORS");
  if (exchange.response.fromCache !== null) parts.push("cached");
  return parts.join(" ");
}

function bodyWord(body: Body): string {
  if (body.kind === "unavailable") return body.reason;
  const cut = body.kind !== "empty" && body.truncated !== undefined ? ` cut by ${body.truncated.by}` : "";
  return `${body.kind}${cut}`;
}

type Expected = readonly string[] | { readonly chromium: readonly string[]; readonly firefox: readonly string[] };

const EXPECTED: Readonly<Record<string, Expected>> = {
  "204": ["GET 204 empty"],
  "same-origin 400 problem+json GET": ["GET 400 text"],
  "cross-origin 401 + Authorization request header (preflight)": ["OPTIONS 204 empty preflight", "GET 401 text"],
  "cross-origin 429 Retry-After/X-RateLimit not exposed": ["GET 429 text"],
  "cross-origin 429 exposed headers": ["GET 429 text"],
  "cross-origin 403 without CORS headers (CORS-blocked)": {
    chromium: ["GET 403 cors-blocked CORS"],
    firefox: ["GET 403 text"],
  },
  "cross-origin no-cors mode 403 (opaque)": ["GET 403 not-given"],
  "cross-origin POST JSON, preflight denied": {
    chromium: ["OPTIONS 403 not-given preflight", "POST 0 no-response"],
    firefox: ["OPTIONS 403 empty preflight"],
  },
  "cross-origin POST JSON, preflight ok, 422": ["OPTIONS 204 empty preflight", "POST 422 text"],
  "POST urlencoded": ["POST 409 text"],
  "POST multipart FormData with file": ["POST 409 text"],
  "PUT text/plain": ["PUT 409 text"],
  "POST ArrayBuffer": ["POST 409 text"],
  "POST Blob JSON": ["POST 409 text"],
  "POST empty body": ["POST 409 text"],
  DELETE: ["DELETE 409 text"],
  "HEAD 429": ["HEAD 429 empty"],
  "500 empty body": ["GET 500 empty"],
  "302 redirect to 400": ["GET 302 redirect hop", "GET 400 text"],
  "307 redirect POST": ["POST 307 redirect hop", "POST 409 text"],
  "302 redirect cross-origin": ["GET 302 redirect hop", "GET 400 text"],
  "cached 404 (first, then from cache)": {
    chromium: ["GET 404 text", "GET 404 text cached"],
    firefox: ["GET 404 text", "GET 404 text"],
  },
  "force-cache 404": ["GET 404 text", "GET 404 text cached"],
  "etag revalidation (200 then 304)": ["GET 200 text", "GET 304 text"],
  "aborted before response": ["GET 0 no-response"],
  "aborted during body": { chromium: ["GET 200 not-given"], firefox: ["GET 200 text"] },
  "XHR timeout": ["GET 0 no-response"],
  "connection reset": ["GET 0 no-response"],
  "connection refused": ["GET 0 no-response"],
  "DNS failure": ["GET 0 no-response"],
  "truncated body (Content-Length 1000)": { chromium: ["GET 500 not-given"], firefox: ["GET 500 text cut by network"] },
  "latin1 400": ["GET 400 text"],
  "utf-8 body without charset 400": ["GET 400 text"],
  "no content-type 400": ["GET 400 text"],
  "duplicate response headers + Set-Cookie": ["GET 400 text"],
  "103 early hints then 400": ["GET 400 text"],
  "XHR POST json 409": ["POST 409 text"],
  sendBeacon: ["POST 409 text"],
};

describe.each(BROWSERS)("entries recorded in %s", (browser) => {
  const names = Object.keys(recordings.get(browser)?.cases ?? {});

  test("every entry of every case is read", () => {
    expect(names).toHaveLength(52);
    expect(names.flatMap((name) => exchanges(browser, name)).length).toBeGreaterThan(60);
  });

  test.each(Object.entries(EXPECTED))("%s", (name, expected) => {
    const lines = Array.isArray(expected)
      ? expected
      : browser === "chromium-156"
        ? Reflect.get(expected, "chromium")
        : Reflect.get(expected, "firefox");
    expect(exchanges(browser, name).map(summary)).toEqual(lines);
  });

  test("every case but the page's own files is an API call", () => {
    const left = Object.entries(recordings.get(browser)?.cases ?? {})
      .filter(([, cases]) => !cases.some(({ entry }) => isRecorded(entry)))
      .map(([name]) => name);
    expect(left).toEqual(NOT_CALLS[browser]);
  });

  test("the recorder is recognised from the entry alone", () => {
    const recorders = new Set(
      exchanges(browser, "same-origin 400 problem+json GET").map((exchange) => exchange.recorder),
    );
    expect([...recorders]).toEqual([browser.startsWith("chromium") ? "chromium" : "firefox"]);
  });

  test("bodies in base64, Latin-1 and without a charset become the text that was sent", () => {
    const textOf = (name: string): string =>
      exchanges(browser, name)
        .map(({ response }) => (response.body.kind === "text" ? response.body.text : response.body.kind))
        .join();
    expect(textOf("no content-type 400")).toBe('{"error":"no content type"}');
    expect(textOf("latin1 400")).toContain("é");
    expect(textOf("utf-8 body without charset 400")).toContain("é");
  });

  test("repeated response headers stay apart", () => {
    const [exchange] = exchanges(browser, "duplicate response headers + Set-Cookie");
    const cookies = exchange?.response.headers.filter((header) => header.name.toLowerCase() === "set-cookie") ?? [];
    expect(cookies.length + cookies.filter((header) => header.value.includes("\n")).length).toBeGreaterThan(1);
  });
});
