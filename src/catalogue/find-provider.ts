import { GENERIC_ID } from "./generic-host.ts";
import {
  comparePatterns,
  formatHostPattern,
  type HostPattern,
  matchesPattern,
  readHostPattern,
} from "./host-pattern.ts";
import type { HostMapping, Provider } from "./provider.ts";
import { memoize } from "../web/memoize.ts";
import { originText, readHttpUrl } from "../web/url.ts";

/** What telling hosts apart needs of a provider: the recorder matches hosts without carrying the texts. */
export type KnownHosts = Pick<Provider, "id"> & { readonly hosts: readonly Provider["hosts"][number][] };
export type Known<P extends KnownHosts> = {
  readonly providers: readonly P[];
  readonly mappings: readonly HostMapping[];
};

/** A host's provider, and why it is this one. */
export type FoundProvider<P extends KnownHosts = Provider> = {
  readonly provider: P;
  /** In words why it is not simply the production host, else null. */
  readonly hostNote: string | null;
  /** A host that the documents name as a staging host. */
  readonly staging: boolean;
};

/** One pattern in force. `mapping` is its place among the mappings; null for a provider's own host. */
export type HostRule<P extends KnownHosts> = {
  readonly pattern: HostPattern;
  readonly provider: P;
  readonly mapping: number | null;
  readonly staging: boolean;
};

/**
 * The provider that answers at this URL, or undefined. Hosts identify it, never key prefixes: several products share
 * those. The most specific pattern wins (see `comparePatterns`); of equally specific ones a mapping made by the user
 * before a provider's own host, and a known API before the generic one. Malformed URLs, unreadable patterns and mappings
 * to a provider that is not there match nothing.
 */
export function findProvider<P extends KnownHosts>(known: Known<P>, url: string): FoundProvider<P> | undefined {
  const cached = finders.get(known);
  // oxlint-disable-next-line no-unsafe-type-assertion -- stored below under the same key, so it finds its providers
  if (cached !== undefined) return (cached as Finder<P>)(url);
  const find = createFinder(hostRules(known));
  finders.set(known, find);
  return find(url);
}

type Finder<P extends KnownHosts> = (url: string) => FoundProvider<P> | undefined;

/** Made once for a set of providers and mappings: every recorded request asks. */
const finders = new WeakMap<Known<KnownHosts>, Finder<KnownHosts>>();

function createFinder<P extends KnownHosts>(rules: readonly HostRule<P>[]): Finder<P> {
  const find: Finder<P> = (url) => {
    const read = readHttpUrl(url);
    if (read === undefined) return undefined;
    const rule = rules.find(({ pattern }) => matchesPattern(pattern, read));
    if (rule === undefined) return undefined;
    const { provider, mapping, staging } = rule;
    return { provider, staging, hostNote: mapping === null ? (staging ? "staging host" : null) : "mapped by you" };
  };
  if (rules.some(({ pattern }) => pattern.path !== "")) return find;
  const findByOrigin = memoize(find);
  return (url) => findByOrigin(originText(url));
}

/** Every pattern that is watched, in its one spelling and without repeats: own hosts first, then usable mappings. */
export function watchedHosts(known: Known<KnownHosts>): readonly string[] {
  const rules = collectRules(known);
  return [...new Set(rules.map(({ pattern }) => formatHostPattern(pattern)))];
}

/** Built once for a set of providers and mappings: every recorded request asks. */
const rulesOf = new WeakMap<Known<KnownHosts>, readonly HostRule<KnownHosts>[]>();

/** The patterns in force, in the order in which they are tried. */
export function hostRules<P extends KnownHosts>(known: Known<P>): readonly HostRule<P>[] {
  const cached = rulesOf.get(known);
  // oxlint-disable-next-line no-unsafe-type-assertion -- stored below under the same key, so made of its providers
  if (cached !== undefined) return cached as readonly HostRule<P>[];
  const rules = collectRules(known).toSorted(
    (one, other) =>
      comparePatterns(one.pattern, other.pattern) ||
      Number(one.provider.id === GENERIC_ID) - Number(other.provider.id === GENERIC_ID) ||
      Number(one.mapping === null) - Number(other.mapping === null),
  );
  rulesOf.set(known, rules);
  return rules;
}

function collectRules<P extends KnownHosts>({ providers, mappings }: Known<P>): readonly HostRule<P>[] {
  const own = providers.flatMap((provider) =>
    provider.hosts.flatMap(({ host, environment }) => {
      const read = readHostPattern(host);
      if (!read.ok) return [];
      return [{ pattern: read.pattern, provider, mapping: null, staging: environment === "staging" }];
    }),
  );
  const mapped = mappings.flatMap(({ host, providerId }, mapping) => {
    const read = readHostPattern(host);
    const provider = providers.find(({ id }) => id === providerId);
    return read.ok && provider !== undefined ? [{ pattern: read.pattern, provider, mapping, staging: false }] : [];
  });
  return [...own, ...mapped];
}
