/** First members that exporters write: `{"startedDateTime"` never occurs inside a JSON string, because quotes are escaped there. */
const FIRST_MEMBERS = ["startedDateTime", "pageref", "_initiator", "_connectionId", "_id"];

/**
 * The index of the next entry in text that is not a valid entry, so that one broken entry costs no other; -1 if none
 * can be made out. `indent` is the line break and white space before the file's first entry: in indented JSON only an
 * entry follows exactly that, whatever else is broken, because a JSON string holds no line break.
 */
export function findEntryStart(text: string, indent: string | null): number {
  if (indent !== null) {
    const found = text.indexOf(`${indent}{`, 1);
    return found === -1 ? -1 : found + indent.length;
  }
  const places = FIRST_MEMBERS.map((name) => text.indexOf(`{"${name}"`, 1)).filter((place) => place !== -1);
  return places.length === 0 ? -1 : Math.min(...places);
}

/** The last line break and the white space after it, as text before an entry; null if there is no line break. */
export function indentOf(space: string): string | null {
  const lineBreak = space.lastIndexOf("\n");
  return lineBreak === -1 ? null : space.slice(lineBreak);
}
