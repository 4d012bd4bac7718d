import type { HeaderList } from "../../exchange/exchange.ts";
import { headerValue } from "../../exchange/headers.ts";
import { asRecord } from "../../exchange/json-fields.ts";
import { parseJson } from "../../web/json.ts";
import { EDGE_RULES } from "./edge-rules.ts";
import type { GatewayRule } from "./gateway-rule.ts";
import { PLATFORM_RULES } from "./platform-rules.ts";

/** Who answered in place of the API. */
export type Gateway = {
  /** "nginx", "Cloudflare". */
  readonly name: string;
  /** The gateway's own number for what happened; null where it gives none or HTTP's status says it all. */
  readonly code: string | null;
  /** What that means, in a sentence. */
  readonly meaning: string;
  /** A check for bots or persons, which a call of a program cannot pass. */
  readonly isChallenge?: true;
  readonly docs: string;
};

const READ = 20_000;

const CLOUDFLARE_5XX =
  "https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/";
const CLOUDFLARE_1XXX =
  "https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/";

/** Cloudflare's own statuses: what its side of the connection to the API's server met. */
const CLOUDFLARE_STATUS: ReadonlyMap<number, string> = new Map([
  [520, "Cloudflare got an answer from the API's server that it could not make sense of."],
  [521, "The API's server refused Cloudflare's connection."],
  [522, "The API's server did not answer Cloudflare's attempt to connect in time."],
  [523, "Cloudflare found no way to the API's server."],
  [524, "The API's server took Cloudflare's connection and sent no answer in time."],
  [525, "The TLS handshake between Cloudflare and the API's server failed."],
  [526, "Cloudflare does not trust the certificate of the API's server."],
  [530, "Cloudflare could not serve the request; the page's 1xxx number says why."],
]);

const CLOUDFLARE_CODES: ReadonlyMap<string, string> = new Map([
  ["1006", "Cloudflare blocks the caller's address by a rule of the site."],
  ["1009", "The site does not serve the caller's country."],
  ["1010", "The site blocks the caller because of how its browser presents itself."],
  ["1015", "The site's rate limit at Cloudflare was exceeded."],
  ["1016", "Cloudflare could not resolve the name of the API's server."],
  ["1020", "A firewall rule of the site refused the request."],
  ["1003", "The host was asked for by its address, which Cloudflare does not allow."],
  ["1005", "The site blocks the network that the caller comes from."],
  ["1007", "Cloudflare blocks the caller's address by a rule of the site."],
  ["1008", "Cloudflare blocks the caller's address by a rule of the site."],
  ["1012", "The site refuses the caller because of suspicious activity from its address."],
  ["1014", "The host's CNAME leads to another account's zone."],
  ["1027", "The Worker in front of the API is over its daily limit."],
  ["1033", "Cloudflare has no open tunnel to the API's server."],
  ["1101", "The Worker in front of the API threw an exception."],
  ["1102", "The Worker in front of the API used up its resources."],
]);

/**
 * Recognises a page that a gateway in front of the API made, from what only its pages have; headers alone do not do,
 * because gateways add theirs to the API's answers, too. Null for any other body. Looks at the first 20,000 characters.
 */
export function gatewayPage(status: number, headers: HeaderList, body: string): Gateway | null {
  const page = body.slice(0, READ);
  const server = (headerValue(headers, "server") ?? "").toLowerCase();
  return (
    cloudflareJson(page) ??
    cloudflare(status, server, page) ??
    amazon(server, headers, page) ??
    others(page) ??
    byRules(status, headers, page)
  );
}

/** Since March 2026 Cloudflare answers callers that accept JSON with its error as an object. */
function cloudflareJson(page: string): Gateway | null {
  if (!page.includes("cloudflare_error")) return null;
  const parsed = parseJson(page);
  const fields = asRecord(parsed);
  if (fields?.["cloudflare_error"] !== true) return null;
  const { error_code: number } = fields;
  const code = typeof number === "number" || typeof number === "string" ? String(number) : null;
  return {
    name: "Cloudflare",
    code,
    meaning:
      CLOUDFLARE_CODES.get(code ?? "") ??
      CLOUDFLARE_STATUS.get(Number(code)) ??
      "Cloudflare answered in place of the API.",
    docs: code?.startsWith("1") === true ? CLOUDFLARE_1XXX : CLOUDFLARE_5XX,
  };
}

