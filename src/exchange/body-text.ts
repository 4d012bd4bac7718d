import { bytesOfBase64, decodeText } from "../web/bytes.ts";
import { parameterOf } from "../web/media-type.ts";
import type { Body } from "./exchange.ts";

/**
 * Base64 to a body: text if the bytes are text in the announced charset or in UTF-8, otherwise binary as received.
 * Chromium and Firefox both hand JSON over as base64 when its Content-Type does not say that it is text, so the bytes
 * decide, not the type. Invalid base64 stays as it is, as text: nothing is lost.
 */
export function bodyFromBase64(base64: string, mimeType: string): Body {
  if (base64 === "") return { kind: "empty" };
  const bytes = bytesOfBase64(base64);
  if (bytes === undefined) return { kind: "text", text: base64 };
  const text = decodeText(bytes, parameterOf(mimeType, "charset")) ?? decodeText(bytes);
  // NUL never occurs in JSON, HTML or plain text, and occurs in nearly every image or archive.
  return text === undefined || text.includes("\u0000") ? { kind: "binary", base64 } : { kind: "text", text };
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
