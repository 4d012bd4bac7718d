import type { Provider } from "../catalogue/provider.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { headerValue } from "../exchange/headers.ts";
import { valueAt } from "../web/json-pointer.ts";
import { parseJson } from "../web/json.ts";

/** The request body as text; undefined if there is none or if it was cut. */
export function requestText(exchange: Exchange): string | undefined {
  const { body } = exchange.request;
  return body.kind === "text" && body.truncated === undefined ? body.text : undefined;
}

/** The request body parsed as JSON; undefined if there is no complete text or if it is not JSON. */
export function requestJson(exchange: Exchange): unknown {
  const text = requestText(exchange);
  return text === undefined ? undefined : parseJson(text);
}

/** RFC 9110 section 9.2.2, RFC 5789 section 2: methods whose repetition may do the work twice. */
export function isUnsafeToRepeat(method: string): boolean {
  return method === "POST" || method === "PATCH";
}

/**
 * The idempotency key of a request: the header of draft-ietf-httpapi-idempotency-key-header, the top-level body field
 * `idempotency_key`, or the place this provider documents. Undefined where there is none or it is empty.
 */
export function idempotencyKey(exchange: Exchange, provider: Provider | undefined): string | undefined {
  const documented = provider?.idempotency;
  const headerNames = ["Idempotency-Key", ...(documented?.place === "header" ? [documented.name] : [])];
  for (const name of headerNames) {
    const value = headerValue(exchange.request.headers, name);
    if (value !== undefined && value !== "") return value;
  }
  const json = requestJson(exchange);
  if (json === undefined) return undefined;
  for (const name of ["idempotency_key", ...(documented?.place === "body" ? [documented.name] : [])]) {
    const value = valueAt(json, `/${name}`);
    if (typeof value === "string" && value !== "") return value;
  }
  return undefined;
}
