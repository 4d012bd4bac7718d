const JSON_ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function withoutJsonEscapes(text: string): string {
  return text.replace(/\\u([0-9a-fA-F]{4})|\\(.)/g, (_, hex: string | undefined, other: string | undefined) =>
    hex === undefined ? (JSON_ESCAPES[other ?? ""] ?? other ?? "") : String.fromCharCode(parseInt(hex, 16)),
  );
}

/** Words of prose that stand in code, and a number that would begin a list. */
function withoutMarkdownEscapes(text: string): string {
  return text.replaceAll("`", "").replace(/^(\d{1,9})\\(?=[.)])|^\\(?=-)/gm, "$1");
}

/** Bytes in octal, as printf(1) reads them. */
function withoutOctal(text: string): string {
  return text.replace(/(?:\\[0-7]{3})+/g, (run) => {
    const bytes = run
      .split("\\")
      .slice(1)
      .map((digits) => parseInt(digits, 8));
    return new TextDecoder().decode(new Uint8Array(bytes));
  });
}

function withoutShellEscapes(text: string): readonly string[] {
  const joined = text.replaceAll("'\\\n'", "");
  return [
    joined,
    withoutOctal(joined)
      .replaceAll("'\\''", "'")
      .replaceAll("%%", "%")
      .replaceAll("\\n", "\n")
      .replaceAll("\\\\", "\\"),
    text.replaceAll("'\\''", "'"),
    text.replaceAll("''", "'"),
    text.replace(/\^(.)/g, "$1").replaceAll("%^", "%"),
  ];
}

/** Line breaks, with the white space around them, as one space. */
function onOneLine(text: string): string {
  const lines = text.split("\n");
  const last = lines.length - 1;
  if (last === 0) return text;
  const inner = lines.slice(1, last).flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  return [(lines[0] ?? "").trimEnd(), ...inner, (lines[last] ?? "").trimStart()].join(" ");
}

/**
 * What a text selected in a finished report may have been before the format escaped it: each reading but the text
 * itself. A wrong reading does no harm, since it occurs nowhere.
 */
export function readingsOfSelection(text: string): readonly string[] {
  const readings = new Set([
    withoutJsonEscapes(text),
    withoutJsonEscapes(withoutJsonEscapes(text)),
    withoutMarkdownEscapes(text),
    ...withoutShellEscapes(text),
    onOneLine(text),
  ]);
  readings.delete(text);
  return [...readings];
}
