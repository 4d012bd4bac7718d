import { expect, test } from "vitest";
import { rowOf } from "../timeline/row.ts";
import { anEvent } from "../timeline/testing/an-event.ts";
import { presentRow } from "./present-row.ts";

const NO_PROVIDERS = { providers: [], mappings: [] };
/** Has the form of a live key, and says that it is none. */
const KEY = "sk_live_EXAMPLE0123456789abcdef";

function presentedBody(text: string) {
  const event = anEvent({ status: 500, responseBody: { kind: "text", text } });
  const row = rowOf({ kind: "event", id: "a", at: 0, event, findings: [], notes: [] });
  const shown = presentRow(row, NO_PROVIDERS, "whole");
  return shown.kind === "event" ? shown.event.exchange.response.body : undefined;
}

test("of a long body the beginning is shown, and no part of a key that stands at its end", () => {
  const filler = "x ".repeat(131_060);
  const body = presentedBody(`${filler}${KEY} ${filler}`);
  expect(body).toMatchObject({ kind: "text", truncated: { by: "faultline" } });
  expect(JSON.stringify(body)).not.toContain("sk_live_EX");
});

test("a row keeps its id and its place in a group", () => {
  const event = anEvent({ status: 500, url: `https://api.example.test/${KEY}?q=${KEY}` });
  const row = rowOf({ kind: "event", id: "a", at: 5, event, findings: [], notes: [KEY] });
  if (row.kind !== "event") throw new Error("no event");
  const group = { key: "g", place: "head", isExpanded: false } as const;
  const shown = presentRow({ ...row, repeats: ["a", "b"], group }, NO_PROVIDERS, "line");
  expect(shown).toMatchObject({ id: "a", at: 5, repeats: ["a", "b"], group });
  expect(JSON.stringify(shown)).not.toContain(KEY);
});

test("the server's address and the names of the page's functions are redacted like all that was recorded", () => {
  const event = anEvent({ status: 500 });
  const frame = { functionName: `send_${KEY}`, url: "https://shop.example.test/app.js", line: 1, column: 1 };
  const exchange = {
    ...event.exchange,
    serverAddress: "203.0.113.9",
    initiator: { type: "script", url: null, line: null, stack: [frame] },
  };
  const row = rowOf({ kind: "event", id: "a", at: 0, event: { ...event, exchange }, findings: [], notes: [] });
  const shown = presentRow(row, NO_PROVIDERS, "whole");
  if (shown.kind !== "event") throw new Error("no event");
  expect(shown.event.exchange.serverAddress).not.toContain("203.0.113.9");
  expect(shown.event.exchange.initiator?.stack[0]?.functionName).toMatch(/^send_/);
  expect(JSON.stringify(shown)).not.toContain(KEY);
});
