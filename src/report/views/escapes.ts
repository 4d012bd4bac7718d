import { hexDigit } from "./base64.ts";
import { decodedBuilder, type Decoded } from "./view.ts";

const SIMPLE: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["b", "\b"],
  ["f", "\f"],
  ["v", "\v"],
]);

function hexUnits(text: string, index: number, count: number): number {
  let value = 0;
  for (let digit = 0; digit < count; digit++) {
    const next = hexDigit(text.charCodeAt(index + digit));
    if (next < 0) return -1;
    value = value * 16 + next;
  }
  return value;
}

/** The unit an escape stands for and how long the escape is. Unknown escapes stand for their second character. */
function readEscape(text: string, index: number): { character: string; length: number } {
  const letter = text.charAt(index + 1);
  if (letter === "u") {
    const unit = hexUnits(text, index + 2, 4);
    if (unit >= 0) return { character: String.fromCharCode(unit), length: 6 };
  }
  if (letter === "x") {
    const unit = hexUnits(text, index + 2, 2);
    if (unit >= 0) return { character: String.fromCharCode(unit), length: 4 };
  }
  return { character: SIMPLE.get(letter) ?? letter, length: 2 };
}

/**
 * Reads the escapes of JSON and JavaScript strings (RFC 8259 section 7, plus `\x` and `\'`) in `text[start, end)`, each
 * character with its offset. Undefined where there is no backslash.
 */
export function decodeEscapes(text: string, start: number, end: number): Decoded | undefined {
  let index = text.indexOf("\\", start);
  if (index === -1 || index >= end) return undefined;
  const builder = decodedBuilder(end - start);
  let copied = start;
  while (index !== -1 && index < end) {
    builder.copy(text, copied, index);
    const { character, length } = readEscape(text, index);
    if (index + length > end) {
      // Cut in the middle of an escape: nothing readable is left of it.
      copied = end;
      break;
    }
    builder.add(character, index);
    copied = index + length;
    index = text.indexOf("\\", copied);
  }
  builder.copy(text, copied, end);
  return builder.done(end);
}
