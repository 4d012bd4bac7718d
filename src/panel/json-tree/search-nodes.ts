import { at, type JsonNodes, keySpan, kindOf } from "./json-nodes.ts";
import { endOfString, readEscapes } from "../../web/json.ts";

/** A search under way: the nodes found so far, in order, and where to go on; `next` equals the count when it is done. */
export type SearchState = { readonly found: readonly number[]; readonly next: number };

export const NOT_SEARCHED: SearchState = { found: [], next: 0 };

/** So much text is searched in one go: a few milliseconds. */
const CHARACTERS_AT_ONCE = 400_000;
const NODES_AT_ONCE = 20_000;

/**
 * Searches on for the nodes whose name or value has `wanted` in it, without regard to case, for a few milliseconds'
 * worth of text. Names of items (their index) are not searched. Call it again with its result until `next` is the count.
 */
export function searchOn(nodes: JsonNodes, wanted: string, from: SearchState): SearchState {
  const needle = wanted.toLowerCase();
  const found = [...from.found];
  let node = from.next;
  let characters = 0;
  const last = Math.min(nodes.count, from.next + NODES_AT_ONCE);
  for (; node < last && characters < CHARACTERS_AT_ONCE; node += 1) {
    const name = nameOf(nodes, node);
    const value = valueOf(nodes, node);
    characters += name.length + value.length;
    if (name.toLowerCase().includes(needle) || value.toLowerCase().includes(needle)) found.push(node);
  }
  return { found, next: node };
}

function nameOf(nodes: JsonNodes, node: number): string {
  const span = keySpan(nodes, node);
  return span === undefined ? "" : readEscapes(nodes.text.slice(span.start, span.end));
}

function valueOf(nodes: JsonNodes, node: number): string {
  const kind = kindOf(nodes, node);
  if (kind === "object" || kind === "array") return "";
  const start = at(nodes.start, node);
  if (kind !== "string") return nodes.text.slice(start, at(nodes.end, node));
  const end = endOfString(nodes.text, start);
  return readEscapes(nodes.text.slice(start + 1, end === undefined ? undefined : end - 1));
}

/** The match to go to from a node: the next one behind it or before it, round the end. Its index; -1 without matches. */
export function matchFrom(found: readonly number[], node: number, step: 1 | -1): number {
  if (found.length === 0) return -1;
  if (step === 1) {
    const behind = found.findIndex((match) => match > node);
    return behind === -1 ? 0 : behind;
  }
  const before = found.findLastIndex((match) => match < node);
  return before === -1 ? found.length - 1 : before;
}
