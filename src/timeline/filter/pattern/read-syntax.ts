import { readClassEscape, readUnitEscape } from "./escapes.ts";
import { NEWLINE, type Syntax, type UnitTest } from "./syntax.ts";

export type SyntaxResult =
  | { readonly ok: true; readonly syntax: Syntax }
  | { readonly ok: false; readonly problem: string };

const MAX_LENGTH = 300;
const MAX_REPEAT = 100;
const MAX_DEPTH = 30;

/** The place of the reader, and why it gave up. */
type Reader = { readonly text: string; at: number; depth: number; problem: string | null };

/**
 * Reads the common part of JavaScript's regular expressions: characters, `.`, classes, groups, alternatives, `* + ? {}`
 * and `^ $ \b \B`. Back-references, look-around and Unicode properties are refused with a sentence: they cannot be
 * searched in linear time, or need tables. Letters match in any case. Never throws.
 */
export function readSyntax(text: string): SyntaxResult {
  if (text.length > MAX_LENGTH) return { ok: false, problem: `A pattern may have ${MAX_LENGTH} characters at most.` };
  const reader: Reader = { text, at: 0, depth: 0, problem: null };
  const syntax = readChoice(reader);
  if (reader.problem === null && reader.at < text.length) reader.problem = "A closing parenthesis has no opening one.";
  return reader.problem === null ? { ok: true, syntax } : { ok: false, problem: reader.problem };
}

function fail(reader: Reader, problem: string): Syntax {
  reader.problem ??= problem;
  // Nothing more is read.
  reader.at = reader.text.length;
  return { kind: "empty" };
}

function readChoice(reader: Reader): Syntax {
  const parts = [readSequence(reader)];
  while (reader.text[reader.at] === "|") {
    reader.at += 1;
    parts.push(readSequence(reader));
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: "choice", parts };
}

function readSequence(reader: Reader): Syntax {
  const parts: Syntax[] = [];
  while (reader.at < reader.text.length && reader.text[reader.at] !== "|" && reader.text[reader.at] !== ")") {
    parts.push(readRepeats(reader, readAtom(reader)));
  }
  return { kind: "sequence", parts };
}

function readAtom(reader: Reader): Syntax {
  const character = reader.text[reader.at] ?? "";
  reader.at += 1;
  switch (character) {
    case ".":
      return { kind: "unit", test: (unit) => unit !== NEWLINE };
    case "^":
      return { kind: "assert", where: "line-start" };
    case "$":
      return { kind: "assert", where: "line-end" };
    case "(":
      return readGroup(reader);
    case "[":
      return readClass(reader);
    case "\\":
      return readEscape(reader);
    case "*":
    case "+":
    case "?":
      return fail(reader, `There is nothing in front of “${character}” to repeat.`);
    default:
      return literal(character.charCodeAt(0));
  }
}

function literal(unit: number): Syntax {
  const lower = String.fromCharCode(unit).toLowerCase().charCodeAt(0);
  return { kind: "unit", test: (other) => other === lower };
}

function readGroup(reader: Reader): Syntax {
  if (reader.text.startsWith("?:", reader.at)) reader.at += 2;
  else if (reader.text[reader.at] === "?") {
    const name = /^\?<[A-Za-z_]\w{0,30}>/.exec(reader.text.slice(reader.at, reader.at + 40))?.[0];
    if (name === undefined) return fail(reader, "Look-ahead and look-behind are not supported.");
    reader.at += name.length;
  }
  reader.depth += 1;
  if (reader.depth > MAX_DEPTH) return fail(reader, "The groups are nested too deeply.");
  const inner = readChoice(reader);
  reader.depth -= 1;
  if (reader.text[reader.at] !== ")") return fail(reader, "A parenthesis is not closed.");
  reader.at += 1;
  return inner;
}

