import { expect, it, vi } from "vitest";
import type { Exchange } from "../exchange/exchange.ts";
import { captureEntry, type CaptureOptions } from "./capture.ts";
import { createDeadlines } from "./deadlines.ts";
import { anEntry, type EntryParts } from "./testing/an-entry.ts";

const body = '{"error":"not_found"}';

async function captured(parts: EntryParts, given: Partial<CaptureOptions> & { readonly answer?: unknown } = {}) {
  const { answer = { content: body, encoding: "" }, ...options } = given;
  const ask = vi.fn(async () => answer);
  const result = await captureEntry(anEntry(parts), ask, {
    id: "e1",
    successBodyPaths: [],
    deadlines: createDeadlines(1000),
    hasNavigated: () => false,
    ...options,
  });
  if (!result.ok) throw new Error(result.problem);
  const exchange: Exchange = result.exchange;
  return { exchange, asked: ask.mock.calls.length };
}

it("keeps a failure whole", async () => {
  const { exchange } = await captured({ status: 404, method: "POST", postText: '{"a":1}' });
  expect(exchange.request.body).toEqual({ kind: "text", text: '{"a":1}' });
  expect(exchange.response.body).toEqual({ kind: "text", text: body });
});

it("keeps a success light: headers, timing and a small request body, no response body", async () => {
  const { exchange, asked } = await captured({
    status: 201,
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
  const { exchange } = await captured({ status: 201, method: "POST", postText: "x".repeat(40_000) });
  expect(exchange.request.body).toEqual({ kind: "unavailable", reason: "not-kept" });
});

it("reads a success that may hide a failure", async () => {
  const { exchange } = await captured({ status: 200 }, { successBodyPaths: ["/v1/"] });
  expect(exchange.response.body).toEqual({ kind: "text", text: body });
});

it("reads a 207 of any type: its parts may have failed", async () => {
  const { exchange } = await captured({ status: 207, mimeType: "application/xml" }, { successBodyPaths: ["/"] });
  expect(exchange.response.body).toEqual({ kind: "text", text: body });
});

it.each([
  ["on another path", {}, ["/v2/"]],
  ["of more than 64 KiB", { size: 65_537 }, ["/"]],
  ["that is no JSON", { mimeType: "image/png" }, ["/"]],
])("does not read a success %s", async (_which, parts: EntryParts, successBodyPaths) => {
  const { exchange, asked } = await captured({ status: 200, ...parts }, { successBodyPaths });
  expect(asked).toBe(0);
  expect(exchange.response.body).toEqual({ kind: "unavailable", reason: "not-kept" });
});

it("asks for no body where no response arrived", async () => {
  const { exchange, asked } = await captured({ status: 0, error: "net::ERR_ABORTED", size: 0 });
  expect(asked).toBe(0);
  expect(exchange.response.body).toEqual({ kind: "unavailable", reason: "no-response" });
  expect(exchange.response.error).toBe("net::ERR_ABORTED");
});

it("asks for no body of a redirect: Firefox 140 would answer with that of the page behind it", async () => {
  const { exchange, asked } = await captured({ status: 302, redirectUrl: "https://api.example.test/elsewhere" });
  expect(asked).toBe(0);
  expect(exchange.response.body).toEqual({ kind: "unavailable", reason: "redirect" });
});

it("keeps a success whole whose body broke off", async () => {
  const { asked } = await captured({ status: 200, error: "net::ERR_ABORTED" });
  expect(asked).toBe(1);
});

it("names the failed CORS check where the browser withheld the body", async () => {
  const { exchange } = await captured(
    { status: 403, error: "net::ERR_FAILED", size: 0 },
    { answer: { content: null, encoding: "" } },
  );
  expect(exchange.response.body).toEqual({ kind: "unavailable", reason: "cors-blocked" });
});

it.each([
  ["the page navigated meanwhile", true, "navigated"],
  ["the page stayed", false, "refused"],
])("says why DevTools no longer knows a body when %s", async (_when, navigated, reason) => {
  const lost = await captured({ status: 500 }, { answer: [undefined, undefined], hasNavigated: () => navigated });
  expect(lost.exchange.response.body).toEqual({ kind: "unavailable", reason });
});

it("says what is wrong with an entry that cannot be read", async () => {
  const options = { id: "e1", successBodyPaths: [], deadlines: createDeadlines(1000), hasNavigated: () => false };
  expect(await captureEntry({ request: {} }, async () => undefined, options)).toEqual({
    ok: false,
    problem: "The entry's request has no URL.",
  });
});
