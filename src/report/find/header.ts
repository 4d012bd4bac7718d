import { isV6, isClientV4 } from "../formats/ip.ts";
import { splitName } from "../names/split-name.ts";
import { judgeName, isAddressName } from "../names/secret-name.ts";
import { isPlaceholder } from "../values/placeholders.ts";
import { isGenerated } from "../values/generated.ts";
import { isHighEntropy, isKeyLike, isPublicValue, isUuid } from "../values/shapes.ts";
import { textOfBase64 } from "../views/base64.ts";
import { sliceView, type View } from "../views/view.ts";
import { findAuthorization } from "./authorization.ts";
import { findCookiePairs, findSetCookies } from "./cookie.ts";
import type { Descend } from "./descend.ts";
import { judgeField } from "./judge.ts";
import { add, type Search } from "./search.ts";
import { findInUrl } from "./url.ts";

const AUTHORIZATION =
  /^(?:(?:x-)?(?:proxy-|forwarded-|original-|forwarded-proxy-|amz-|ms-)?authori[sz]ation|x-auth|authentication)$/;
const LISTS_OF_NAMES =
  /^(?:access-control-(?:allow|expose|request)-headers|access-control-.{1,40}|vary|connection|trailer|te|allow|accept.{0,20}|content-type|cache-control|permissions-policy|feature-policy)$/;
const URL_FIELDS: ReadonlySet<string> = new Set(
  "referer referrer location content-location x-original-url x-rewrite-url x-forwarded-uri x-original-uri x-request-uri origin :path x-forwarded-path x-pingback sourcemap".split(
    " ",
  ),
);
const ADDRESS_FIELDS: ReadonlySet<string> = new Set(
  "x-forwarded-for forwarded x-real-ip cf-connecting-ip cf-connecting-ipv6 cf-pseudo-ipv4 true-client-ip x-client-ip fastly-client-ip x-cluster-client-ip x-appengine-user-ip x-original-forwarded-for client-ip remote-addr x-remote-ip x-remote-addr x-azure-clientip x-azure-socketip x-envoy-external-address x-vercel-forwarded-for x-nf-client-connection-ip x-originating-ip wl-proxy-client-ip proxy-client-ip x-forwarded x-sucuri-clientip incap-client-ip x-coming-from".split(
    " ",
  ),
);
/** Words in header names whose random-looking values are ids, digests, places, times or descriptions. */
export const RANDOM_HEADERS: ReadonlySet<string> = new Set(
  "id ids uuid guid trace traceid traceparent tracestate span request correlation etag digest hash sha md match ray cf served cache key-hash version date time age expires modified since agent ua encoding language type length policy report nel link host server via timing organization tenant idempotency transport security range accept nonce cursor alt svc etags baggage sampled parentspanid spanid pop edge vary allow origin fetch sec ch build commit revision release deployment instance pod node region machine fly render worker task container image newrelic signature-input client data variation variations".split(
    " ",
  ),
);

