// Control characters, and marks that reorder or hide text: NUL ends strings, escape sequences drive terminals,
// bidirectional overrides make text read as what it is not (CVE-2021-42574).
// oxlint-disable-next-line no-control-regex
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Text whose invisible characters are written out, so that it is what it looks like. */
export function visible(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(HIDDEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The same on one line. */
export function oneLine(text: string): string {
  return visible(text).replace(/\n\s*/g, " ");
}
