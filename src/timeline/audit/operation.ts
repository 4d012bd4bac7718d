import type { Exchange, ExchangeRequest } from "../../exchange/exchange.ts";
import { headerValue } from "../../exchange/headers.ts";
import { digest, fingerprint } from "./digest.ts";

/**
 * A key that two exchanges share when they are the same operation: method, URL with query, and request body, byte for
 * byte. Long bodies are hashed, so the key stays short.
 */
export function operationKey(exchange: Exchange): string {
  const { method, url } = exchange.request;
  return `${method}\n${digest(url)}\n${bodyKey(exchange.request)}`;
}

function bodyKey(request: ExchangeRequest): string {
  const { body, params } = request;
  if (body.kind === "text" && body.text !== "") return digest(body.text);
  if (body.kind === "binary") return `base64${digest(body.base64)}`;
  // Some recorders list a form's fields and leave the text out.
  if (params.length > 0) return `form${digest(JSON.stringify(params))}`;
  return body.kind === "unavailable" ? "?" : "";
}

/** Request headers that make a repeated operation another request. */
const IDENTITY_HEADERS = ["Content-Type", "X-Organization-ID", "Idempotency-Key"] as const;

/**
 * A fingerprint of the request headers that must be equal for a retry to be identical: Authorization (its scheme
 * without case), Content-Type, X-Organization-ID and Idempotency-Key. Holds no credential.
 */
export function identityKey(exchange: Exchange): string {
  const { headers } = exchange.request;
  const authorization = headerValue(headers, "Authorization")?.replace(/^[A-Za-z]{1,40}(?=\s)/, (scheme) =>
    scheme.toLowerCase(),
  );
  const rest = IDENTITY_HEADERS.map((name) => headerValue(headers, name) ?? null);
  return fingerprint(JSON.stringify([authorization ?? null, ...rest]));
}
