import { GENERIC_ID } from "../../catalogue/generic-host.ts";
import { GENERIC_PROVIDER } from "../../catalogue/generic-provider.ts";
import type { EntryShape } from "../../exchange/testing/an-entry.ts";
import { anExchange } from "../../exchange/testing/an-exchange.ts";
import type { ApiEvent } from "../api-event.ts";
import { decode } from "../decode.ts";

const GENERIC = { providers: [GENERIC_PROVIDER], mappings: [{ host: "api.other.test", providerId: GENERIC_ID }] };

/** Decodes an entry of a host that is watched without a document; objects become JSON bodies. */
export function generic(shape: Omit<EntryShape, "body"> & { readonly body?: unknown }): ApiEvent {
  const { body } = shape;
  const text = typeof body === "string" || body === null ? body : body === undefined ? "" : JSON.stringify(body);
  const exchange = anExchange({ url: "https://api.other.test/v1/things", ...shape, body: text });
  const event = decode(exchange, GENERIC, { fallback: GENERIC_PROVIDER });
  if (event === undefined) throw new Error("not a watched host");
  return event;
}
