import { GENERIC_PROVIDER } from "../../catalogue/generic-provider.ts";
import type { Provider } from "../../catalogue/provider.ts";
import { readProvider } from "../../catalogue/read-provider.ts";
import { readSamples } from "../../catalogue/sample.ts";
import { readEntry } from "../../exchange/read-entry.ts";
import type { ApiEvent } from "../api-event.ts";
import { decode } from "../decode.ts";

export const page = "https://docs.example.test/errors";
/** An entry of a code. */
export const entry = (title: string, members: object = {}): object => ({
  title,
  meaning: `${title}, in whole sentences.`,
  retry: { advise: "no", reason: "It stays so.", basis: "documented" },
  source: [page],
  status: null,
  ...members,
});

/** A document as somebody writes it, read by the schema. */
export function document(members: object): Provider {
  const written: unknown = JSON.parse(
    JSON.stringify({
      schemaVersion: 1,
      id: "acme",
      name: "Acme",
      hosts: [{ host: "api.example.test", source: page }],
      authentication: { headers: [{ name: "Authorization", scheme: "Bearer", source: page }] },
      envelopes: [{ name: "error", requires: ["/error"], source: page }],
      codes: {},
      ...members,
    }),
  );
  const read = readProvider(written);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.provider;
}

/** What a response (and request) in the short form of samples becomes with one document. */
export function event(
  provider: Provider,
  response: object,
  request: object = {},
  pending: ReadonlySet<string> = new Set(),
): ApiEvent {
  const read = readSamples({
    source: page,
    request: { url: "https://api.example.test/v1/things", ...request },
    samples: [{ about: "A call.", response: { status: 400, ...response }, event: { outcome: "failure" } }],
  });
  if (!read.ok) throw new Error(read.problems.join());
  const exchange = readEntry(read.samples[0]?.entry, { id: "one" });
  if (!exchange.ok) throw new Error(exchange.problem);
  const decoded = decode(
    exchange.exchange,
    { providers: [provider], mappings: [], pending },
    { fallback: GENERIC_PROVIDER },
  );
  if (decoded === undefined) throw new Error("not decoded");
  return decoded;
}
