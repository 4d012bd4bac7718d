import type { Provider, Providers } from "../catalogue/provider.ts";
import type { ProviderRules } from "./find/search.ts";

function lowerSet(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => name.toLowerCase()));
}

/**
 * What provider documents add to the built-in rules, for an exchange with `providerId`. Key prefixes count for all known
 * APIs: a key of one sent to another is a key all the same. Without such a provider only those remain.
 */
export function providerRules(providers: Providers, providerId: string | null): ProviderRules {
  const own: Provider | undefined = providers.providers.find((provider) => provider.id === providerId);
  const redaction = own?.redaction;
  const query = own?.authentication.query?.map((place) => place.name) ?? [];
  const prefixes = providers.providers.flatMap((provider) => provider.authentication.keys.map((key) => key.prefix));
  const contacts = providers.providers.flatMap((provider) => provider.support.contacts.map((contact) => contact.text));
  return {
    secretFields: lowerSet(redaction?.secretFields ?? []),
    secretQuery: lowerSet([...(redaction?.secretQuery ?? []), ...query]),
    secretHeaders: lowerSet([
      ...(redaction?.secretHeaders ?? []),
      ...(own?.authentication.headers.map((header) => header.name) ?? []),
    ]),
    personalFields: lowerSet(redaction?.personalFields ?? []),
    keyPrefixes: [...new Set(prefixes)].toSorted((a, b) => b.length - a.length),
    idPrefixes: own?.idPrefixes ?? providers.providers.flatMap((provider) => provider.idPrefixes),
    idempotencyNames: new Set([
      "idempotency-key",
      "idempotency_key",
      "idempotencykey",
      ...(own?.idempotency === undefined ? [] : [own.idempotency.name.toLowerCase()]),
    ]),
    publicEmails: lowerSet(contacts.filter((contact) => contact.includes("@"))),
  };
}