function byRules(status: number, headers: HeaderList, page: string): Gateway | null {
  const rule = [...EDGE_RULES, ...PLATFORM_RULES].find((one) => fits(one, status, headers, page));
  if (rule === undefined) return null;
  const code = rule.codeHeader === undefined ? undefined : headerValue(headers, rule.codeHeader);
  return {
    name: rule.name,
    code: code ?? rule.code?.exec(page)?.[1] ?? null,
    meaning: rule.meaning,
    ...(rule.isChallenge === undefined ? {} : { isChallenge: rule.isChallenge }),
    docs: rule.docs,
  };
}

function fits(rule: GatewayRule, status: number, headers: HeaderList, page: string): boolean {
  if (rule.status !== undefined && !rule.status.includes(status)) return false;
  if (rule.header !== undefined && !rule.header[1].test(headerValue(headers, rule.header[0]) ?? "")) return false;
  return rule.body === undefined || rule.body.test(page);
}

function cloudflare(status: number, server: string, page: string): Gateway | null {
  const isPage =
    /cf-error-details|cf-wrapper|Attention Required! \| Cloudflare|<title>Just a moment\.\.\.|\| Cloudflare<\/title>|cdn-cgi\//.test(
      page,
    );
  const plain = /^error code: (\d{3,4})\s*$/.exec(page);
  if (
    !isPage &&
    !(plain !== null && server === "cloudflare") &&
    !(server === "cloudflare" && /<center>cloudflare/.test(page))
  )
    return null;
  const challenge = page.includes("Just a moment...");
  const code = plain?.[1] ?? /\bError(?: code)?:?(?:<[^>]{0,60}>|\s){0,4}(1\d{3})\b/i.exec(page)?.[1] ?? null;
  const meaning = challenge
    ? "Cloudflare wants the caller to prove that it is a browser with a person before it passes the request on."
    : ((code === null ? undefined : CLOUDFLARE_CODES.get(code)) ??
      CLOUDFLARE_STATUS.get(code === null ? status : Number(code)) ??
      "Cloudflare answered in place of the API.");
  return {
    name: "Cloudflare",
    code,
    meaning,
    ...(challenge ? { isChallenge: true } : {}),
    docs: code?.startsWith("1") === true ? CLOUDFLARE_1XXX : CLOUDFLARE_5XX,
  };
}

function amazon(server: string, headers: HeaderList, page: string): Gateway | null {
  if (/Generated by cloudfront \(CloudFront\)/i.test(page) || (server === "cloudfront" && /<html/i.test(page)))
    return {
      name: "CloudFront",
      code: null,
      meaning:
        headerValue(headers, "x-cache")?.startsWith("FunctionGenerated") === true
          ? "A function of the distribution made this answer."
          : "CloudFront refused the request or got no usable answer from the server behind it.",
      docs: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/troubleshooting-response-errors.html",
    };
  if (server.startsWith("awselb/") && /<center><h1>/i.test(page))
    return {
      name: "AWS load balancer",
      code: null,
      meaning: "The load balancer has no healthy server for this request, or none that answered in time.",
      docs: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html",
    };
  return null;
}

function others(page: string): Gateway | null {
  const product = /<hr>\s{0,4}<center>(nginx|openresty)/i.exec(page)?.[1]?.toLowerCase();
  if (product !== undefined)
    return {
      name: product,
      code: null,
      meaning: `${product} in front of the API made this page, mostly because the server behind it did not answer.`,
      docs: "https://nginx.org/en/docs/http/ngx_http_proxy_module.html",
    };
  if (/^(?:upstream connect error or disconnect\/reset before headers|no healthy upstream)/.test(page))
    return {
      name: "Envoy",
      code: null,
      meaning: "Envoy in front of the API could not reach a server behind it.",
      docs: "https://www.envoyproxy.io/docs/envoy/latest/faq/debugging/why_is_envoy_sending_internal_responses",
    };
  if (/<h1>Error \d{3} /.test(page) && /Varnish cache server|XID: \d/.test(page))
    return {
      name: "Varnish",
      code: null,
      meaning: "The cache in front of the API could not get an answer from the server behind it.",
      docs: "https://varnish-cache.org/docs/trunk/users-guide/troubleshooting.html",
    };
  return null;
}
