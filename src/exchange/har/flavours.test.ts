import { describe, expect, test } from "vitest";
import type { Exchange } from "../exchange.ts";
import { headerValue } from "../headers.ts";
import { readEntry } from "../read-entry.ts";
import { createHarSplitter } from "./split-entries.ts";
import { BODY, FLAVOURS, harOf, SENT } from "./testing/flavours.ts";

function exchangesOf(har: string): readonly Exchange[] {
  return createHarSplitter()
    .push(har)
    .map((item) => {
      const read = item.kind === "entry" ? readEntry(item.entry, { id: String(item.index) }) : item;
      if (!("ok" in read) || !read.ok) throw new Error(read.problem);
      return read.exchange;
    });
}

describe.each(Object.entries(FLAVOURS))("a HAR that %s wrote", (_, flavour) => {
  const [exchange, socket] = exchangesOf(harOf(flavour));

  test("gives the same call as every other tool", () => {
    expect(exchange).toMatchObject({
      startedAt: Date.UTC(2026, 0, 14, 10, 30),
      request: { method: "POST", url: "https://api.urblock.io/v1/tokens?page=2", body: { kind: "text", text: SENT } },
      response: { status: 429, error: null, fromCache: null },
    });
    expect(exchange?.durationMs).toBeCloseTo(100, 0);
  });

  test("gives the body whole, whatever it says of sizes and encodings", () => {
    expect(exchange?.response.body).toEqual({ kind: "text", text: BODY });
  });

  test("gives headers in any case, and the wait they ask for", () => {
    expect(headerValue(exchange?.response.headers ?? [], "retry-after")).toBe("12");
  });

  test("gives a web socket's handshake without its messages", () => {
    expect(socket?.response.status).toBe(101);
    expect(JSON.stringify(socket)).not.toContain("EXAMPLE-message");
  });
});

test("a request that Playwright saw no answer to has status 0, not -1", () => {
  const entry = { request: { url: "https://x.test/" }, response: { status: -1, _failureText: "net::ERR_FAILED" } };
  const read = readEntry(entry, { id: "1" });
  expect(read.ok && read.exchange.response.status).toBe(0);
});
