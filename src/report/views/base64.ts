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

/** Text that a base64 or base64url run holds; undefined where it holds none. Reads 9 bytes before it reads all. */
export function textOfBase64(run: string): string | undefined {
  const start = base64Bytes(run.slice(0, 12));
  for (const byte of start) if (!isPrintable(byte)) return undefined;
  if (!isUtf8(start)) return undefined;
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
  for (let index = 0; index < bytes.length; index++) bytes[index] = parseInt(hex.slice(index * 2, index * 2 + 2), 16);
  return bytes;
}
