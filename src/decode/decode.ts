import type { Providers } from "../catalogue/provider.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { ApiEvent } from "./api-event.ts";
import { decodeExchange, type DecodeOptions } from "./decode-exchange.ts";
import { readGeneric } from "./envelopes/read-generic.ts";

export type { DecodeOptions } from "./decode-exchange.ts";

/**
 * Decodes an exchange. Hosts without a document are read by the shapes that many APIs share, if the generic provider is
 * among `providers`; else the result is undefined. Never throws on any exchange that `readEntry` can make.
 */
export function decode(exchange: Exchange, providers: Providers, options: DecodeOptions = {}): ApiEvent | undefined {
  return decodeExchange(exchange, providers, readGeneric, options);
}
