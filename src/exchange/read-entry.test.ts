import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readEntry } from "./read-entry.ts";
import { anEntry } from "./testing/an-entry.ts";
import { anExchange } from "./testing/an-exchange.ts";

describe("reading an entry", () => {
  test("given a complete entry, keeps what was sent and received", () => {
    const exchange = anExchange({
      method: "post",
      status: 429,
      requestHeaders: { Authorization: "Bearer x" },
      requestBody: '{"a":1}',
      body: '{"b":2}',
      time: 12.5,
    });
    expect(exchange.request).toMatchObject({
      method: "POST",
      body: { kind: "text", text: '{"a":1}' },
      headers: [{ name: "Authorization", value: "Bearer x" }],
    });
    expect(exchange.response).toMatchObject({ status: 429, body: { kind: "text", text: '{"b":2}' }, error: null });
    expect(exchange.startedAt).toBe(Date.UTC(2026, 0, 14, 10, 30));
    expect(exchange.durationMs).toBe(12.5);
    expect(exchange.timings).toMatchObject({ dns: null, wait: 90 });
  });

  test.each([
    ["null", null, "The entry is not an object."],
    ["a list", [], "The entry is not an object."],
    ["no request", {}, "The entry has no request."],
    ["no URL", { request: { method: "GET" } }, "The entry's request has no URL."],
  ])("given %s, says what is missing", (_, entry, problem) => {
    expect(readEntry(entry, { id: "1" })).toEqual({ ok: false, problem });
  });

  test("given an entry with nothing but a URL, fills the rest with unknown", () => {
    const read = readEntry({ request: { url: "https://api.urblock.io/" } }, { id: "1" });
    expect(read).toMatchObject({
      ok: true,
      exchange: {
        startedAt: 0,
        durationMs: 0,
        response: { status: 0, body: { kind: "unavailable", reason: "no-response" } },
        initiator: null,
      },
    });
  });

  test.each([
    ["2026-01-14T11:30:00.000+01:00", Date.UTC(2026, 0, 14, 10, 30)],
    ["2026-01-14T10:30Z", Date.UTC(2026, 0, 14, 10, 30)],
    ["14 Jan 2026", 0],
    ["1768386600", 0],
    ["2026-13-45T99:00:00Z", 0],
  ])("given the start %s, reads %d", (startedDateTime, expected) => {
    expect(anExchange({ startedDateTime }).startedAt).toBe(expected);
  });

  test("given a body that must exist and was not handed over, says so instead of showing it empty", () => {
    const bodyOf = (shape: Parameters<typeof anExchange>[0]): unknown => anExchange(shape).response.body;
    expect(bodyOf({ status: 401, body: null, error: "net::ERR_FAILED" })).toEqual({
      kind: "unavailable",
      reason: "cors-blocked",
    });
    expect(bodyOf({ status: 200, body: "", responseHeaders: { "content-length": "63" } })).toEqual({
      kind: "unavailable",
      reason: "not-given",
    });
    expect(bodyOf({ status: 200, body: "", responseHeaders: { "content-length": "0" } })).toEqual({ kind: "empty" });
    expect(bodyOf({ status: 204, body: null })).toEqual({ kind: "empty" });
    expect(bodyOf({ method: "HEAD", status: 429, body: "", responseHeaders: { "content-length": "63" } })).toEqual({
      kind: "empty",
    });
    expect(bodyOf({ status: 302, body: "x", responseHeaders: { Location: "/y" } })).toEqual({
      kind: "unavailable",
      reason: "redirect",
    });
  });

  test("given a body shorter than announced, names who cut it", () => {
    const cut = anExchange({ status: 500, body: '{"error', responseHeaders: { "Content-Length": "1000" } }).response
      .body;
    expect(cut).toEqual({ kind: "text", text: '{"error', truncated: { by: "network", totalBytes: 1000 } });
  });

  test("given Firefox's silent limit on request bodies, says that the body is cut", () => {
    const entry = anEntry({
      method: "POST",
      requestBody: "x".repeat(1_048_576),
      requestHeaders: { "Content-Length": "2000000" },
    });
    const read = readEntry(entry, { id: "1" });
    expect(read.ok && read.exchange.request.body).toMatchObject({
      truncated: { by: "browser", totalBytes: 2_000_000 },
    });
  });

  test("given JSON in base64, decodes it; given bytes that are not text, keeps them as they came", () => {
    expect(anExchange({ body: btoa('{"error":1}'), encoding: "base64" }).response.body).toEqual({
      kind: "text",
      text: '{"error":1}',
    });
    const png = "iVBORw0KGgoAAAANSUhEUgAA";
    expect(anExchange({ body: png, encoding: "base64" }).response.body).toEqual({ kind: "binary", base64: png });
    expect(anExchange({ body: "not base64!", encoding: "base64" }).response.body).toEqual({
      kind: "text",
      text: "not base64!",
    });
  });

  test.each([
    [
      "whose getter throws",
      {
        get: () => {
          throw new Error("boom");
        },
      },
    ],
    [
      "that throws something hostile",
      {
        get: () => {
          throw new Proxy(new Error("x"), {
            get: () => {
              throw new Error("again");
            },
          });
        },
      },
    ],
    ["whose check for arrays throws", null],
  ] as const)("given a proxy %s, says that the entry could not be read", (_, handler) => {
    const { proxy, revoke } = Proxy.revocable({}, handler ?? {});
    if (handler === null) revoke();
    expect(readEntry(proxy, { id: "1" })).toEqual({
      ok: false,
      problem: expect.stringMatching(/^The entry could not be read: /),
    });
  });

  test("given no JSON value whatever, throws", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        readEntry(value, { id: "1" });
      }),
      { numRuns: 300 },
    );
  });

  test("given an entry with any member replaced by any JSON, still reads or says why, and stays serialisable", () => {
    const paths = [
      "request",
      "response",
      "request.headers",
      "request.postData",
      "response.headers",
      "response.content",
      "response.status",
      "startedDateTime",
      "time",
      "timings",
      "_initiator",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 4 }), (path, value) => {
        const entry: Record<string, unknown> = JSON.parse(JSON.stringify(anEntry({ requestBody: "{}" })));
        const [outer = "", inner] = path.split(".");
        if (inner === undefined) entry[outer] = value;
        else entry[outer] = { ...(entry[outer] as object), [inner]: value };
        const read = readEntry(entry, { id: "1" });
        if (read.ok) expect(JSON.parse(JSON.stringify(read.exchange))).toEqual(read.exchange);
        else expect(read.problem).not.toBe("");
      }),
      { numRuns: 500 },
    );
  });
});
