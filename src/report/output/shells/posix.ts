import type { Segment } from "../../redact/mark.ts";
import type { ShellStyle } from "./shell-style.ts";
import { variableName } from "./shell-variable.ts";
import { harmlessWords, holdsNul, joined, typedAndHidden } from "./segments.ts";

/**
 * A terminal that hands over whole lines cuts what is longer: after 4095 bytes on Linux (termios(3)), after 1024 on BSD
 * and macOS (MAX_CANON). A cut line loses its closing quote, and what follows is read as commands.
 */
const MAX_LINE = 950;
/** Below the limit even if the name of the option comes first. */
const MAX_PIECE = 900;

/** The bytes of a text as octal escapes of printf(1), the only ones that POSIX knows. */
function octal(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
}

/** Pieces of one word, with a line continuation between them before a line gets too long. */
function wrapped(pieces: readonly string[]): string {
  let word = "";
  let length = 0;
  for (const piece of pieces) {
    const bytes = lineBytes(piece);
    if (length > 0 && length + bytes.first > MAX_LINE) {
      word += "\\\n";
      length = 0;
    }
    word += piece;
    length = piece.includes("\n") ? bytes.last : length + bytes.first;
  }
  return word;
}

/** UTF-8 bytes of the first and of the last line. */
function lineBytes(text: string): { readonly first: number; readonly last: number } {
  const lines = text.split("\n");
  const bytes = (line: string | undefined): number => new TextEncoder().encode(line).length;
  return { first: bytes(lines[0]), last: bytes(lines.at(-1)) };
}

/** Written characters in pieces of at most `MAX_PIECE` bytes a line. */
function inPieces(characters: Iterable<string>): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  let length = 0;
  for (const character of characters) {
    // Four bytes are the most that UTF-8 takes for one.
    const size = character.length === 1 && character < "\u0080" ? 1 : Math.max(4, character.length);
    if (length + size > MAX_PIECE) {
      pieces.push(piece);
      piece = "";
      length = 0;
    }
    piece += character;
    length = character === "\n" ? 0 : length + size;
  }
  if (piece !== "") pieces.push(piece);
  return pieces;
}

/** Inside of single quotes every character but the quote itself is literal (IEEE 1003.1, section 2.2.2). */
function quoted(text: string): readonly string[] {
  return inPieces(Array.from(text).map((character) => (character === "'" ? "'\\''" : character))).map(
    (piece) => `'${piece}'`,
  );
}

/**
 * bash looks for references to its history in each line that it reads, and can take one inside of a quote that another
 * line has opened for one outside: "!" anywhere, "^" at the beginning. In a text of several lines both are octal.
 */
function withoutHistory(
  text: string,
  hasLines: boolean,
): readonly { readonly text: string; readonly hidden: boolean }[] {
  const turns = typedAndHidden(text);
  if (!hasLines) return turns;
  return turns.flatMap((turn) =>
    turn.hidden
      ? [turn]
      : turn.text
          .split(/([!^]+)/)
          .flatMap((part, index) => (part === "" ? [] : [{ text: part, hidden: index % 2 === 1 }])),
  );
}

function argument(all: readonly Segment[]): string | undefined {
  if (holdsNul(all)) return undefined;
  const segments = joined(all);
  const hasLines = segments.some((segment) => typeof segment === "string" && segment.includes("\n"));
  const pieces = segments.flatMap((segment) => {
    if (typeof segment !== "string") return [`"$${variableName(segment)}"`];
    return withoutHistory(segment, hasLines).flatMap(({ text, hidden }) =>
      hidden ? inPieces(Array.from(text).map(octal)).map((piece) => `"$(printf '${piece}')"`) : quoted(text),
    );
  });
  return pieces.length === 0 ? "''" : wrapped(pieces);
}

/** `printf` with everything in its format that is not a harmless character; variables are its arguments. */
function print(all: readonly Segment[]): string {
  const segments = joined(all);
  const format = segments.flatMap((segment) => {
    if (typeof segment !== "string") return ["%s"];
    return typedAndHidden(segment).flatMap(({ text, hidden }) =>
      Array.from(text).map((character) => {
        if (hidden || character === "!") return octal(character);
        if (character === "\n") return "\\n";
        return character === "%" || character === "\\"
          ? character + character
          : character === "'"
            ? "'\\''"
            : character;
      }),
    );
  });
  // What begins with a dash is read as an option.
  if (format[0] === "-") format[0] = octal("-");
  if (format.length === 0) return "printf ''";
  const variables = segments.flatMap((segment) =>
    typeof segment === "string" ? [] : [` "$${variableName(segment)}"`],
  );
  return `printf ${wrapped([...inPieces(format).map((piece) => `'${piece}'`), ...variables])}`;
}

/** sh, bash, dash, ksh and zsh: nothing is used that POSIX does not define. */
export const POSIX: ShellStyle = {
  argument,
  print,
  continuation: " \\\n  ",
  comment: (text) => `# ${harmlessWords(text)}`,
  // One argument may not be longer on Linux (MAX_ARG_STRLEN, 128 KiB).
  maxBody: 100_000,
  maxCommand: 1_000_000,
  remarks: [],
};
