import type { KnownHosts } from "./find-provider.ts";
import { GENERIC_ID } from "./generic-host.ts";
import type { Provider } from "./provider.ts";

/** What the recorder needs of a provider document; its texts stay out of the DevTools page. */
export type WatchedPart = KnownHosts;

/**
 * The part of a document that the recorder needs, for documents that only become known at run time. The build makes the
 * same of those that ship (`?hosts` in vite.config.ts).
 */
export function watchedPart({ id, hosts }: Provider): WatchedPart {
  return { id, hosts };
}

/** The generic provider as the recorder needs it: its hosts come from mappings alone. */
export const GENERIC_WATCHED: WatchedPart = { id: GENERIC_ID, hosts: [] };
