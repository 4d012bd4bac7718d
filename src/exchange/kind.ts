import type { Exchange, ExchangeResponse } from "./exchange.ts";
import { headerValue } from "./headers.ts";

/**
 * A CORS preflight (Fetch standard, "CORS-preflight request"). Firefox does not say so in its entries, but the request
 * header that only preflights carry does.
 */
export function isPreflight(exchange: Pick<Exchange, "request" | "resourceType">): boolean {
  if (exchange.resourceType === "preflight") return true;
  return (
    exchange.request.method === "OPTIONS" &&
    headerValue(exchange.request.headers, "Access-Control-Request-Method") !== undefined
  );
}

/** A hop of a redirect chain (RFC 9110 section 15.4): the next entry is the answer. */
export function isRedirect(exchange: {
  readonly response: Pick<ExchangeResponse, "status" | "headers" | "redirectUrl">;
}): boolean {
  const { status, redirectUrl, headers } = exchange.response;
  return (
    [301, 302, 303, 307, 308].includes(status) &&
    (redirectUrl !== null || headerValue(headers, "Location") !== undefined)
  );
}

/**
 * The response arrived, and the browser kept it from the page because the CORS check failed. Chromium marks such an
 * entry with `net::ERR_FAILED` beside a real status; Firefox does not mark it.
 */
export function isCorsBlocked(exchange: { readonly response: Pick<ExchangeResponse, "status" | "error"> }): boolean {
  return exchange.response.status > 0 && exchange.response.error === "net::ERR_FAILED";
}

/** A success status whose body was not kept or given: it may still report a failure. */
export function isUnreadSuccess({
  response,
}: {
  readonly response: Pick<ExchangeResponse, "status" | "body">;
}): boolean {
  return response.body.kind === "unavailable" && response.status >= 200 && response.status < 300;
}
