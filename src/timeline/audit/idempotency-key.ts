import type { Exchange } from "../../exchange/exchange.ts";
import { headerValue } from "../../exchange/headers.ts";
import { asRecord } from "../../exchange/json-fields.ts";
import { parseJson } from "../../web/json.ts";
import { fingerprint } from "./digest.ts";

/** The top-level body field that Urblock reads the key from (docs.urblock.io/concepts/idempotency). */
const BODY_FIELD = "idempotency_key";

/**
 * Fingerprints of the idempotency keys a request carries, by place: the `Idempotency-Key` header
 * (draft-ietf-httpapi-idempotency-key-header) and the top-level body field `idempotency_key`. Null if a place holds
 * none or an empty one.
 */
export type IdempotencyKeys = { readonly header: string | null; readonly body: string | null };

/** Reads the idempotency keys of a request; bodies that are neither a JSON object nor a form have none. */
export function idempotencyKeys(exchange: Exchange): IdempotencyKeys {
  const { headers, params } = exchange.request;
  const header = headerValue(headers, "Idempotency-Key") ?? "";
  const inBody = bodyField(exchange) ?? params.find((param) => param.name === BODY_FIELD)?.value;
  return { header: keyOf(header), body: keyOf(inBody ?? "") };
}

/** Whether both requests carry the same key in the same place, so that the server can tell the second is a repeat. */
export function shareIdempotencyKey(one: IdempotencyKeys, other: IdempotencyKeys): boolean {
  return (one.header !== null && one.header === other.header) || (one.body !== null && one.body === other.body);
}

function keyOf(value: string): string | null {
  // The draft makes the header a quoted string: `""` is as empty as nothing.
  const trimmed = value.trim();
  return trimmed === "" || trimmed === '""' ? null : fingerprint(trimmed);
}

function bodyField(exchange: Exchange): string | undefined {
  const { body } = exchange.request;
  if (body.kind !== "text" || !body.text.includes(BODY_FIELD)) return undefined;
  const value = asRecord(parseJson(body.text))?.[BODY_FIELD];
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
