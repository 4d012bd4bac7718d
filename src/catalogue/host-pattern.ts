import { hostnameOf, readHttpUrl } from "../web/url.ts";

/** Which URLs belong to a provider. What a pattern leaves out counts as any. */
export type HostPattern = {
  readonly scheme: "http" | "https" | null;
  /** As browsers write it in URLs; without the "*." of a wildcard. */
  readonly hostname: string;
  /** Every subdomain of `hostname`, at any depth, but not `hostname` itself. */
  readonly wildcard: boolean;
  readonly port: string | null;
  /** Whole segments from the start of the path, "/v1"; "" for every path. */
  readonly path: string;
};

/** A pattern, or one sentence that says what is wrong with the text and what to write instead. */
export type ReadHostPattern =
  | { readonly ok: true; readonly pattern: HostPattern }
  | { readonly ok: false; readonly problem: string };

const LONGEST_PATTERN = 300;

/**
 * Reads what a user or a document gives as a host: `localhost:4010`, `*.staging.example.com`, `https://[::1]:8443/v2`.
 * Case, a trailing dot, a trailing slash and Unicode letters come out as browsers write them in URLs, so that the text
 * can be compared; a pattern never is a regular expression.
 */
export function readHostPattern(text: string): ReadHostPattern {
  const written = text.trim();
  if (written === "") return refused("Write a host, such as localhost:4010 or *.staging.example.com.");
  if (written.length > LONGEST_PATTERN) return refused(`A host pattern has at most ${LONGEST_PATTERN} characters.`);
  const schemeEnd = written.indexOf("://");
  const scheme = schemeEnd === -1 ? null : written.slice(0, schemeEnd).toLowerCase();
  if (scheme !== null && scheme !== "http" && scheme !== "https")
    return refused(`The scheme must be http or https, not "${scheme.slice(0, 40)}".`);
  const rest = schemeEnd === -1 ? written : written.slice(schemeEnd + 3);
  if (/[?#]/.test(rest))
    return refused("Leave out everything from ? or # on: scheme, host, port and path are matched.");
  if (/[\s\\]/.test(rest)) return refused("A host pattern has no spaces and no backslashes.");
  const slash = rest.indexOf("/");
  const authority = slash === -1 ? rest : rest.slice(0, slash);
  if (authority.includes("@")) return refused("Leave out the user name and password before the @.");
  const path = readPath(slash === -1 ? "" : rest.slice(slash));
  if (typeof path !== "string") return path;
  const host = readHost(authority);
  return "ok" in host ? host : { ok: true, pattern: { scheme, ...host, path } };
}

type HostPart = Pick<HostPattern, "hostname" | "wildcard" | "port">;
type Refused = { readonly ok: false; readonly problem: string };

function refused(problem: string): Refused {
  return { ok: false, problem };
}

function readPath(path: string): string | Refused {
  const trimmed = path.replace(/\/$/, "");
  if (trimmed.includes("*")) return refused("A path is a prefix as it is: everything below it counts without a *.");
  const segments = trimmed.split("/").slice(1);
  if (segments.some((segment) => segment === "" || /^(?:\.|%2e){1,2}$/i.test(segment)))
    return refused("A path prefix has no empty segment and no . or .. in it.");
  return trimmed === "" ? "" : (readHttpUrl(`http://localhost${trimmed}`)?.pathname ?? trimmed);
}

function readHost(authority: string): HostPart | Refused {
  const bracket = authority.startsWith("[") ? authority.indexOf("]") : -1;
  if (bracket === -1 && authority.split(":").length > 2)
    return refused("An IPv6 address stands in brackets, as in [::1]:4010.");
  const colon = authority.indexOf(":", bracket === -1 ? 0 : bracket);
  const name = colon === -1 ? authority : authority.slice(0, colon);
  const port = colon === -1 ? null : readPort(authority.slice(colon + 1));
  if (port !== null && typeof port !== "string") return port;
  if (bracket !== -1) {
    const address = readHttpUrl(`http://${name}`);
    if (address === undefined) return refused(`"${name}" is not an IPv6 address.`);
    return { hostname: address.hostname, wildcard: false, port };
  }
  const wildcard = name.startsWith("*.");
  const hostname = readName(wildcard ? name.slice(2) : name, wildcard);
  return typeof hostname === "string" ? { hostname, wildcard, port } : hostname;
}

function readPort(text: string): string | Refused {
  const isPort = /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
  return isPort ? String(Number(text)) : refused("A port is a number from 1 to 65535; leave it out for any port.");
}

function readName(written: string, wildcard: boolean): string | Refused {
  const name = written.endsWith(".") ? written.slice(0, -1) : written;
  if (name === "*") return refused("A * alone would watch every site: name a domain, as in *.staging.example.com.");
  if (name.includes("*")) return refused("A * stands for whole labels at the start only, as in *.staging.example.com.");
  if (name === "") return refused("Write a host before the port or the path.");
  // A URL's percent-encoding is decoded in its host, so a "%" would name another host than the one that is read here.
  const hostname = name.includes("%") ? undefined : readHttpUrl(`http://${name}`)?.hostname;
  if (ENDS_IN_NUMBER.test(hostname ?? name)) {
    if (hostname !== name) return refused("An IPv4 address has four numbers from 0 to 255, as in 127.0.0.1.");
    if (wildcard) return refused("An address has no subdomains: leave out the *.");
  }
  if (hostname === undefined || !HOST_NAME.test(hostname) || hostname.length > 253)
    return refused(`"${name.slice(0, 60)}" is not a host name.`);
  if (wildcard && !hostname.includes(".") && hostname !== "localhost")
    return refused(`"*.${hostname}" would watch every site under .${hostname}: name at least two labels.`);
  return hostname;
}

/**
 * Labels of at most 63 characters (RFC 1035 section 2.3.4). An underscore is not a host name character (RFC 952), but
 * names with one are in use.
 */
const HOST_NAME = /^(?!-)(?:[a-z0-9_-]{1,63}(?:\.(?!$)|$))+(?<!-)$/;

/** What the URL standard reads as an IPv4 address, in any of its spellings ("ends in a number"). */
const ENDS_IN_NUMBER = /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/i;

/** The pattern in its one spelling: two texts mean the same exactly when this agrees. */
export function formatHostPattern({ scheme, hostname, wildcard, port, path }: HostPattern): string {
  const front = scheme === null ? "" : `${scheme}://`;
  return `${front}${wildcard ? "*." : ""}${hostname}${port === null ? "" : `:${port}`}${path}`;
}

/** Whether a URL belongs to the pattern. A path prefix matches whole segments: "/v1" has "/v1/x" and not "/v10". */
export function matchesPattern(pattern: HostPattern, url: URL): boolean {
  const { scheme, hostname, wildcard, port, path } = pattern;
  const host = hostnameOf(url);
  return (
    (wildcard ? host.endsWith(`.${hostname}`) : host === hostname) &&
    (port === null || port === (url.port || DEFAULT_PORTS[url.protocol])) &&
    (scheme === null || url.protocol === `${scheme}:`) &&
    (path === "" || url.pathname === path || url.pathname.startsWith(`${path}/`))
  );
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { "http:": "80", "https:": "443" };

/**
 * Orders patterns so that the more specific comes first: exact before wildcard, the longer domain of two wildcards, one
 * with a port before one without, then one with a scheme, then the longer path. 0 where they are equally specific.
 */
export function comparePatterns(one: HostPattern, other: HostPattern): number {
  return (
    Number(one.wildcard) - Number(other.wildcard) ||
    (one.wildcard ? other.hostname.length - one.hostname.length : 0) ||
    Number(one.port === null) - Number(other.port === null) ||
    Number(one.scheme === null) - Number(other.scheme === null) ||
    other.path.length - one.path.length
  );
}
