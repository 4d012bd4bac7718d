/** Solidity's panic codes: https://docs.soliditylang.org/en/latest/control-structures.html#panic-via-assert-and-error-via-require. */
const PANICS: ReadonlyMap<number, string> = new Map([
  [0x00, "a panic that the compiler inserted"],
  [0x01, "an assertion failed"],
  [0x11, "an arithmetic operation overflowed or underflowed"],
  [0x12, "a division or modulo by zero"],
  [0x21, "a value is not in the enum"],
  [0x22, "a storage byte array is wrongly encoded"],
  [0x31, "pop() on an empty array"],
  [0x32, "an array index is out of bounds"],
  [0x41, "too much memory was allocated"],
  [0x51, "an uninitialised internal function was called"],
]);

const ERROR_STRING = "08c379a0";
const PANIC = "4e487b71";
const WORD = 64;

/**
 * What a contract gave as the reason of a revert: the text of Error(string), the meaning of Panic(uint256), else the
 * selector of a custom error. Undefined where `data` is no such thing.
 */
export function revertReason(data: unknown): string | undefined {
  if (typeof data !== "string" || data.length > 20_000) return undefined;
  // Some nodes write "Reverted 0x…".
  const hex = /(?:^|\s)0x([0-9a-f]{8,})$/i.exec(data.trim())?.[1]?.toLowerCase();
  if (hex === undefined) return undefined;
  const selector = hex.slice(0, 8);
  const words = hex.slice(8);
  if (selector === ERROR_STRING) return errorString(words);
  if (selector === PANIC) {
    const code = Number.parseInt(words.slice(0, WORD), 16);
    return Number.isSafeInteger(code)
      ? `Panic 0x${code.toString(16).padStart(2, "0")}: ${PANICS.get(code) ?? "a code that Solidity does not document"}`
      : undefined;
  }
  return `custom error 0x${selector}`;
}

/** ABI: the offset of the text, its length, its bytes in UTF-8. */
function errorString(words: string): string | undefined {
  const offset = Number.parseInt(words.slice(0, WORD), 16) * 2;
  const length = Number.parseInt(words.slice(offset, offset + WORD), 16) * 2;
  if (!Number.isSafeInteger(offset) || !Number.isSafeInteger(length) || length > 8000) return undefined;
  const hex = words.slice(offset + WORD, offset + WORD + length);
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return new TextDecoder().decode(bytes);
}
