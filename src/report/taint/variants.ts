import { hexBytes, toBase64, toHex } from "../views/base64.ts";

/** One spelling. `before` and `after`: further units that carry some of its bits and must go with it. */
export type Variant = { readonly text: string; readonly before: number; readonly after: number };

const HEX_KEY = /^(?:0x)?((?:[0-9a-fA-F]{2}){16,128})$/;
/** Separators in which a phrase of several words is written. */
const WORD_SEPARATORS: readonly string[] = [
  " ",
  "+",
  "-",
  "_",
  ",",
  ", ",
  "\n",
  "\r\n",
  "\t",
  "  ",
  '","',
  '", "',
  " | ",
];
/** Longer secrets (keys in PEM, keystores) are looked for as they are only. */
const MAX_ENCODED = 8192;

/**
 * Base64 of the bytes as it appears when they stand at each of the three positions inside longer encoded text: the
 * characters that depend on these bytes alone (RFC 4648 section 4). Both alphabets.
 */
function base64Variants(bytes: Uint8Array): readonly Variant[] {
  const variants: Variant[] = [];
  for (const lead of [0, 1, 2]) {
    const padded = new Uint8Array(lead + bytes.length);
    padded.set(bytes, lead);
    const encoded = toBase64(padded);
    const from = lead === 0 ? 0 : lead + 1;
    const partial = (padded.length * 8) % 6 === 0 ? 0 : 1;
    const core = encoded.slice(from, encoded.length - partial);
    if (core.length < 8) continue;
    const urlSafe = core.replaceAll("+", "-").replaceAll("/", "_");
    for (const text of urlSafe === core ? [core] : [core, urlSafe]) {
      variants.push({ text, before: lead === 0 ? 0 : 1, after: partial });
    }
  }
  return variants;
}

/**
 * Every spelling of a secret that is not undone by reading the text around it (escapes, percent-encoding and character
 * references are): itself, base64, hexadecimal, with other white space, a hexadecimal key without "0x" and in base64.
 */
export function variantsOf(value: string): readonly Variant[] {
  const plain = new Set<string>([value]);
  const encoded: Variant[] = [];
  const hex = HEX_KEY.exec(value)?.[1];
  if (hex !== undefined) {
    plain.add(hex);
    encoded.push(...base64Variants(hexBytes(hex)));
  }
  if (value.length <= MAX_ENCODED) {
    const bytes = new TextEncoder().encode(value);
    encoded.push(...base64Variants(bytes));
    plain.add(toHex(bytes));
  }
  if (/\s/.test(value.trim())) {
    const words = value.trim().split(/\s+/);
    for (const separator of WORD_SEPARATORS) plain.add(words.join(separator));
  }
  return [...[...plain].map((text) => ({ text, before: 0, after: 0 })), ...encoded];
}
