import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ApiEvent } from "../../decode/api-event.ts";
import { decode } from "../../decode/decode.ts";
import { allProviders } from "../../providers/testing/sample-files.ts";
import { report, type ReportFormat } from "../../report/report.ts";
import { readEntry } from "../read-entry.ts";
import { anEntry, type EntryShape } from "../testing/an-entry.ts";
import { readReport } from "./read-report.ts";

const providers = allProviders();

function eventOf(entry: unknown): ApiEvent {
  const read = readEntry(entry, { id: "1" });
  const event = read.ok ? decode(read.exchange, providers) : undefined;
  if (event === undefined) throw new Error(read.ok ? "not decoded" : read.problem);
  return event;
}

function reported(events: readonly ApiEvent[], format: ReportFormat): string {
  const result = report(events, { format, providers, version: "0.0.0-test", now: Date.UTC(2026, 0, 15) });
  if (!result.ok) throw new Error(result.reason);
  return result.text;
}

const limited: EntryShape = {
  method: "POST",
  status: 429,
  url: "https://api.urblock.io/v1/tokens?page=2",
  time: 340,
  requestBody: '{"name":"a ``` b","amount":3}',
  body: '{\n  "error": {"type": "rate_limit_error", "code": "rate_limited", "message": "slow down"}\n}',
  requestHeaders: { Authorization: "Bearer sk_test_EXAMPLE00000001", "Content-Type": "application/json" },
  responseHeaders: { "Retry-After": "12", "Content-Type": "application/json", "X-RateLimit-Limit": "100" },
};
const noAnswer: EntryShape = { status: 0, url: "https://api.urblock.io/v1/x", body: null, error: "net::ERR_ABORTED" };

describe.each(["json", "markdown", "text"] as const)("a %s report", (format) => {
  test.each([
    ["a limited call", limited],
    ["a call without an answer", noAnswer],
    ["a call that worked", { body: '{"ok":true}' }],
    ["an answer that is a list", { body: "[1]" }],
    ["an answer of several paragraphs", { body: "first\n\nTIMING\n\n[last]", mimeType: "text/plain" }],
    ["an answer that is not JSON", { status: 502, body: "<html>Bad gateway</html>", mimeType: "text/html" }],
  ] as const)("of %s gives the same row again", (_, shape) => {
    const before = eventOf(anEntry(shape));
    const entries = readReport(reported([before], format));
    const after = eventOf(entries?.[0]);
    const row = ({ exchange, code, title, outcome, advice, meaning }: ApiEvent) => ({
      at: exchange.startedAt,
      durationMs: exchange.durationMs,
      method: exchange.request.method,
      url: exchange.request.url,
      status: exchange.response.status,
      body: exchange.response.body,
      code,
      title,
      outcome,
      meaning,
      retry: advice.retry,
      retryAt: advice.retryAt,
    });
    expect(row(after)).toEqual(row(before));
    expect(after.exchange.request.headers.map(({ name }) => name)).toEqual(
      before.exchange.request.headers.map(({ name }) => name),
    );
  });

  test("of several calls gives all of them, in order", () => {
    const events = [limited, noAnswer, limited].map((shape) => eventOf(anEntry(shape)));
    const statuses = (readReport(reported(events, format)) ?? []).map(
      (entry) => eventOf(entry).exchange.response.status,
    );
    expect(statuses).toEqual([429, 0, 429]);
  });
});

describe("other texts", () => {
  test("a single HAR entry is taken as it is", () => {
    const entry = anEntry(limited);
    expect(readReport(` ${JSON.stringify(entry)}\n`)).toEqual([entry]);
  });

  test.each([
    ["a HAR", '{"log":{"entries":[]}}'],
    ["other JSON", '{"events":[{"url":"x"}]}'],
    ["an empty list of events", '{"events":[]}'],
    ["JSON that does not parse", "{"],
    ["other text with its headings", "a b\n\nREQUEST\n\n\nRESPONSE\nx"],
    ["other Markdown", "## Title\n\n### Request\n\ntext"],
    ["nothing", ""],
  ])("%s is not read as a report", (_, text) => {
    expect(readReport(text)).toBeUndefined();
  });

  test("given any text, never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => void readReport(text)));
    fc.assert(fc.property(fc.jsonValue(), (value) => void readReport(JSON.stringify(value))));
    const line = fc.constantFrom("## a", "### Request", "### Response", "```http", "```", "````", "- Time: x", "GET u");
    fc.assert(fc.property(fc.array(line), (lines) => void readReport(lines.join("\n"))));
  });
});
