/** The names that the stand-in answers to. The browser maps them to the loopback address. */
export const BLOCKSECOPS_HOST = "api.blocksecops.com";
export const CHAINGUARD_HOST = "api.chainguardai.dev";
export const URBLOCK_HOST = "api.urblock.io";
/** The demo web app. `.example` is reserved and belongs to nobody (RFC 2606 section 3). */
export const DEMO_HOST = "mintboard.example";
/** A host no provider knows, with an API of its own: a request that must not be watched. */
export const OTHER_HOST = "cdn.mintboard.example";

export const API_HOSTS = [BLOCKSECOPS_HOST, CHAINGUARD_HOST, URBLOCK_HOST] as const;
export const ALL_HOSTS: readonly string[] = [...API_HOSTS, DEMO_HOST, OTHER_HOST];
export const DEMO_ORIGIN = `https://${DEMO_HOST}`;
