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
