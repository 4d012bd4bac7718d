import type { WatchedPart } from "./watched-part.ts";

/** The provider id of hosts that are watched without a document of their own: see `GENERIC_PROVIDER`. */
export const GENERIC_ID = "generic";

/**
 * The generic provider as the recorder needs it: hosts come from mappings alone, and any success may hide a failure in
 * its body (GraphQL and JSON-RPC answer errors with 200).
 */
export const GENERIC_WATCHED: WatchedPart = { id: GENERIC_ID, hosts: [], successBodyPaths: ["/"] };
