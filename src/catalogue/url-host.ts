import { remembered } from "./remembered.ts";

/** Host and port of a URL, lower case. `port` is null for the scheme's default port and where none is written. */
export type UrlHost = { readonly hostname: string; readonly port: string | null };

/** Where a URL leads, as host patterns look at it: `port` is always the port in use, `path` at least "/". */
export type UrlPlace = {
  readonly scheme: "http" | "https";
  readonly hostname: string;
  readonly port: string;
  readonly path: string;
};

const DEFAULT_PORTS = { http: "80", https: "443" } as const;

/**
 * Reads host and port out of an absolute http or https URL; undefined for anything else. It follows the WHATWG URL
 * standard in what matters for telling hosts apart: the authority ends at the first "/", "?", "#" or "\", and
 * everything up to the last "@" in it is user information, so `https://api.example@evil.test/` is `evil.test`.
 * Written by hand because `URL` is not part of ECMAScript and the pure rooms see nothing else.
 */
export function readUrlHost(url: string): UrlHost | undefined {
  const parts = split(url);
  if (parts === undefined) return undefined;
  const { scheme, hostname, port } = parts;
  return { hostname, port: port === DEFAULT_PORTS[scheme] || port === "" ? null : port };
}

/** Host of a URL as it is shown, with its port where that is not the scheme's own; undefined for anything else. */
export function hostOfUrl(url: string): string | undefined {
  return hosts(originText(url));
}

const hosts = remembered((origin: string) => {
  const host = readUrlHost(origin);
  if (host === undefined) return undefined;
  return host.port === null ? host.hostname : `${host.hostname}:${host.port}`;
});

/**
 * A URL up to the end of its authority, as it is written: URLs that begin with the same have the same scheme, host and
 * port. For a text without an authority it is that whole text.
 */
export function originText(url: string): string {
  const start = url.indexOf("://");
  if (start === -1) return url;
  for (let at = start + 3; at < url.length; at += 1) {
    const unit = url.charCodeAt(at);
    if (unit === SLASH || unit === QUESTION_MARK || unit === NUMBER_SIGN || unit === BACKSLASH) return url.slice(0, at);
  }
  return url;
}

const SLASH = 0x2f;
const QUESTION_MARK = 0x3f;
const NUMBER_SIGN = 0x23;
const BACKSLASH = 0x5c;

/** The same as `readUrlHost`, with scheme, port in use and path. A trailing dot of the host (the DNS root) is left out. */
export function readUrlPlace(url: string): UrlPlace | undefined {
  const parts = split(url);
  if (parts === undefined) return undefined;
  const { scheme, hostname, port, rest } = parts;
  const end = rest.search(/[?#]/);
  const path = (end === -1 ? rest : rest.slice(0, end)).replaceAll("\\", "/");
  return {
    scheme,
    hostname: hostname.endsWith(".") ? hostname.slice(0, -1) : hostname,
    port: port === "" ? DEFAULT_PORTS[scheme] : port,
    path: path === "" ? "/" : path,
  };
}

type UrlParts = {
  readonly scheme: "http" | "https";
  readonly hostname: string;
  readonly port: string;
  readonly rest: string;
};

function split(url: string): UrlParts | undefined {
  const schemeEnd = url.indexOf("://");
  const scheme = schemeEnd < 4 || schemeEnd > 5 ? "" : url.slice(0, schemeEnd).toLowerCase();
  if (scheme !== "http" && scheme !== "https") return undefined;
  const behind = url.slice(schemeEnd + 3);
  const end = behind.search(/[/?#\\]/);
  const authority = end === -1 ? behind : behind.slice(0, end);
  const host = readAuthority(authority.slice(authority.lastIndexOf("@") + 1));
  return host === undefined ? undefined : { scheme, ...host, rest: end === -1 ? "" : behind.slice(end) };
}

/**
 * Splits "host", "host:port", "[::1]" and "[::1]:port"; the host comes out in lower case, the port as written and ""
 * where there is none. Undefined where that is not what the text is.
 */
export function readAuthority(authority: string): { readonly hostname: string; readonly port: string } | undefined {
  // An IPv6 address stands in brackets, so its own colons do not count.
  const afterBrackets = authority.startsWith("[") ? authority.indexOf("]") : 0;
  if (afterBrackets === -1) return undefined;
  const colon = authority.indexOf(":", afterBrackets);
  const hostname = (colon === -1 ? authority : authority.slice(0, colon)).toLowerCase();
  const port = colon === -1 ? "" : authority.slice(colon + 1);
  if (hostname === "" || /[\s/?#\\@]/.test(hostname) || !/^\d{0,5}$/.test(port)) return undefined;
  return { hostname, port };
}
