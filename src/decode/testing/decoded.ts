import type { EntryShape } from "../../exchange/testing/an-entry.ts";
import { anExchange } from "../../exchange/testing/an-exchange.ts";
import { allProviders } from "../../providers/testing/sample-files.ts";
import type { ApiEvent } from "../api-event.ts";
import { decode, type DecodeOptions } from "../decode.ts";

const providers = allProviders();

/** Decodes an entry with the providers that ship; throws where its host belongs to none of them. */
export function decoded(shape: EntryShape, options?: DecodeOptions): ApiEvent {
  const event = decode(anExchange(shape), providers, options);
  if (event === undefined) throw new Error("not a watched host");
  return event;
}

/** An Urblock error envelope as text. */
export function urblockError(code: string, members: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ error: { type: "api_error", code, message: "made for a test", ...members } });
}