function readEscape(reader: Reader): Syntax {
  const letter = reader.text[reader.at] ?? "";
  if (letter === "b" || letter === "B") {
    reader.at += 1;
    return { kind: "assert", where: letter === "b" ? "word-edge" : "no-word-edge" };
  }
  if (/^[1-9k]$/.test(letter)) return fail(reader, "Back-references are not supported.");
  const test = readClassEscape(letter);
  if (test !== undefined) {
    reader.at += 1;
    return { kind: "unit", test };
  }
  const escape = readUnitEscape(reader.text, reader.at);
  if (escape === undefined) return fail(reader, `“\\${letter}” is not supported.`);
  reader.at = escape.end;
  return literal(escape.unit);
}

function readClass(reader: Reader): Syntax {
  const negated = reader.text[reader.at] === "^";
  if (negated) reader.at += 1;
  const tests: UnitTest[] = [];
  while (reader.text[reader.at] !== "]") {
    if (reader.at >= reader.text.length) return fail(reader, "A bracket is not closed.");
    const from = readClassUnit(reader);
    if (from === undefined) return fail(reader, "An escape in brackets is not supported.");
    if (typeof from === "function") tests.push(from);
    else if (
      reader.text[reader.at] === "-" &&
      reader.at + 1 < reader.text.length &&
      reader.text[reader.at + 1] !== "]"
    ) {
      reader.at += 1;
      const to = readClassUnit(reader);
      if (typeof to !== "number" || to < from) return fail(reader, "A range in brackets runs backwards.");
      tests.push(range(from, to));
    } else tests.push(range(from, from));
  }
  reader.at += 1;
  return { kind: "unit", test: (unit) => tests.some((test) => test(unit)) !== negated };
}

function readClassUnit(reader: Reader): number | UnitTest | undefined {
  const character = reader.text[reader.at] ?? "";
  reader.at += 1;
  if (character !== "\\") return character.charCodeAt(0);
  const letter = reader.text[reader.at] ?? "";
  const test = readClassEscape(letter);
  if (test !== undefined) {
    reader.at += 1;
    return test;
  }
  if (letter === "b") {
    reader.at += 1;
    return 8;
  }
  const escape = readUnitEscape(reader.text, reader.at);
  if (escape === undefined) return undefined;
  reader.at = escape.end;
  return escape.unit;
}

/** A range as written, tested in both cases since the text was lower-cased. */
function range(from: number, to: number): UnitTest {
  return (unit) => {
    if (unit >= from && unit <= to) return true;
    const upper = String.fromCharCode(unit).toUpperCase().charCodeAt(0);
    return upper >= from && upper <= to;
  };
}

function readRepeats(reader: Reader, part: Syntax): Syntax {
  const rest = reader.text.slice(reader.at, reader.at + 12);
  const [written, least, comma, most] = /^(?:[*+?]|\{(\d{1,4})(,?)(\d{0,4})\})/.exec(rest) ?? [];
  if (written === undefined) return part;
  if (part.kind === "assert") return fail(reader, "“^”, “$” and “\\b” cannot be repeated.");
  reader.at += written.length;
  // Whether the shortest or the longest is taken makes no difference to whether there is a match.
  if (reader.text[reader.at] === "?") reader.at += 1;
  if (written === "*") return { kind: "repeat", part, least: 0, most: Infinity };
  if (written === "+") return { kind: "repeat", part, least: 1, most: Infinity };
  if (written === "?") return { kind: "repeat", part, least: 0, most: 1 };
  const low = Number(least);
  const high = comma === "" ? low : most === "" ? Infinity : Number(most);
  if (high < low) return fail(reader, "The numbers of a repetition run backwards.");
  if (low > MAX_REPEAT || (high !== Infinity && high > MAX_REPEAT))
    return fail(reader, `A repetition may count to ${MAX_REPEAT} at most.`);
  if (/^[*+?{]/.test(reader.text.slice(reader.at, reader.at + 1)))
    return fail(reader, "There is nothing in front of a repetition to repeat.");
  return { kind: "repeat", part, least: low, most: high };
}
