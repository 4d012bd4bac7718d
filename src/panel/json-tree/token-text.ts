import { readEscapes } from "../../web/json.ts";
import { at, type JsonNodes, keySpan, kindOf } from "./json-nodes.ts";

/** Characters that are not seen or that reorder what is: written as escapes, so that a text is what it looks like. */
const HIDDEN = /[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

function withEscapes(text: string): string {
  return text.replaceAll(HIDDEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The inside of a JSON string for the screen, on one line: readable characters instead of `\u00e9`, escapes only where nothing is seen. */
function readable(inner: string): string {
  const escaped = inner.includes("\\") ? JSON.stringify(readEscapes(inner)).slice(1, -1) : inner;
  return withEscapes(escaped);
}

/** How much of a value is shown in its row: laying out very long lines freezes browsers. */
export const LONGEST_SHOWN = 2_000;

/** A value as its row shows it. `more`: how many further characters it has. */
export type ShownValue = { readonly text: string; readonly more: number };

/** A scalar as received, for the screen. Numbers keep every digit. */
export function shownValue(nodes: JsonNodes, node: number): ShownValue {
  const start = at(nodes.start, node);
  const end = at(nodes.end, node);
  const more = Math.max(0, end - start - LONGEST_SHOWN);
  const raw = nodes.text.slice(start, end - more);
  if (kindOf(nodes, node) !== "string") return { text: withEscapes(raw), more };
  const isClosed = more === 0 && raw.length > 1 && raw.endsWith('"');
  return { text: `"${readable(isClosed ? raw.slice(1, -1) : raw.slice(1))}${isClosed ? '"' : ""}`, more };
}

const PLAIN_NAME = /^[A-Za-z_$][\w$-]{0,199}$/;

/** A member's name as its row shows it: in quotes where it would not read as a name. The index of an item; "" for the root. */
export function shownKey(nodes: JsonNodes, node: number): string {
  const span = keySpan(nodes, node);
  if (span === undefined) {
    const index = at(nodes.key, node);
    return index < 0 ? "" : String(index);
  }
  const name = readable(nodes.text.slice(span.start, Math.min(span.end, span.start + LONGEST_SHOWN)));
  return PLAIN_NAME.test(name) ? name : `"${name}"`;
}

/** The whole value of a scalar as text: strings without quotes and escapes, everything else as received. */
export function wholeValue(nodes: JsonNodes, node: number): string {
  const raw = nodes.text.slice(at(nodes.start, node), at(nodes.end, node));
  if (kindOf(nodes, node) !== "string") return raw;
  return readEscapes(raw.endsWith('"') && raw.length > 1 ? raw.slice(1, -1) : raw.slice(1));
}
