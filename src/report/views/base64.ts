/** Value of a hexadecimal digit's unit, or -1. */
export function hexDigit(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48;
  const lower = unit | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** Sextet of a base64 or base64url unit (RFC 4648 sections 4 and 5), or -1. */
function sextet(unit: number): number {
  if (unit >= 65 && unit <= 90) return unit - 65;
  if (unit >= 97 && unit <= 122) return unit - 71;
  if (unit >= 48 && unit <= 57) return unit + 4;
  if (unit === 43 || unit === 45) return 62;
  return unit === 47 || unit === 95 ? 63 : -1;
}

/** Bytes of a run in either base64 alphabet; padding and units of neither are skipped. */
export function base64Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let length = 0;
  let held = 0;
  let bits = 0;
  for (let index = 0; index < text.length; index++) {
    const value = sextet(text.charCodeAt(index));
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = (held >> bits) & 0xff;
  }
  return bytes.subarray(0, length);
}

function isPrintable(byte: number): boolean {
  return (byte >= 32 && byte !== 127) || byte === 9 || byte === 10 || byte === 13;
}

/** Bytes that follow the first one of a UTF-8 sequence (RFC 3629); -1 where none may start so. */
function continuations(byte: number): number {
  if (byte < 0x80) return 0;
  if (byte < 0xc2 || byte > 0xf4) return -1;
  return byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
}

/** Whether bytes are UTF-8; a sequence cut off at the end counts. Checked by hand: throwing decoders are slow on garbage. */
function isUtf8(bytes: Uint8Array): boolean {
  for (let index = 0; index < bytes.length; index++) {
    const following = continuations(bytes[index] ?? 0);
    if (following < 0) return false;
    for (let count = 0; count < following && index + 1 < bytes.length; count++) {
      index += 1;
      if (((bytes[index] ?? 0) & 0xc0) !== 0x80) return false;
    }
  }
  return true;
}

/** Bytes as text, where they are UTF-8 without control characters; undefined for anything binary. */
export function bytesAsText(bytes: Uint8Array): string | undefined {
  for (const byte of bytes) if (!isPrintable(byte)) return undefined;
  return isUtf8(bytes) ? new TextDecoder("utf-8").decode(bytes) : undefined;
}

const START = new Uint8Array(9);

/** Whether the first nine bytes of the base64 run at `from`, of twelve characters or more, are text. */
export function startsBase64Text(text: string, from: number): boolean {
  for (let group = 0; group < 3; group++) {
    const at = from + group * 4;
    const bits =
      (sextet(text.charCodeAt(at)) << 18) |
      (sextet(text.charCodeAt(at + 1)) << 12) |
      (sextet(text.charCodeAt(at + 2)) << 6) |
      sextet(text.charCodeAt(at + 3));
    // Padding or a unit of neither alphabet: nothing is known.
    if (bits < 0) return true;
    for (let index = 0; index < 3; index++) {
      const byte = (bits >> (16 - index * 8)) & 0xff;
      if (!isPrintable(byte)) return false;
      START[group * 3 + index] = byte;
    }
  }
  return isUtf8(START);
}

/** Whether the first eight bytes of the run of hexadecimal digits at `from` are text: those of hashes are not. */
export function startsHexText(text: string, from: number): boolean {
  const bytes = START.subarray(0, 8);
  for (let index = 0; index < 8; index++) {
    const byte = hexDigit(text.charCodeAt(from + index * 2)) * 16 + hexDigit(text.charCodeAt(from + index * 2 + 1));
    if (!isPrintable(byte)) return false;
    bytes[index] = byte;
  }
  return isUtf8(bytes);
}

/** Text that a base64 or base64url run holds; undefined if it holds none. Reads 9 bytes before it reads all. */
export function textOfBase64(run: string): string | undefined {
  if (run.length >= 12 && !startsBase64Text(run, 0)) return undefined;
  return bytesAsText(base64Bytes(run));
}

/** UTF-8 bytes to base64 without padding, standard alphabet. */
export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let index = 0; index < bytes.length; index += 8192) {
    binary += String.fromCharCode(...bytes.subarray(index, index + 8192));
  }
  return btoa(binary).replace(/={1,2}$/, "");
}

/** Bytes as lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let hex = "";
  for (const byte of bytes) hex += byte.toString(16).padStart(2, "0");
  return hex;
}

/** Bytes of an even run of hexadecimal digits. */
export function hexBytes(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length >> 1);
  for (let index = 0; index < bytes.length; index++)
    bytes[index] = hexDigit(hex.charCodeAt(index * 2)) * 16 + hexDigit(hex.charCodeAt(index * 2 + 1));
  return bytes;
}
