import type { KnownHosts } from "./find-provider.ts";
import { GENERIC_ID } from "./generic-host.ts";
import type { Provider } from "./provider.ts";

/** What the recorder needs of a provider document; its texts stay out of the DevTools page. */
export type WatchedPart = KnownHosts & {
  /** Path prefixes whose successes may hide a failure in the body ("/" for every path); empty where none may. */
  readonly successBodyPaths: readonly string[];
};

/**
 * The part of a document that the recorder needs, for documents that only become known at run time. The build makes the
 * same of those that ship (`?hosts` in vite.config.ts).
 */
export function watchedPart({ id, hosts, hiddenFailures = [] }: Provider): WatchedPart {
  return { id, hosts, successBodyPaths: hiddenFailures.flatMap(({ pathPrefixes }) => pathPrefixes ?? ["/"]) };
}

/**
 * The generic provider as the recorder needs it: hosts come from mappings alone, and any success may hide a failure in
 * its body (GraphQL and JSON-RPC answer errors with 200).
 */
export const GENERIC_WATCHED: WatchedPart = { id: GENERIC_ID, hosts: [], successBodyPaths: ["/"] };
