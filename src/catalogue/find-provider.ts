import type { HostMapping, Provider } from "./provider.ts";
import { readMappedHost, readUrlHost, type UrlHost } from "./url-host.ts";

/** What telling hosts apart needs of a provider: the recorder matches hosts without carrying the texts. */
export type KnownHosts = Pick<Provider, "id" | "hosts">;
type Known<P extends KnownHosts> = { readonly providers: readonly P[]; readonly mappings: readonly HostMapping[] };

/** A host's provider; `hostNote` says in words why it is not simply the production host, else null. */
export type FoundProvider<P extends KnownHosts = Provider> = { readonly provider: P; readonly hostNote: string | null };

/**
 * The provider that answers at this URL, or undefined. Hosts are compared exactly and without case, never by key prefix
 * or suffix: several products share key prefixes. A mapping made by the user wins over a provider's own hosts, and one
 * with a port ("localhost:4000") over one without. A provider's own host counts on every port. Malformed URLs and
 * mappings to a provider that is not there match nothing.
 */
export function findProvider<P extends KnownHosts>(providers: Known<P>, url: string): FoundProvider<P> | undefined {
  const at = readUrlHost(url);
  if (at === undefined) return undefined;
  return findMapped(providers, at, defaultPortOf(url)) ?? findOwn(providers.providers, at.hostname);
}

/**
 * Every host that is watched: the providers' own hosts and the hosts of usable mappings ("host" or "host:port"), lower
 * case, without repeats.
 */
export function watchedHosts(providers: Known<KnownHosts>): readonly string[] {
  const hosts = new Set<string>();
  for (const provider of providers.providers) for (const { host } of provider.hosts) hosts.add(host);
  for (const mapping of providers.mappings) {
    const mapped = readMappedHost(mapping.host);
    if (mapped === undefined || byId(providers.providers, mapping) === undefined) continue;
    hosts.add(mapped.port === null ? mapped.hostname : `${mapped.hostname}:${mapped.port}`);
  }
  return [...hosts];
}

function findMapped<P extends KnownHosts>(
  providers: Known<P>,
  at: UrlHost,
  defaultPort: string,
): FoundProvider<P> | undefined {
  let anyPort: P | undefined;
  for (const mapping of providers.mappings) {
    const mapped = readMappedHost(mapping.host);
    if (mapped === undefined || mapped.hostname !== at.hostname) continue;
    const provider = byId(providers.providers, mapping);
    if (provider === undefined) continue;
    if (mapped.port === null) anyPort ??= provider;
    else if (mapped.port === (at.port ?? defaultPort)) return { provider, hostNote: "mapped by you" };
  }
  return anyPort === undefined ? undefined : { provider: anyPort, hostNote: "mapped by you" };
}

function findOwn<P extends KnownHosts>(providers: readonly P[], hostname: string): FoundProvider<P> | undefined {
  for (const provider of providers) {
    for (const known of provider.hosts) {
      if (known.host !== hostname) continue;
      return { provider, hostNote: known.environment === "staging" ? "staging host" : null };
    }
  }
  return undefined;
}

function byId<P extends KnownHosts>(providers: readonly P[], mapping: HostMapping): P | undefined {
  return providers.find((provider) => provider.id === mapping.providerId);
}

function defaultPortOf(url: string): string {
  return url.slice(0, 6).toLowerCase() === "https:" ? "443" : "80";
}
