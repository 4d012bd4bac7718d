import { describe, expect, it, vi } from "vitest";
import { captureEntry, type CaptureOptions } from "./capture.ts";
import { createDeadlines } from "./deadlines.ts";
import { readEntryParts } from "./entry-parts.ts";
import { anEntry, type EntryParts } from "./testing/an-entry.ts";

const body = '{"error":"not_found"}';

async function looked(parts: EntryParts, given: Partial<CaptureOptions> & { readonly answer?: unknown } = {}) {
  const { answer = { content: body, encoding: "" }, ...options } = given;
  const ask = vi.fn(async () => answer);
  const call = await captured(anEntry(parts), ask, options);
  return { exchange: call.read(), bodyBytes: call.bodyBytes, asked: ask.mock.calls.length };
}

function captured(entry: unknown, ask: () => unknown, options: Partial<CaptureOptions> = {}) {
  return captureEntry(entry, readEntryParts(entry), ask, {
    id: "e1",
    deadlines: createDeadlines(1000),
    hasNavigated: () => false,
    ...options,
  });
}

it("keeps a failure whole", async () => {
  const { exchange } = await looked({ status: 404, method: "POST", postText: '{"a":1}' });
  expect(exchange.request.body).toEqual({ kind: "text", text: '{"a":1}' });
  expect(exchange.response.body).toEqual({ kind: "text", text: body });
});

it("keeps a success light: headers, timing and a small request body, no response body", async () => {
  const { exchange, asked } = await looked({
    status: 201,
    mimeType: "text/plain",
    method: "POST",
    postText: '{"password":"EXAMPLE"}',
    headers: { "x-ratelimit-remaining": "3" },
  });
  expect(asked).toBe(0);
  expect(exchange.request.body).toEqual({ kind: "text", text: '{"password":"EXAMPLE"}' });
  expect(exchange.response.body).toEqual({ kind: "unavailable", reason: "not-kept" });
  expect(exchange.response.headers).toEqual([{ name: "x-ratelimit-remaining", value: "3" }]);
  expect(exchange.durationMs).toBe(12);
});

it("does not keep a large request body of a success", async () => {
  const { exchange } = await looked({ status: 201, method: "POST", postText: "x".repeat(40_000) });
  expect(exchange.request.body).toEqual({ kind: "unavailable", reason: "not-kept" });
});

it("reads a success that may hide a failure", async () => {
  const { exchange } = await looked({ status: 200 });
  expect(exchange.response.body).toEqual({ kind: "text", text: body });
});

it("reads a 207 of any type: its parts may have failed", async () => {
  const { exchange } = await looked({ status: 207, mimeType: "text/plain" });
  expect(exchange.response.body).toEqual({ kind: "text", text: body });
});

it.each([
  ["of more than 64 KiB", { size: 65_537 }],
  ["of a type that reports no failures", { mimeType: "image/png" }],
])("does not read a success %s", async (_which, parts: EntryParts) => {
  const { exchange, asked } = await looked({ status: 200, ...parts });
  expect(asked).toBe(0);
  expect(exchange.response.body).toEqual({ kind: "unavailable", reason: "not-kept" });
});

it("asks for no body if no response arrived", async () => {
  const { exchange, asked } = await looked({ status: 0, error: "net::ERR_ABORTED", size: 0 });
  expect(asked).toBe(0);
  expect(exchange.response.body).toEqual({ kind: "unavailable", reason: "no-response" });
  expect(exchange.response.error).toBe("net::ERR_ABORTED");
});

it("asks for no body of a redirect: Firefox 140 would answer with the body of the page it leads to", async () => {
  const { exchange, asked } = await looked({ status: 302, redirectUrl: "https://api.example.test/elsewhere" });
  expect(asked).toBe(0);
  expect(exchange.response.body).toEqual({ kind: "unavailable", reason: "redirect" });
});

it("keeps a success whole whose body broke off", async () => {
  const { asked } = await looked({ status: 200, error: "net::ERR_ABORTED" });
  expect(asked).toBe(1);
});

it("names the failed CORS check if the browser withheld the body", async () => {
  const { exchange } = await looked(
    { status: 403, error: "net::ERR_FAILED", size: 0 },
    { answer: { content: null, encoding: "" } },
  );
  expect(exchange.response.body).toEqual({ kind: "unavailable", reason: "cors-blocked" });
});

it.each([
  ["the page navigated meanwhile", true, "navigated"],
  ["the page stayed", false, "refused"],
])("says why DevTools no longer knows a body when %s", async (_when, navigated, reason) => {
  const lost = await looked({ status: 500 }, { answer: [undefined, undefined], hasNavigated: () => navigated });
  expect(lost.exchange.response.body).toEqual({ kind: "unavailable", reason });
});

describe("reading", () => {
  /** An entry that counts how often its timings are asked for, which only reading it does. */
  function aCountingEntry(parts: EntryParts, read: () => object = () => ({ wait: 7 })) {
    const counted = vi.fn(read);
    const entry = Object.defineProperty(Object(anEntry(parts)), "timings", { get: counted });
    return { entry: entry as unknown, counted };
  }

  it("is deferred until the call is displayed, and done once", async () => {
    const { entry, counted } = aCountingEntry({ status: 404 });
    const call = await captured(entry, async () => ({ content: body, encoding: "" }));
    expect(counted).not.toHaveBeenCalled();
    const exchange = call.read();
    expect(exchange.timings.wait).toBe(7);
    expect(call.read()).toBe(exchange);
    expect(counted).toHaveBeenCalledTimes(1);
  });

  it("is done at once if a large body is to be released", async () => {
    const { entry, counted } = aCountingEntry({ status: 201, method: "POST", postText: "x".repeat(40_000) });
    expect((await captured(entry, async () => undefined)).bodyBytes).toBe(0);
    expect(counted).toHaveBeenCalledTimes(1);
  });

  it("keeps what is known of an entry that throws, and says so", async () => {
    const { entry } = aCountingEntry({ status: 404 }, () => {
      throw new Error("dead object");
    });
    const exchange = (await captured(entry, async () => ({ content: body, encoding: "" }))).read();
    expect(exchange.request.url).toBe("https://api.example.test/v1/things");
    expect(exchange.startedAt).toBe(1_000_000);
    expect(exchange.response.error).toBe("The entry could not be read: dead object.");
  });
});

it.each([
  ["a failure's bodies", { status: 404, method: "POST", postText: "12345" }, 2 * (5 + body.length)],
  ["what a success sent", { status: 201, mimeType: "text/plain", method: "POST", postText: "12345" }, 2 * 5],
  ["nothing if there is none", { status: 0, error: "net::ERR_ABORTED", size: 0 }, 0],
])("counts %s before anything is read", async (_what, parts: EntryParts, bytes) => {
  expect((await looked(parts)).bodyBytes).toBe(bytes);
});
