/** Host and port of a URL, lower case. `port` is null for the scheme's default port and where none is written. */
export type UrlHost = { readonly hostname: string; readonly port: string | null };

const DEFAULT_PORTS: ReadonlyMap<string, string> = new Map([
  ["http", "80"],
  ["https", "443"],
]);

/**
 * Reads host and port out of an absolute http or https URL; undefined for anything else. It follows the WHATWG URL
 * standard in what matters for telling hosts apart: the authority ends at the first "/", "?", "#" or "\", and
 * everything up to the last "@" in it is user information, so `https://api.example@evil.test/` is `evil.test`.
 * Written by hand because `URL` is not part of ECMAScript and the pure rooms see nothing else.
 */
export function readUrlHost(url: string): UrlHost | undefined {
  const schemeEnd = url.indexOf("://");
  if (schemeEnd < 4 || schemeEnd > 5) return undefined;
  const defaultPort = DEFAULT_PORTS.get(url.slice(0, schemeEnd).toLowerCase());
  if (defaultPort === undefined) return undefined;
  const rest = url.slice(schemeEnd + 3);
  const end = rest.search(/[/?#\\]/);
  const authority = end === -1 ? rest : rest.slice(0, end);
  return readAuthority(authority.slice(authority.lastIndexOf("@") + 1), defaultPort);
}

/**
 * Reads what a user typed as a host mapping: "localhost:4000", "API.staging.test", or a whole URL. The port is kept as
 * written, because a mapping names no scheme whose default it could be.
 */
export function readMappedHost(text: string): UrlHost | undefined {
  const trimmed = text.trim();
  return trimmed.includes("://") ? readUrlHost(trimmed) : readAuthority(trimmed, null);
}

function readAuthority(authority: string, defaultPort: string | null): UrlHost | undefined {
  // An IPv6 address stands in brackets, so its own colons do not count.
  const afterBrackets = authority.startsWith("[") ? authority.indexOf("]") : 0;
  if (afterBrackets === -1) return undefined;
  const colon = authority.indexOf(":", afterBrackets);
  const hostname = (colon === -1 ? authority : authority.slice(0, colon)).toLowerCase();
  const port = colon === -1 ? "" : authority.slice(colon + 1);
  if (hostname === "" || /[\s/?#\\@]/.test(hostname) || !/^\d{0,5}$/.test(port)) return undefined;
  return { hostname, port: port === "" || port === defaultPort ? null : port };
}
