import { hexDigit } from "./base64.ts";
import { decodedBuilder, type Decoded } from "./view.ts";

/** The byte of "%XX" at `index`, or -1. */
function percentByte(text: string, index: number): number {
  if (text.charCodeAt(index) !== 37) return -1;
  const high = hexDigit(text.charCodeAt(index + 1));
  const low = hexDigit(text.charCodeAt(index + 2));
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/** Length of the UTF-8 sequence that starts with this byte (RFC 3629), 0 where none can. */
function sequenceLength(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte >= 0xc2 && byte <= 0xdf) return 2;
  if (byte >= 0xe0 && byte <= 0xef) return 3;
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
}

/** The character of the percent-encoded sequence at `index` and how many bytes it takes. Bad bytes become U+FFFD. */
function readCharacter(text: string, index: number, byte: number): { character: string; bytes: number } {
  const length = sequenceLength(byte);
  if (length <= 1) return { character: length === 1 ? String.fromCharCode(byte) : "\ufffd", bytes: 1 };
  let point = byte & (0xff >> (length + 1));
  for (let number = 1; number < length; number++) {
    const next = percentByte(text, index + number * 3);
    if (next < 0x80 || next > 0xbf) return { character: "\ufffd", bytes: 1 };
    point = point * 64 + (next & 0x3f);
  }
  return { character: point > 0x10ffff ? "\ufffd" : String.fromCodePoint(point), bytes: length };
}

/**
 * Reads percent-encoding in `text[start, end)` (RFC 3986 section 2.1, UTF-8), each character with its offset. With
 * `plus`, "+" reads as a space (HTML forms). Malformed sequences stay as they are. Undefined where nothing is encoded.
 */
export function decodePercent(text: string, start: number, end: number, plus: boolean): Decoded | undefined {
  let builder: ReturnType<typeof decodedBuilder> | undefined;
  let copied = start;
  const first = plus ? start : text.indexOf("%", start);
  if (first === -1 || first >= end) return undefined;
  for (let index = first; index < end;) {
    const unit = text.charCodeAt(index);
    if (unit !== 37 && !(plus && unit === 43)) {
      index += 1;
      continue;
    }
    const byte = unit === 43 ? 32 : percentByte(text, index);
    if (byte < 0 || (unit === 37 && index + 3 > end)) {
      index += 1;
      continue;
    }
    builder ??= decodedBuilder(end - start);
    builder.copy(text, copied, index);
    if (unit === 43) {
      builder.add(" ", index);
      index += 1;
    } else {
      const { character, bytes } = readCharacter(text, index, byte);
      builder.add(character, index);
      index = Math.min(end, index + bytes * 3);
    }
    copied = index;
  }
  if (builder === undefined) return undefined;
  builder.copy(text, copied, end);
  return builder.done(end);
}
