/** Colours by meaning. ANSI SGR codes of ECMA-48. */
const CODES = { red: 31, green: 32, yellow: 33, dim: 2, bold: 1 } as const;
export type Style = keyof typeof CODES;

const STYLE_CODES = [0, ...Object.values(CODES)].map((code) => `\u001B[${code}m`);

/** Wraps text in a style where the terminal has colours. */
export function styled(text: string, style: Style, colours: boolean): string {
  return colours ? `\u001B[${CODES[style]}m${text}\u001B[0m` : text;
}

/**
 * Characters that could move the cursor, change the terminal's title, reorder what is read or hide in it: controls,
 * formats, the line separators of Unicode, and what is drawn as nothing.
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const MARK = "\uFFFD";

/** Text of the traffic as one line that is safe on a terminal: each unsafe character becomes a visible mark. */
export function plain(text: string): string {
  return text.replace(UNSAFE, MARK);
}

/** The same for several lines: line breaks and tabs stay, and with colours the codes of `styled`. */
export function plainLines(text: string, colours: boolean): string {
  return text.replace(UNSAFE, (unsafe, at: number) => {
    const isOwn =
      unsafe === "\n" || unsafe === "\t" || (colours && STYLE_CODES.some((code) => text.startsWith(code, at)));
    return isOwn ? unsafe : MARK;
  });
}

/** JSON text with unsafe characters as `\uXXXX`: the same values. They can be in its strings only. */
export function plainJson(json: string): string {
  return json.replace(UNSAFE, (unsafe) =>
    unsafe === "\n" || unsafe === "\t"
      ? unsafe
      : Array.from({ length: unsafe.length }, (_, index) => unicodeEscape(unsafe.charCodeAt(index))).join(""),
  );
}

const unicodeEscape = (unit: number): string => `\\u${unit.toString(16).padStart(4, "0")}`;

/**
 * One line that a CI runner does not take for a command of its own: GitHub's looks for `::` at the start of a line,
 * after white space, and for `##[` anywhere (actions/runner, ActionCommand.cs).
 */
export function withoutCommand(line: string): string {
  return line.replaceAll("##[", `##${MARK}[`).replace(/^\s*(?=::)/, MARK);
}

/** Cuts to a width in UTF-16 units, with an ellipsis. */
export function clipped(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}
