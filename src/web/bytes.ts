import { parseJson } from "./json.ts";

/** The bytes of a text in base64 (RFC 4648 section 4), padded or not; undefined if it is not base64. Never throws. */
export function bytesOfBase64(text: string): Uint8Array | undefined {
  try {
    return bytesOf(atob(text));
  } catch {
    return undefined;
  }
}

/** The text of bytes in a charset; undefined if the label is unknown or the bytes are not of that charset. */
export function decodeText(bytes: Uint8Array, charset = "utf-8"): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The UTF-8 text that a base64 or base64url text holds; undefined if it holds none. */
export function textOfBase64(text: string): string | undefined {
  const bytes = bytesOfBase64(text.replaceAll("-", "+").replaceAll("_", "/"));
  return bytes === undefined ? undefined : decodeText(bytes);
}

/**
 * The claims of a signed JWT (RFC 7519) in the compact form of RFC 7515 section 7.1; undefined if the token is not one.
 * The signature is not verified.
 */
export function jwtClaims(token: string): Readonly<Record<string, unknown>> | undefined {
  const parts = token.split(".", 4);
  const [header = "", payload = ""] = parts;
  if (parts.length !== 3 || !header.startsWith("eyJ")) return undefined;
  const claims = parseJson(textOfBase64(payload) ?? "");
  return typeof claims === "object" && claims !== null && !Array.isArray(claims) ? { ...claims } : undefined;
}

/** Not `Uint8Array.from`: that first makes a list of all characters, which takes 60 times their memory. */
function bytesOf(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
