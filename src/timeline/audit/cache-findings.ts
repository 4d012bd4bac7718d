import type { ApiEvent } from "../../decode/api-event.ts";
import type { Finding } from "../finding.ts";

/**
 * A failure that a cache answered: the server was not asked, and its counters are old. Successes from a cache are what
 * caches are for and show nothing.
 */
export function cacheFindings({ exchange, rateLimit }: ApiEvent): readonly Finding[] {
  const { status, fromCache } = exchange.response;
  if (status < 400 || (fromCache === null && !rateLimit.stale)) return [];
  const where =
    fromCache === null
      ? "a cache on the way"
      : fromCache === "unknown"
        ? "the browser's cache"
        : `the browser's ${fromCache} cache`;
  return [
    {
      id: "served-from-cache",
      text: `This ${status} came from ${where}, so the server may answer otherwise by now.`,
      change:
        'On the server, send Cache-Control: no-store with errors; in the client, fetch with cache: "no-store" to ask again.',
      rule:
        status === 429
          ? "RFC 6585 section 4: a 429 must not be stored by a cache."
          : "RFC 9111 section 4.2.2: caches may store some error responses by their own guess when nothing forbids it.",
      related: [],
    },
  ];
}
