const JSON_ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function withoutJsonEscapes(text: string): string {
  return text.replace(/\\u([0-9a-fA-F]{4})|\\(.)/g, (_, hex: string | undefined, other: string | undefined) =>
    hex === undefined ? (JSON_ESCAPES[other ?? ""] ?? other ?? "") : String.fromCharCode(parseInt(hex, 16)),
  );
}

function withoutMarkdownEscapes(text: string): string {
  return text
    .replace(/\\([\\`*_[\]{}|+=-])/g, "$1")
    .replace(/&#(\d{1,7});/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

function withoutShellEscapes(text: string): readonly string[] {
  return [
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
