/**
 * Characters that nobody sees, or that do something where they are shown: controls (escape sequences drive terminals,
 * NUL ends strings), format characters (bidirectional overrides make text read as what it is not, CVE-2021-42574), line
 * and paragraph separators, halves of surrogate pairs, and whatever a font may leave out (Default_Ignorable_Code_Point
 * of the Unicode Character Database: fillers, variation selectors, tags). Line feeds and tabs are among them.
 */
export const HIDDEN_CHARACTERS = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** The same, but for line feeds and tabs, and for the selector that only makes the sign before it a coloured emoji. */
const HIDDEN_IN_TEXT =
  /(?![\n\t]|(?<=\p{Extended_Pictographic})\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Text whose invisible characters are written out (`\u202e`), so that it is what it looks like. */
export function visible(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(HIDDEN_IN_TEXT, escapeUnits);
}

/** The same on one line. */
export function oneLine(text: string): string {
  return visible(text).replace(/\n\s*/g, " ");
}

/** JSON text of a value, with its invisible characters written as JSON escapes (RFC 8259, section 7): the same value. */
export function visibleJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(HIDDEN_CHARACTERS, (character) =>
    // JSON.stringify itself writes line feeds only between members; those inside strings it escapes.
    character === "\n" ? character : escapeUnits(character),
  );
}

/** `\u202e` for each UTF-16 unit. */
function escapeUnits(character: string): string {
  let escaped = "";
  for (let index = 0; index < character.length; index++)
    escaped += `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  return escaped;
}
