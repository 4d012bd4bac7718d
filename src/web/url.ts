import { memoize } from "./memoize.ts";

/** The parts of a URL as it is written, nothing decoded or normalised. The fragment is left out: it is never sent. */
export type WrittenUrl = {
  /** Scheme and authority: "https://user@api.example:8443"; "" for a relative URL. */
  readonly origin: string;
  /** "/" if the URL has none. */
  readonly path: string;
  /** With its question mark; "" if there is none. */
  readonly query: string;
};

/** Splits a URL, absolute or relative, without checking it. A backslash ends the authority, as in browsers. */
export function splitUrl(url: string): WrittenUrl {
  const [, origin = "", path = "", query = ""] = WRITTEN_URL.exec(url) ?? [];
  return { origin, path: path === "" ? "/" : path, query };
}

const WRITTEN_URL = /^([^:/?#]*:\/\/[^/?#\\]*)?([^?#]*)(\?[^#]*)?/;

/** The path of a URL as it is written, without query and fragment. */
export function pathOf(url: string): string {
  return splitUrl(url).path;
}

/** The query parameters of a URL in order, decoded as a server reads a form. Malformed escapes stay as they are. */
export function queryOf(url: string): readonly QueryParameter[] {
  return Array.from(new URLSearchParams(splitUrl(url).query), ([name, value]) => ({ name, value }));
}

export type QueryParameter = { readonly name: string; readonly value: string };

/** Reads an absolute http or https URL as browsers do (WHATWG URL standard); undefined for anything else. */
export function readHttpUrl(url: string): URL | undefined {
  try {
    const read = new URL(url);
    return read.protocol === "https:" || read.protocol === "http:" ? read : undefined;
  } catch {
    return undefined;
  }
}

/** The host name of a URL without the trailing dot of the DNS root, which leads to the same host. */
export function hostnameOf(url: URL): string {
  return url.hostname.endsWith(".") ? url.hostname.slice(0, -1) : url.hostname;
}

/** Host of a http or https URL, with its port unless that is the scheme's default; undefined for anything else. */
export function hostOfUrl(url: string): string | undefined {
  return readOrigin(originText(url))?.host;
}

/** Scheme, host and port of a http or https URL, without a default port; undefined for anything else. */
export function originOf(url: string): string | undefined {
  return readOrigin(originText(url))?.origin;
}

/**
 * The start of a URL that decides its scheme, host and port, as it is written: all URLs with the same start have the
 * same ones. A text without an authority comes back whole.
 */
export function originText(url: string): string {
  const { origin } = splitUrl(url);
  return origin === "" ? url : origin;
}

const readOrigin = memoize((origin: string) => {
  const url = readHttpUrl(origin);
  return url === undefined ? undefined : { host: url.host, origin: url.origin };
});
