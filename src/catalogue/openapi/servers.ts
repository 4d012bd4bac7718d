import { formatHostPattern, readHostPattern } from "../host-pattern.ts";
import type { Provider } from "../provider.ts";
import { type Fields, fieldsOf, listOf, memberOf, textOf } from "./open-api.ts";

type Host = Provider["hosts"][number];

/** The hosts of a document's servers, and in sentences what could not be taken over. */
export type ServerHosts = { readonly hosts: readonly Host[]; readonly missing: readonly string[] };

const MAX_SERVERS = 50;
const STAGING = /\b(?:staging|stage|sandbox|test|testing|dev|development|preview|uat|qa)\b/i;

/**
 * Hosts of `servers` (OpenAPI 3.1 section 4.8.5). A variable takes its default and each of its listed values; one that
 * stands for a whole first label without a list becomes a wildcard. The base path is left out: a host is rarely shared.
 */
export function hostsOfServers(root: Fields): ServerHosts {
  const hosts = new Map<string, Host>();
  const missing: string[] = [];
  const servers = listOf(memberOf(root, "servers")).slice(0, MAX_SERVERS);
  for (const server of servers) {
    const url = textOf(memberOf(server, "url"));
    if (url === undefined) continue;
    const description = textOf(memberOf(server, "description")) ?? "";
    for (const address of spelledOut(url, fieldsOf(memberOf(server, "variables")))) {
      const read = /^https?:\/\//i.test(address) ? readHostPattern(address.split(/[?#]/, 1)[0] ?? "") : undefined;
      if (read?.ok !== true) {
        missing.push(`The server "${address.slice(0, 100)}" names no host: add it by hand.`);
        continue;
      }
      const host = formatHostPattern({ ...read.pattern, scheme: null, path: "" });
      // The domain itself says nothing: "api.staging.com" belongs to a company of that name.
      const front = read.pattern.hostname.split(".").slice(0, -2).join(" ");
      const staging = STAGING.test(description) || STAGING.test(front);
      if (!hosts.has(host)) hosts.set(host, { host, ...(staging ? { environment: "staging" } : {}), source: "seed" });
    }
  }
  if (servers.length === 0) missing.push("The document names no server: add the hosts by hand.");
  return { hosts: [...hosts.values()], missing: [...new Set(missing)] };
}

const MAX_SPELLINGS = 20;

/** Every address that the variables of a server URL give, at most 20. */
function spelledOut(url: string, variables: Fields): readonly string[] {
  let addresses: readonly string[] = [url.slice(0, 500)];
  for (const [name, variable] of Object.entries(variables).slice(0, 10)) {
    const listed = listOf(memberOf(variable, "enum")).filter((value) => typeof value === "string");
    const byDefault = textOf(memberOf(variable, "default"));
    const isFirstLabel = url.includes(`://{${name}}.`);
    const open = isFirstLabel && listed.length === 0 ? ["*"] : byDefault === undefined ? [] : [byDefault];
    const values = listed.length > 0 ? listed : open;
    if (values.length === 0) continue;
    addresses = addresses
      .flatMap((address) => values.map((value) => address.replaceAll(`{${name}}`, () => value)))
      .slice(0, MAX_SPELLINGS);
  }
  return [...new Set(addresses)];
}