function findAddressList(search: Search, view: View): void {
  if (search.policy.keepIpAddresses) return;
  for (const match of view.text.matchAll(/[^\s,;="']{3,60}/g)) {
    const bare = match[0].replace(/^\[|\](?::\d{1,5})?$/g, "");
    const isV4 = /^(\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?$/.test(bare) && isClientV4(bare.replace(/:\d+$/, ""));
    if (!isV4 && !isV6(bare) && !/^[0-9a-f]{0,4}:[0-9a-f:]{2,40}[0-9a-f]$/i.test(bare) && !/^_[\w.-]{2,50}$/.test(bare))
      continue;
    const start = match.index + match[0].indexOf(bare);
    const value = isV4 ? bare.replace(/:\d+$/, "") : bare;
    add(search, view, start, start + value.length, { kind: "ip", rule: "place" });
  }
}

/** Browsers cannot set headers on a WebSocket, so tokens travel among its sub-protocols. */
function findInProtocols(search: Search, view: View): void {
  for (const match of view.text.matchAll(/[^\s,]+/g)) {
    const text = match[0];
    if (text.includes("\u00ab")) continue;
    const last = text.lastIndexOf(".");
    const tail = text.slice(last + 1);
    const encoded = last !== -1 && isKeyLike(tail, 12) && textOfBase64(tail) !== undefined;
    if (!encoded && !isHighEntropy(text) && !(text.length >= 12 && /\d/.test(text) && /[A-Z]/.test(text))) continue;
    const start = match.index + (encoded ? last + 1 : 0);
    add(search, view, start, match.index + text.length, { kind: "token", rule: "place" });
  }
}

/** `written` is the name before lower-casing: "X-RapidAPI-Key" has more words than "x-rapidapi-key". */
function findByName(search: Search, view: View, name: string, written: string): boolean {
  const isListed = search.rules.secretHeaders.has(name);
  const rule =
    judgeName(written) ??
    judgeName(name) ??
    judgeField(search, name) ??
    (isListed ? ({ kind: "secret", grade: "any" } as const) : undefined);
  const value = view.text.trim();
  if (rule === undefined || isPlaceholder(value)) return false;
  if (rule.kind === "authorization") {
    findAuthorization(search, view, "place");
    return true;
  }
  // A header has no use for symbols and prose: only counters and public ids stay.
  const isSecret = isListed || !(/^\d{1,3}$/.test(value) || isPublicValue(value, search.rules.idPrefixes));
  if (!isSecret || (rule.grade === "generated" && !isGenerated(value, 12))) return false;
  // Some send a scheme here as well: "X-Auth-Token: Bearer …".
  if (/^(?:bearer|token|basic|apikey)\s/i.test(value)) findAuthorization(search, view, "place");
  else {
    const start = view.text.length - view.text.trimStart().length;
    add(search, view, start, start + value.length, { kind: rule.kind, rule: "place" });
  }
  return true;
}

function isUnknownSecret(name: string, value: string): boolean {
  if (splitName(name).some((word) => RANDOM_HEADERS.has(word) || /^[a-z]{2,}id$/.test(word))) return false;
  const isBase64 = /^[A-Za-z0-9+/]{20,}={0,2}$/.test(value) && /[+/=]/.test(value) && isGenerated(value, 20);
  return (isHighEntropy(value) || isBase64) && !isUuid(value) && !/^0x[0-9a-fA-F]+$/.test(value);
}

/** Finds what the value of one header field must not tell; `name` is compared without case. */
export function findInHeader(search: Search, view: View, name: string, descend: Descend): void {
  const lower = name.toLowerCase().trim();
  if (AUTHORIZATION.test(lower)) findAuthorization(search, view, "place");
  else if (lower === "cookie" || lower === "cookie2") findCookiePairs(search, view, descend);
  else if (lower === "set-cookie" || lower === "set-cookie2") findSetCookies(search, view, descend);
  else if (lower === "sec-websocket-protocol") findInProtocols(search, view);
  else if (ADDRESS_FIELDS.has(lower) || (isAddressName(lower) && lower !== "x-forwarded-host"))
    findAddressList(search, view);
  else if (URL_FIELDS.has(lower)) findInUrl(search, view, descend);
  else if (!LISTS_OF_NAMES.test(lower) && !findByName(search, view, lower, name.trim())) {
    const value = view.text.trim();
    if (isUnknownSecret(lower, value)) {
      const start = view.text.indexOf(value);
      add(search, sliceView(view, start, start + value.length), 0, value.length, { kind: "unknown", rule: "place" });
    }
  }
  if (!lower.startsWith("access-control-"))
    descend(view, { formats: true, name: lower, versions: isAgent(lower), inUrl: URL_FIELDS.has(lower) });
}

function isAgent(name: string): boolean {
  return (
    name === "user-agent" ||
    name.startsWith("sec-ch-") ||
    name === "server" ||
    name === "via" ||
    name === "x-powered-by"
  );
}
