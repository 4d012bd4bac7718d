import type { RedactionPlace } from "../../report/output/writer.ts";

/** A stretch of a report: as it was, or a mark that stands for what was cut out. */
type Piece = { readonly text: string; readonly isMark: boolean };

/** Marks as they stand in text, in URLs and, as variables, in commands of the three shells. */
const MARKS =
  /\u00ab(?:withheld|redacted:([a-z-]{1,40}):(\d{1,7})(?: [^\u00bb\n]{0,160})?)\u00bb|REDACTED-([a-z-]{1,40})-(\d{1,7})|WITHHELD|(?:\$env:|\$|%)FAULTLINE_[A-Z0-9_]{1,60}%?/g;

/**
 * Splits a finished report at the marks that this report wrote: the pieces joined are the text. A mark that was recorded
 * (a report pasted into a request) is ordinary text.
 */
export function splitMarks(text: string, places: readonly RedactionPlace[]): readonly Piece[] {
  const own = new Set(places.map(({ kind, number }) => `${kind}:${number}`));
  const withholds = places.some(({ kind }) => kind === "withheld");
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(MARKS)) {
    const [whole, kind = match[3], number = match[4]] = match;
    const isOwn = kind === undefined ? whole.includes("FAULTLINE_") || withholds : own.has(`${kind}:${number}`);
    if (!isOwn) continue;
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), isMark: false });
    pieces.push({ text: whole, isMark: true });
    at = match.index + whole.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMark: false });
  return pieces;
}
