import { keysOf, pointerTo } from "../web/json-pointer.ts";
import { type JsonMistake, scanJson } from "./json-scan.ts";

/** A place in a text as editors count it: both from 1, columns in UTF-16 units. */
export type Position = { readonly offset: number; readonly line: number; readonly column: number };

/**
 * Where the value at a JSON pointer starts in the text. Of a path that is not there (a missing member), the nearest
 * value around it; of a text that is no JSON, what stands before the mistake. One pass over the text.
 */
export function locate(jsonText: string, path: string): Position {
  return locateAll(jsonText, [path])[0] ?? placer(jsonText)(0);
}

/** The same for many paths, in their order, in one pass for all of them. */
export function locateAll(jsonText: string, paths: readonly string[]): readonly Position[] {
  const wanted = new Set(paths.flatMap(withAncestors));
  const deepest = Math.max(0, ...paths.map((path) => keysOf(path).length));
  const offsets = new Map<string, number>();
  scanJson(jsonText, {
    value: (keys, offset) => {
      if (keys.length > deepest) return;
      const path = pointerTo(keys);
      // Of a member that stands twice the last is the one that counts.
      if (wanted.has(path)) offsets.set(path, offset);
    },
  });
  const place = placer(jsonText);
  return paths.map((path) => {
    const nearest = withAncestors(path).find((ancestor) => offsets.has(ancestor)) ?? "";
    return place(offsets.get(nearest) ?? 0);
  });
}

/** The path itself, then what is around it, up to the whole document. */
function withAncestors(path: string): readonly string[] {
  const keys = keysOf(path);
  return [...keys.map((_, index) => pointerTo(keys.slice(0, keys.length - index))), ""];
}

/** The first syntax mistake of a JSON text, with its place; undefined where there is none. */
export function jsonMistake(jsonText: string): (JsonMistake & { readonly position: Position }) | undefined {
  const mistake = scanJson(jsonText);
  return mistake === undefined ? undefined : { ...mistake, position: placer(jsonText)(mistake.offset) };
}

/** Members whose name stands in the same object before: readers keep only the last. As JSON pointers, at most 100. */
export function repeatedMembers(jsonText: string): readonly { readonly path: string; readonly position: Position }[] {
  const found: { path: string; offset: number }[] = [];
  scanJson(jsonText, {
    member: (keys, offset, seenBefore) => {
      if (seenBefore && found.length < 100) found.push({ path: pointerTo(keys), offset });
    },
  });
  const place = placer(jsonText);
  return found.map(({ path, offset }) => ({ path, position: place(offset) }));
}

/** Turns offsets into places. Line breaks are LF, CR LF and lone CR, as in every editor. */
function placer(text: string): (offset: number) => Position {
  const starts = [0];
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + lineBreak.length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { offset, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
