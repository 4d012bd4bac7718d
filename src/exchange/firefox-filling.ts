import type { Body } from "./exchange.ts";

/** `devtools.netmonitor.responseBodyLimit`, in bytes: up to here Firefox keeps a body whole. */
const FIREFOX_BODY_LIMIT = 1_048_576;
const MAX_UTF8_BYTES_OF_UNIT = 3; // a UTF-16 unit needs at most three bytes, a pair of surrogates four

/**
 * A response's text as a body. Firefox 153 keeps the first part of a text over 1 MiB and fills the rest of its length
 * with NUL characters, to extensions and in the HAR files that it exports (docs/browser-notes.md): the filling is taken
 * off and the body called cut. `size` is what the entry states, in bytes. A shorter text may end with NUL for reasons of
 * its own and stays as it is.
 */
export function textWithoutFilling(text: string, size: number | undefined): Body {
  let end = text.length;
  if (end * MAX_UTF8_BYTES_OF_UNIT > FIREFOX_BODY_LIMIT) while (end > 0 && text.charCodeAt(end - 1) === 0) end -= 1;
  if (end === text.length) return { kind: "text", text };
  const totalBytes = size === undefined ? {} : { totalBytes: size };
  return { kind: "text", text: text.slice(0, end), truncated: { by: "browser", ...totalBytes } };
}
