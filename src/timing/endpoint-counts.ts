/** How many requests of a window went to one endpoint. */
export type EndpointCount = { readonly endpoint: string; readonly count: number };

/** Endpoints remembered per window; the busiest of them are shown. */
const KEPT = 24;
const MAX_SEGMENTS = 8;
const MAX_SEGMENT_CHARS = 40;

/**
 * The method and the path with its ids taken out, e.g. "GET /v1/scans/:id", so that calls for many things count as one
 * endpoint. Without host, query and fragment; "GET" alone if the URL has no path.
 */
export function endpointName(method: string, url: string): string {
  const path = /^[a-z][a-z0-9+.-]{0,20}:\/\/[^/?#]{0,300}(\/[^?#]*)?/i.exec(url.slice(0, 2000))?.[1] ?? "";
  const segments = path.split("/").slice(1);
  const shown = segments.slice(0, MAX_SEGMENTS).map((segment) => (isId(segment) ? ":id" : segment));
  if (segments.length > MAX_SEGMENTS) shown.push("…");
  return path === "" ? method : `${method} /${shown.join("/")}`;
}

/** A digit anywhere (but in "v1") or great length: ids, addresses, hashes, numbers. */
function isId(segment: string): boolean {
  return segment.length > MAX_SEGMENT_CHARS || (/\d/.test(segment) && !/^v\d{1,2}$/.test(segment));
}

/**
 * Counts one more request. With more endpoints than are kept, the rarest makes room and its count is carried on, so that
 * a busy endpoint can never be counted too low (the "space saving" count of Metwally and others, 2005).
 */
export function countEndpoint(counts: readonly EndpointCount[], endpoint: string): readonly EndpointCount[] {
  const known = counts.find((entry) => entry.endpoint === endpoint);
  if (known !== undefined) {
    return counts.map((entry) => (entry === known ? { endpoint, count: entry.count + 1 } : entry));
  }
  if (counts.length < KEPT) return [...counts, { endpoint, count: 1 }];
  const rarest = counts.reduce((least, entry) => (entry.count < least.count ? entry : least));
  return [...counts.filter((entry) => entry !== rarest), { endpoint, count: rarest.count + 1 }];
}

/** The busiest endpoints, busiest first. */
export function topEndpoints(counts: readonly EndpointCount[], howMany: number): readonly EndpointCount[] {
  return counts.toSorted((a, b) => b.count - a.count).slice(0, howMany);
}
