import { originOf } from "../web/url.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { headerValue, headerValues } from "../exchange/headers.ts";

/**
 * The page's origin where the request says that it crossed origins: its Origin header (RFC 6454 section 7) differs
 * from the URL's origin. "null" differs from every origin. Undefined for same-origin requests and without the header.
 */
export function foreignOrigin(exchange: Exchange): string | undefined {
  const sent = headerValue(exchange.request.headers, "Origin");
  if (sent === undefined || sent === "") return undefined;
  const own = originOf(exchange.request.url);
  return own !== undefined && originOf(sent) === own ? undefined : sent;
}

/** Whether the request carried cookies, which makes it a credentialed one to the CORS protocol. */
export function sentCookies(exchange: Pick<Exchange, "request">): boolean {
  return (headerValue(exchange.request.headers, "Cookie") ?? "") !== "";
}

/** Response headers a cross-origin script may always read (Fetch standard, "CORS-safelisted response-header name"). */
const SAFELISTED = new Set([
  "cache-control",
  "content-language",
  "content-length",
  "content-type",
  "expires",
  "last-modified",
  "pragma",
]);

/**
 * Which response headers a cross-origin page may read. `*` in Access-Control-Expose-Headers is a wildcard only for
 * requests without credentials (Fetch standard, "CORS protocol and credentials"), which here means without cookies. The
 * headers are read once, however many names are asked for: a response may have thousands.
 */
export function exposedHeaders(exchange: Exchange): (name: string) => boolean {
  const listed = new Set(
    headerValues(exchange.response.headers, "Access-Control-Expose-Headers").flatMap((line) =>
      line.split(",").map((part) => part.trim().toLowerCase()),
    ),
  );
  const isAll = listed.has("*") && !sentCookies(exchange);
  return (name) => {
    const wanted = name.toLowerCase();
    return isAll || SAFELISTED.has(wanted) || listed.has(wanted);
  };
}

/** Whether a cross-origin page may read one response header: see `exposedHeaders`. */
export function isExposed(exchange: Exchange, name: string): boolean {
  return exposedHeaders(exchange)(name);
}
