import { completed } from "./completed.ts";
import type { Provider } from "./provider.ts";

/**
 * What has to be known of an API before its document is there: which hosts are its own, and everything that keeps its
 * secrets out of reports. A document like any other, that explains nothing.
 */
export function outlineOf(provider: Provider): Provider {
  const { schemaVersion, id, name, hosts, recognisedBy, authentication, redaction, idPrefixes, idempotency } = provider;
  return completed({
    schemaVersion,
    id,
    name,
    hosts,
    ...(recognisedBy === undefined ? {} : { recognisedBy }),
    support: { contacts: provider.support.contacts },
    authentication,
    envelopes: [],
    redaction,
    idPrefixes,
    ...(idempotency === undefined ? {} : { idempotency }),
    codes: {},
  });
}
