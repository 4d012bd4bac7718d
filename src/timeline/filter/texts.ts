import type { Body } from "../../exchange/exchange.ts";
import type { EventRow } from "../row.ts";

/** Tells whether lower-cased text is what was asked for. */
export type TextTest = (lowerCased: string) => boolean;

/** Only so much of a body is searched: a keystroke must not read through megabytes for each row. In UTF-16 units. */
export const SEARCHED_BODY_LENGTH = 262_144;

const haystacks = new WeakMap<EventRow, string>();

/** Everything about a row that free text is looked for in, lower case, a line each. */
export function searchedText(row: EventRow): string {
  const known = haystacks.get(row);
  if (known !== undefined) return known;
  const { event } = row;
  const { request, response } = event.exchange;
  // Put together piece by piece: a list of the lines, filtered and joined, took three times as long for the first letter.
  let written = `${row.method} ${request.url}\n${row.statusText} ${response.statusText}`;
  written += lineOf(row.providerName) + lineOf(row.code) + lineOf(event.type) + lineOf(row.title);
  written += lineOf(event.message) + lineOf(event.field) + lineOf(event.requestId?.value ?? null);
  for (const { id } of row.findings) written += lineOf(id);
  const text = written.toLowerCase();
  haystacks.set(row, text);
  return text;
}

function lineOf(value: string | null): string {
  return value === null || value === "" ? "" : `\n${value}`;
}

/** The start of the request's and the response's body, lower case; "" if there is no text. */
export function searchedBodies({ event }: EventRow): readonly string[] {
  return [event.exchange.response.body, event.exchange.request.body].map(searchedBody);
}

function searchedBody(body: Body): string {
  return body.kind === "text" ? body.text.slice(0, SEARCHED_BODY_LENGTH).toLowerCase() : "";
}

/**
 * A test for a written value: without `*` it may be anywhere in the text; with one, `*` matches anything and the
 * whole text must fit; after `=` the text must be just that. Case does not matter. Linear.
 */
export function textTest(written: string): TextTest {
  const wanted = written.toLowerCase();
  if (wanted.startsWith("=") && wanted.length > 1) return (text) => text === wanted.slice(1);
  if (!wanted.includes("*")) return (text) => text.includes(wanted);
  const parts = wanted.split("*");
  const first = parts[0] ?? "";
  const last = parts.at(-1) ?? "";
  const inner = parts.slice(1, -1);
  return (text) => {
    if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
    let at = first.length;
    for (const part of inner) {
      const found = text.indexOf(part, at);
      if (found === -1) return false;
      at = found + part.length;
    }
    return at <= text.length - last.length;
  };
}
