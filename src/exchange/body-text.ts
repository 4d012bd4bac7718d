import type { Body } from "./exchange.ts";

/** The `charset` parameter of a media type, lower-case; undefined where there is none. */
export function charsetOf(mimeType: string): string | undefined {
  return /;\s{0,20}charset\s{0,20}=\s{0,20}"?([A-Za-z0-9._:-]{1,40})/i.exec(mimeType)?.[1]?.toLowerCase();
}

function decoded(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    // An unknown label or bytes that are not of this charset: the caller keeps them as binary.
    return undefined;
  }
}

/**
 * Base64 to a body: text where the bytes are text in the announced charset or in UTF-8, else binary as received.
 * Chromium and Firefox both hand JSON over as base64 when its Content-Type does not say that it is text, so the bytes
 * decide, not the type. Invalid base64 stays as it is, as text: nothing is lost.
 */
export function bodyFromBase64(base64: string, mimeType: string): Body {
  if (base64 === "") return { kind: "empty" };
  let bytes: Uint8Array;
  try {
    bytes = bytesOf(atob(base64));
  } catch {
    return { kind: "text", text: base64 };
  }
  const charset = charsetOf(mimeType);
  const text = (charset === undefined ? undefined : decoded(bytes, charset)) ?? decoded(bytes, "utf-8");
  // NUL never stands in JSON, HTML or plain text, and stands in nearly every image or archive.
  return text === undefined || text.includes("\u0000") ? { kind: "binary", base64 } : { kind: "text", text };
}

/** Not `Uint8Array.from`: that first makes a list of all characters, which takes 60 times their memory. */
function bytesOf(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

/** Bytes of the text in UTF-8. Lone surrogates count as the three bytes of U+FFFD. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    if (unit < 0x800) bytes += 1;
    else if (unit >= 0xd800 && unit <= 0xdbff && isLowSurrogate(text.charCodeAt(index + 1))) {
      bytes += 2;
      index += 1;
    } else bytes += 2;
  }
  return bytes;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** What a body costs in the recorder's byte cap. JavaScript strings hold one or two bytes a unit; two is counted. */
export function bodyBytes(body: Body): number {
  if (body.kind === "text") return body.text.length * 2;
  return body.kind === "binary" ? body.base64.length * 2 : 0;
}
