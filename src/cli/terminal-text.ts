/** Colours by meaning. ANSI SGR codes of ECMA-48. */
const CODES = { red: 31, green: 32, yellow: 33, dim: 2, bold: 1 } as const;
export type Style = keyof typeof CODES;

/** Wraps text in a style where the terminal has colours. */
export function styled(text: string, style: Style, colours: boolean): string {
  return colours ? `\u001B[${CODES[style]}m${text}\u001B[0m` : text;
}

/**
 * Text of the traffic made safe for a terminal: control characters (C0, C1, bidirectional overrides) could move the
 * cursor, change its title or reorder what is read, so each becomes a visible mark.
 */
export function plain(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.replace(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "\uFFFD");
}

/** Cuts to a width in UTF-16 units, with an ellipsis. */
export function clipped(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}
