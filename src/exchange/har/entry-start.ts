/** First members that exporters write: `{"startedDateTime"` can stand in no JSON string, where quotes are escaped. */
const FIRST_MEMBERS = ["startedDateTime", "pageref", "_initiator", "_connectionId", "_id"];

/**
 * Where the next entry begins in text that is no valid entry, so that one broken entry costs no other; -1 where none
 * can be made out. `indent` is the line break and white space before the file's first entry: in indented JSON only an
 * entry stands behind exactly that, whatever else is broken, for a JSON string holds no line break.
 */
export function findEntryStart(text: string, indent: string | null): number {
  if (indent !== null) {
    const found = text.indexOf(`${indent}{`, 1);
    return found === -1 ? -1 : found + indent.length;
  }
  const places = FIRST_MEMBERS.map((name) => text.indexOf(`{"${name}"`, 1)).filter((place) => place !== -1);
  return places.length === 0 ? -1 : Math.min(...places);
}

/** The last line break and the white space behind it, as text before an entry; null where there is no line break. */
export function indentOf(space: string): string | null {
  const lineBreak = space.lastIndexOf("\n");
  return lineBreak === -1 ? null : space.slice(lineBreak);
}
