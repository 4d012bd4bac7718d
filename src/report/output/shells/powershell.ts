import type { Segment } from "../../redact/mark.ts";
import type { ShellStyle } from "./shell-style.ts";
import { variableName } from "./shell-variable.ts";
import { harmlessWords, holdsNul, joined, typedAndHidden } from "./segments.ts";

/** Single quotes are doubled inside of them; PowerShell takes the typographic ones for the same (about_Quoting_Rules). */
function quoted(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, "$&$&")}'`;
}

function codePoint(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return character.length === 1 ? `[char]0x${code}` : `[char]::ConvertFromUtf32(0x${code})`;
}

function argument(all: readonly Segment[]): string | undefined {
  if (holdsNul(all)) return undefined;
  const written = joined(all).flatMap((segment) => {
    if (typeof segment !== "string") return [`$env:${variableName(segment)}`];
    return typedAndHidden(segment).flatMap(({ text, hidden }) =>
      hidden ? Array.from(text).map(codePoint) : [quoted(text)],
    );
  });
  const [first = "''", ...rest] = written;
  if (rest.length === 0 && first.startsWith("'")) return first;
  // "+" joins texts only if a text stands on its left.
  return `(${(first.startsWith("'") ? written : ["''", ...written]).join(" + ")})`;
}

export const POWERSHELL: ShellStyle = {
  argument,
  continuation: " `\n  ",
  comment: (text) => `# ${harmlessWords(text)}`,
  // A command line of Windows has at most 32,767 characters (CreateProcess).
  maxBody: 30_000,
  maxCommand: 32_000,
  remarks: ["Needs PowerShell 7.3 or newer, which passes quotes on unchanged."],
};
