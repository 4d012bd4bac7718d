import type { ApiEvent } from "../../decode/api-event.ts";
import type { Exchange } from "../../exchange/exchange.ts";
import { headerValue } from "../../exchange/headers.ts";
import { isKeptByCors } from "../../decode/page-view.ts";
import type { Finding } from "../finding.ts";
import { exposedHeaders, foreignOrigin, isExposed } from "../../decode/page-origin.ts";

const EXPOSE_RULE =
  "Fetch standard, CORS protocol: a page reads only safelisted response headers and those in Access-Control-Expose-Headers.";

/** What the browser keeps from the page although DevTools sees it. */
export function exposureFindings(event: ApiEvent): readonly Finding[] {
  const { exchange } = event;
  const { status } = exchange.response;
  if (status < 400) return [];
  const blocked = corsBlocked(exchange);
  return [
    ...retryAfterNotExposed(exchange),
    ...(blocked.length > 0 ? [] : [...rateLimitHeadersNotExposed(event), ...requestIdNotExposed(event)]),
    ...blocked,
  ];
}

/** A failed response carries Retry-After, and CORS keeps it from the page that asked. */
export function retryAfterIsHidden(exchange: Exchange): boolean {
  return (
    exchange.response.status >= 400 &&
    headerValue(exchange.response.headers, "Retry-After") !== undefined &&
    foreignOrigin(exchange) !== undefined &&
    !isExposed(exchange, "Retry-After")
  );
}

function retryAfterNotExposed(exchange: Exchange): readonly Finding[] {
  if (!retryAfterIsHidden(exchange)) return [];
  return [
    {
      id: "retry-after-not-exposed-to-page",
      text: `This ${exchange.response.status} carries Retry-After, but the page's script reads null: CORS does not expose the header.`,
      change:
        "On the server, add Retry-After to Access-Control-Expose-Headers. Until then, wait a fixed time of your own.",
      rule: EXPOSE_RULE,
      related: [],
    },
  ];
}

/** Fields that count or reset a rate limit, whatever the vendor's prefix. */
const RATE_LIMIT_FIELD = /^(?:[a-z0-9-]{1,40}-)?rate-?limit(?:-[a-z0-9-]{1,60})?$/i;

function rateLimitHeadersNotExposed({ exchange }: ApiEvent): readonly Finding[] {
  // Reported only on the row it matters for: other responses carry the same headers, and one row that says so is enough to act.
  if (exchange.response.status !== 429 || foreignOrigin(exchange) === undefined) return [];
  const hidden = new Set<string>();
  const isReadable = exposedHeaders(exchange);
  for (const { name } of exchange.response.headers)
    if (RATE_LIMIT_FIELD.test(name) && !isReadable(name)) hidden.add(name);
  if (hidden.size === 0) return [];
  const names = [...hidden].join(", ");
  return [
    {
      id: "rate-limit-headers-not-exposed-to-page",
      text: `The page cannot read ${hidden.size} rate-limit ${hidden.size === 1 ? "header" : "headers"} of this 429: ${names}.`,
      change: `On the server, add them to Access-Control-Expose-Headers: ${names}.`,
      rule: EXPOSE_RULE,
      related: [],
    },
  ];
}

function requestIdNotExposed({ exchange, requestId }: ApiEvent): readonly Finding[] {
  if (requestId?.from !== "header" || foreignOrigin(exchange) === undefined || isExposed(exchange, requestId.name))
    return [];
  return [
    {
      id: "request-id-not-exposed-to-page",
      text: `The request id of this ${exchange.response.status} is in ${requestId.name}, which the page's script cannot read.`,
      change: `On the server, add ${requestId.name} to Access-Control-Expose-Headers, so that the app can show and log it.`,
      rule: EXPOSE_RULE,
      related: [],
    },
  ];
}

/**
 * The server's error arrived, and the page saw only a network error. Chromium marks it; in Firefox and in files the
 * response's own CORS headers tell (docs/browser-notes.md).
 */
function corsBlocked(exchange: Exchange): readonly Finding[] {
  const { status } = exchange.response;
  if (!isKeptByCors(exchange)) return [];
  return [
    {
      id: "cors-blocked-error",
      text: `The server answered ${status}, but the browser kept it from the page, whose script saw only a failed fetch.`,
      change:
        "On the server, send the Access-Control-Allow-Origin headers with error responses too, not only with successes.",
      rule: "Fetch standard, CORS check: without a matching Access-Control-Allow-Origin the page gets a network error.",
      related: [],
    },
  ];
}
