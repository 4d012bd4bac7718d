import type { Exchange } from "../exchange/exchange.ts";
import { headerValue } from "../exchange/headers.ts";
import { isCorsBlocked, isPreflight } from "../exchange/kind.ts";
import type { PageView } from "./api-event.ts";
import { isCancelled } from "./network-failure.ts";
import { exposedHeaders, foreignOrigin, sentCookies } from "./page-origin.ts";

/** Header names that a script never gets (Fetch standard, "forbidden response-header name"). */
const FORBIDDEN: ReadonlySet<string> = new Set(["set-cookie", "set-cookie2"]);

/**
 * What the page's script could see of a failure: whether it got a response, which of its headers, or what it caught.
 * Undefined for preflights (no script sees those) and where neither the recorder nor the headers show a page.
 */
export function pageView(exchange: Exchange): PageView | undefined {
  if (isPreflight(exchange)) return undefined;
  const isPage =
    exchange.recorder !== "other" ||
    headerValue(exchange.request.headers, "Sec-Fetch-Mode") !== undefined ||
    foreignOrigin(exchange) !== undefined;
  if (!isPage) return undefined;
  if (isCancelled(exchange))
    return rejected(exchange, "abort", abortError(exchange), "The page gave the call up itself.", null);
  const { status, error } = exchange.response;
  if (status === 0) {
    const reason = error === null ? "No response arrived." : `No response arrived (${error}).`;
    return rejected(exchange, "network-error", failedFetch(exchange), reason, null);
  }
  if (isKeptByCors(exchange)) return blocked(exchange);
  const names = [...new Map(exchange.response.headers.map(({ name }) => [name.toLowerCase(), name])).values()];
  const isExposed = foreignOrigin(exchange) === undefined ? () => true : exposedHeaders(exchange);
  const visible = (name: string): boolean => !FORBIDDEN.has(name.toLowerCase()) && isExposed(name);
  const hidden = names.filter((name) => !visible(name));
  const telling = hidden.filter((name) => TELLING_HEADER.test(name));
  return {
    saw: "response",
    status,
    body: true,
    readable: names.filter(visible),
    hidden,
    error: null,
    reason:
      telling.length === 0
        ? null
        : `CORS keeps ${telling.length === 1 ? "a header" : `${telling.length} headers`} of this answer from the page.`,
    fix: telling.length === 0 ? null : { name: "Access-Control-Expose-Headers", value: telling.join(", ") },
  };
}

/** Headers that an app would act on: waits, limits, ids, challenges, links. */
const TELLING_HEADER =
  /retry-after|rate-?limit|request-?id|trace-?id|correlation|debug-id|^www-authenticate$|^location$|^link$|^etag$|should-retry|^cf-ray$/i;

/** The answer arrived, and the browser kept all of it from the page because the CORS check failed. */
export function isKeptByCors(exchange: Exchange): boolean {
  const { body } = exchange.response;
  if (isCorsBlocked(exchange) || (body.kind === "unavailable" && body.reason === "cors-blocked")) return true;
  return exchange.recorder !== "chromium" && failsCorsCheck(exchange);
}

/**
 * Whether the response fails the Fetch standard's CORS check by its own headers. Chromium marks such calls; in Firefox
 * and in files only the headers tell (docs/browser-notes.md).
 */
export function failsCorsCheck(exchange: Exchange): boolean {
  const { request, response } = exchange;
  const origin = foreignOrigin(exchange);
  // Other modes do no CORS check; a preflight's own status is the server's word on the request after it.
  const mode = headerValue(request.headers, "Sec-Fetch-Mode") ?? "cors";
  if (origin === undefined || mode !== "cors" || isPreflight(exchange) || response.status === 0) return false;
  const allowed = headerValue(response.headers, "Access-Control-Allow-Origin");
  if (!sentCookies(exchange)) return allowed !== "*" && allowed !== origin;
  return allowed !== origin || headerValue(response.headers, "Access-Control-Allow-Credentials") !== "true";
}

function blocked(exchange: Exchange): PageView {
  const { request, response } = exchange;
  const origin = foreignOrigin(exchange) ?? headerValue(request.headers, "Origin") ?? "*";
  const allowed = headerValue(response.headers, "Access-Control-Allow-Origin");
  const needsCredentials = allowed === origin && sentCookies(exchange);
  const reason =
    allowed === undefined
      ? "The answer has no Access-Control-Allow-Origin."
      : needsCredentials
        ? "The call sent cookies, and the answer has no Access-Control-Allow-Credentials: true."
        : `The answer allows ${allowed} and not ${origin}${allowed === "*" ? ", and the call sent cookies" : ""}.`;
  const fix = needsCredentials
    ? { name: "Access-Control-Allow-Credentials", value: "true" }
    : { name: "Access-Control-Allow-Origin", value: origin };
  return rejected(exchange, "network-error", failedFetch(exchange), reason, fix);
}

function rejected(
  exchange: Exchange,
  saw: PageView["saw"],
  error: string,
  reason: string,
  fix: PageView["fix"],
): PageView {
  const hidden = [...new Map(exchange.response.headers.map(({ name }) => [name.toLowerCase(), name])).values()];
  return { saw, status: null, body: false, readable: [], hidden, error, reason, fix };
}

function failedFetch({ recorder }: Exchange): string {
  return recorder === "firefox"
    ? "TypeError: NetworkError when attempting to fetch resource."
    : "TypeError: Failed to fetch";
}

function abortError({ recorder }: Exchange): string {
  return recorder === "firefox"
    ? "AbortError: The operation was aborted."
    : "AbortError: signal is aborted without reason";
}
