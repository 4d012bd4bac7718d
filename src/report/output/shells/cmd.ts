import type { Segment } from "../../redact/mark.ts";
import type { ShellStyle } from "./shell-style.ts";
import { variableName } from "./shell-variable.ts";
import { joined } from "./segments.ts";

/**
 * What cmd.exe can be given: printable ASCII, line breaks, letters, digits and pictures. All else of Unicode is not:
 * programs that read their arguments in a code page of Windows get a quote for U+FF02, a backslash for a yen sign.
 */
const WRITABLE = /^[\n\r\x20-\x7e\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{Nd}\p{So}]*$/u;
const HIDDEN_LETTERS = /\p{Default_Ignorable_Code_Point}/u;

/** ASCII characters with a meaning outside of quotes, or with one in some place. */
const WITH_MEANING = /[!-,;-@[-^`{-}]/g;

/** A percent sign that no caret would follow. */
const BARE_PERCENT = /%(?![\r\n!-,;-@[-^`{-}]|$)/g;

function isWritable(text: string): boolean {
  return WRITABLE.test(text) && !HIDDEN_LETTERS.test(text);
}

/** Backslashes double before a quote for the C runtime of curl.exe, which reads `\"` as a quote. */
function forRuntime(text: string, isLast: boolean): string {
  let written = "";
  let slashes = 0;
  for (const character of text) {
    if (character === '"') written += `${"\\".repeat(slashes)}\\`;
    slashes = character === "\\" ? slashes + 1 : 0;
    written += character;
  }
  // The closing quote follows.
  return isLast ? written + "\\".repeat(slashes) : written;
}

/** A line break is a caret, a line break that it takes away, and another that it keeps. */
function escaped(text: string): string {
  return text
    .replace(BARE_PERCENT, "%\u0000")
    .replace(WITH_MEANING, "^$&")
    .replaceAll("\u0000", "^")
    .replace(/\r\n?|\n/g, "^\n\n");
}

function argument(all: readonly Segment[]): string | undefined {
  const segments = joined(all);
  if (!segments.every((segment) => typeof segment !== "string" || isWritable(segment))) return undefined;
  const written = segments.map((segment, index) =>
    typeof segment === "string"
      ? escaped(forRuntime(segment, index === segments.length - 1))
      : `%${variableName(segment)}%`,
  );
  return `^"${written.join("")}^"`;
}

/**
 * cmd.exe at its prompt. The quotes themselves are escaped with a caret, so that cmd never enters its quoted state and
 * every other character with a meaning is escaped one by one; curl.exe then sees plain double quotes. A caret after a
 * percent sign keeps it from starting a variable: at the prompt, a variable that does not exist stays as written. In a
 * batch file it would become nothing.
 */
export const CMD: ShellStyle = {
  argument,
  continuation: " ^\n  ",
  comment: (text) => `rem ${text.replace(/[^A-Za-z0-9 .,:_-]+/g, " ").trim()}`,
  // The longest line that cmd.exe reads has 8191 characters.
  maxBody: 8000,
  maxCommand: 8000,
  remarks: ["For the prompt of cmd.exe, not for a batch file: there, percent signs mean something else."],
};
