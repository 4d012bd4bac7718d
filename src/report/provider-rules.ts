import type { Provider, Providers } from "../catalogue/provider.ts";
import type { ApiEvent } from "../decode/api-event.ts";
import type { ProviderRules } from "./find/search.ts";

function lowerSet(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => name.toLowerCase()));
}

const rulesByProvider = new WeakMap<Providers, Map<string | null, ProviderRules>>();
/** The rules for requests to an address, by rules and address. */
const rulesByAddress = new WeakMap<ProviderRules, Map<string, ProviderRules>>();
/** A recording of more addresses is a scan of a network: its rules are made again. */
const MOST_ADDRESSES = 100;

/**
 * What provider documents add to the built-in rules, for an exchange with `providerId`. Key prefixes count for all known
 * APIs: a key of one sent to another is a key all the same. Without such a provider only those remain. The same
 * object for the same provider: whatever is prepared for some rules is prepared once.
 */
export function providerRules(providers: Providers, providerId: string | null): ProviderRules {
  const known = rulesByProvider.get(providers) ?? new Map<string | null, ProviderRules>();
  rulesByProvider.set(providers, known);
  const rules = known.get(providerId) ?? makeRules(providers, providerId);
  known.set(providerId, rules);
  return rules;
}

function makeRules(providers: Providers, providerId: string | null): ProviderRules {
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

/** A host that is an address, without port and brackets. */
const ADDRESS_HOST =
  /^[A-Za-z][A-Za-z0-9+.-]{0,20}:\/\/(?:[^/?#@]{0,400}@)?(?:\[([0-9A-Fa-f:.]{2,45})\]|((?:\d{1,3}\.){3}\d{1,3}))(?:[:/?#]|$)/;

/** The rules for the texts of an event: those of its provider, and that the host of its request is nobody's address. */
export function rulesFor(providers: Providers, event: ApiEvent): ProviderRules {
  const host = ADDRESS_HOST.exec(event.exchange.request.url);
  const ownAddress = host?.[1] ?? host?.[2];
  const rules = providerRules(providers, event.providerId);
  if (ownAddress === undefined) return rules;
  const known = rulesByAddress.get(rules) ?? new Map<string, ProviderRules>();
  rulesByAddress.set(rules, known);
  const own = known.get(ownAddress) ?? { ...rules, ownAddress };
  if (known.size < MOST_ADDRESSES) known.set(ownAddress, own);
  return own;
}
