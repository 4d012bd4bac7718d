import type { Exchange } from "./exchange.ts";
import { headerValue } from "./headers.ts";

/** What tells an API call from the page's own files. Everything but the URL may be unknown. */
export type CallFacts = {
  readonly url: string;
  readonly method: string;
  /** `_resourceType` as Chromium writes it; undefined or null if the recorder does not say (Firefox, other tools). */
  readonly resourceType: string | null | undefined;
  /** 0 if no response arrived. */
  readonly status: number;
  /** Media type of the response; "" if unknown. */
  readonly responseType: string;
  /** The value of a request header, or undefined. Asked only if the members above do not decide. */
  readonly requestHeader: (name: string) => string | undefined;
};

/**
 * Media types that only programs read: JSON and its family (`+json`, NDJSON), problem details, GraphQL and JSON-RPC
 * responses, SOAP, XML-RPC and other XML that is not a document, gRPC-web, event streams, protocol buffers.
 */
const API_TYPE =
  /^(?:application\/(?:[\w.-]{1,80}\+)?(?:json|ndjson|x-ndjson|jsonl|json-seq|x-json|xml|soap\+xml|grpc[\w+.-]{0,40}|x-protobuf|protobuf|connect[\w+.-]{0,40})|text\/(?:json|x-json|xml|event-stream))\b/i;

/** Types of that family that belong to the page itself: web app manifests, speculation rules, feeds, pages, drawings. */
const PAGE_TYPE =
  /^(?:application\/(?:manifest\+json|speculationrules\+json|importmap\+json|xhtml\+xml|(?:rss|atom|rdf|xslt)\+xml|opensearchdescription\+xml)|image\/)/i;

/** Values of `_resourceType` for calls that a script of the page makes. */
const CALL_RESOURCES = new Set(["fetch", "xhr", "preflight", "eventsource"]);
/** The browser loads these for the page; a script reads none of their responses. */
const PAGE_RESOURCES = new Set([
  "stylesheet",
  "image",
  "font",
  "media",
  "texttrack",
  "ping",
  "beacon",
  "cspviolationreport",
  "manifest",
  "signedexchange",
  "prefetch",
]);

/** Values of `Sec-Fetch-Dest` (Fetch Metadata) for what a page loads as its own parts. */
const PAGE_DESTINATIONS = new Set([
  "audio",
  "audioworklet",
  "embed",
  "font",
  "image",
  "manifest",
  "object",
  "paintworklet",
  "report",
  "serviceworker",
  "sharedworker",
  "style",
  "track",
  "video",
  "worker",
  "xslt",
]);

const FILE_OF_PAGE =
  /\.(?:m?js|css|png|jpe?g|gif|webp|avif|svg|ico|bmp|woff2?|ttf|otf|eot|mp[34]|webm|ogg|wav|m4[as]|ts|m3u8|mpd|map|wasm|html?|pdf|zip)$/i;

/**
 * Whether an entry is an API call of the inspected page: what its scripts sent with `fetch`, XMLHttpRequest or
 * EventSource, with the preflights of those, and anything whose response only a program would read. WebSockets count
 * if the handshake failed. Documents, scripts, styles, images, fonts, media and beacons are not calls.
 *
 * Chromium states what made the request. Firefox and other recorders do not: there `Sec-Fetch-Dest` decides
 * (https://www.w3.org/TR/fetch-metadata/), which browsers send to https and localhost alone, then the media types, the
 * method and the name of the file.
 */
export function isApiCall(facts: CallFacts): boolean {
  const { url, status } = facts;
  if (/^wss?:/i.test(url)) return status !== 101;
  if (!/^https?:/i.test(url)) return false;
  const resource = facts.resourceType?.toLowerCase();
  if (resource !== undefined && CALL_RESOURCES.has(resource)) return true;
  if (resource === "websocket") return status !== 101;
  if (resource !== undefined && PAGE_RESOURCES.has(resource)) return false;
  // A document or a script counts only if it turned out to be an answer of an API.
  if (resource === "document" || resource === "script") return isApiType(facts.responseType);
  return isCallByHeaders(facts);
}

/** `isApiCall` for an exchange that has been read. */
export function isApiExchange({ request, response, resourceType }: Exchange): boolean {
  return isApiCall({
    url: request.url,
    method: request.method,
    resourceType,
    status: response.status,
    responseType: response.mimeType,
    requestHeader: (name) => headerValue(request.headers, name),
  });
}

function isCallByHeaders(facts: CallFacts): boolean {
  const destination = facts.requestHeader("Sec-Fetch-Dest")?.toLowerCase();
  if (destination === "websocket" || facts.requestHeader("Upgrade")?.toLowerCase() === "websocket")
    return facts.status !== 101;
  if (destination === "empty" || destination === "json") return !isPrefetch(facts);
  if (destination !== undefined && PAGE_DESTINATIONS.has(destination)) return false;
  if (isApiType(facts.responseType)) return true;
  // Documents, frames and scripts, which no API answered.
  if (destination !== undefined) return false;
  return isSentByProgram(facts);
}

function isPrefetch({ requestHeader }: CallFacts): boolean {
  return /prefetch|prerender/i.test(requestHeader("Sec-Purpose") ?? requestHeader("Purpose") ?? "");
}

/** Decides for recorders that keep neither a resource type nor fetch metadata: tools, proxies, plain http. */
function isSentByProgram({ url, method, status, responseType, requestHeader }: CallFacts): boolean {
  const accept = requestHeader("Accept") ?? "";
  if (isApiType(accept) || requestHeader("X-Requested-With") !== undefined) return true;
  if (isApiType(requestHeader("Content-Type") ?? "")) return true;
  if (requestHeader("Access-Control-Request-Method") !== undefined) return true;
  if (!/^(?:GET|HEAD|POST)$/i.test(method)) return true;
  // Browsers name HTML first for a navigation and an image type for an image.
  if (/^(?:text\/html|text\/css|image\/|audio\/|video\/|font\/)/i.test(accept)) return false;
  if (FILE_OF_PAGE.test(pathOf(url))) return false;
  if (responseType === "" || status === 0) return true;
  return status >= 400 && /^text\/(?:plain|html)\b/i.test(responseType);
}

function isApiType(mediaType: string): boolean {
  const type = mediaType.trim();
  return API_TYPE.test(type) && !PAGE_TYPE.test(type);
}

function pathOf(url: string): string {
  const end = url.search(/[?#]/);
  return end === -1 ? url : url.slice(0, end);
}
