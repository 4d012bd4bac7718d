import { keysOf, pointerTo } from "./json-pointer.ts";
import { type JsonMistake, scanJson } from "./json-scan.ts";

/** A place in a text as editors count it: both from 1, columns in UTF-16 units. */
export type Position = { readonly offset: number; readonly line: number; readonly column: number };

/**
 * Where the value at a JSON pointer starts in the text. Of a path that is not there (a missing member), the nearest
 * value around it; of a text that is no JSON, what stands before the mistake. One pass over the text.
 */
export function locate(jsonText: string, path: string): Position {
  const wanted = keysOf(path);
  let best = 0;
  let deepest = -1;
  scanJson(jsonText, {
    value: (keys, offset) => {
      if (keys.length <= deepest || keys.length > wanted.length) return;
      if (!keys.every((key, index) => key === wanted[index])) return;
      deepest = keys.length;
      best = offset;
    },
  });
  return positionAt(jsonText, best);
}

/** The first syntax mistake of a JSON text, with its place; undefined where there is none. */
export function jsonMistake(jsonText: string): (JsonMistake & { readonly position: Position }) | undefined {
  const mistake = scanJson(jsonText);
  return mistake === undefined ? undefined : { ...mistake, position: positionAt(jsonText, mistake.offset) };
}

/** Members whose name stands in the same object before: readers keep only the last. As JSON pointers, at most 100. */
export function repeatedMembers(jsonText: string): readonly { readonly path: string; readonly position: Position }[] {
  const found: { path: string; offset: number }[] = [];
  scanJson(jsonText, {
    member: (keys, offset, seenBefore) => {
      if (seenBefore && found.length < 100) found.push({ path: pointerTo(keys), offset });
    },
  });
  return found.map(({ path, offset }) => ({ path, position: positionAt(jsonText, offset) }));
}

/** Line breaks are LF, CR LF and lone CR, as in every editor. */
function positionAt(text: string, offset: number): Position {
  let line = 1;
  let lineStart = 0;
  for (let at = 0; at < offset; at += 1) {
    const character = text[at];
    if (character !== "\n" && (character !== "\r" || text[at + 1] === "\n")) continue;
    line += 1;
    lineStart = at + 1;
  }
  return { offset, line, column: offset - lineStart + 1 };
}
