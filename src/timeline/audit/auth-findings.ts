import type { ApiEvent } from "../../decode/api-event.ts";
import type { Exchange } from "../../exchange/exchange.ts";
import { sentCookies } from "../../decode/page-origin.ts";
import { headerValue } from "../../exchange/headers.ts";
import type { Finding } from "../finding.ts";
import { comparableCode } from "./attempt.ts";
import { findSecretKey } from "./secret-key.ts";

/** "Bearer", white space and a token; the scheme in any case (RFC 9110 section 11.1, RFC 6750 section 2.1). */
const BEARER = /^bearer\s+\S/i;

/** A 401 about what was typed into a login form says nothing about the Authorization header. */
const LOGIN_CODES = new Set(["invalid_credentials", "invalid_refresh_token"]);

/** Methods that read only (RFC 9110 section 9.2.1), as far as APIs use them. */
const READING = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * What a request's credentials show. With `holdBackAuth` nothing is said about a missing header: an exported HAR may
 * have lost all of them.
 */
export function authFindings(event: ApiEvent, holdBackAuth: boolean): readonly Finding[] {
  return [
    ...(holdBackAuth ? [] : [...missingBearer(event), ...missingAuthHeader(event)]),
    ...secretKeyInBrowser(event),
    ...publishableKeyForWrite(event),
  ];
}

function missingBearer({ exchange }: ApiEvent): readonly Finding[] {
  const authorization = headerValue(exchange.request.headers, "Authorization") ?? "";
  if (exchange.response.status !== 401 || authorization === "" || BEARER.test(authorization)) return [];
  return [
    {
      id: "missing-bearer",
      text: "The Authorization header of this 401 does not read “Bearer”, a space and a token.",
      change: "Send `Authorization: Bearer <token>`.",
      rule: "RFC 6750 section 2.1: a bearer token follows the scheme name Bearer and a space.",
      related: [],
    },
  ];
}

function missingAuthHeader(event: ApiEvent): readonly Finding[] {
  const { request, response } = event.exchange;
  if (response.status !== 401 || request.method === "OPTIONS") return [];
  const authorization = headerValue(request.headers, "Authorization");
  if ((authorization ?? "") !== "" || LOGIN_CODES.has(comparableCode(event)) || isOtherScheme(event.exchange))
    return [];
  return [
    {
      id: "missing-auth-header",
      text: `This 401 answered a request ${authorization === undefined ? "without" : "with an empty"} Authorization header.`,
      change:
        "Add the Authorization header to this call; check that the client sets it on every request, also after a redirect.",
      rule: "RFC 9110 section 15.5.2: a 401 says that the request lacks valid credentials.",
      related: [],
    },
  ];
}

/**
 * The app does not sign in by Authorization: it sent a cookie and was not asked for a token, or the server answers the
 * first step of a scheme that begins with a 401 (Digest, Negotiate, NTLM).
 */
function isOtherScheme({ request, response }: Exchange): boolean {
  const challenge = headerValue(response.headers, "WWW-Authenticate") ?? "";
  if (/^(?:digest|negotiate|ntlm)\b/i.test(challenge)) return true;
  return sentCookies({ request }) && !/\bbearer\b/i.test(challenge);
}

function secretKeyInBrowser({ exchange }: ApiEvent): readonly Finding[] {
  const { request } = exchange;
  const places = [
    ...request.headers.map((header) => ({ place: `the ${header.name} header`, text: header.value })),
    { place: "the URL", text: request.url },
    { place: "the request body", text: request.body.kind === "text" ? request.body.text : "" },
    ...request.params.map((param) => ({ place: "the request body", text: param.value ?? "" })),
  ];
  for (const { place, text } of places) {
    const key = findSecretKey(text);
    if (key === undefined) continue;
    return [
      {
        id: "secret-key-in-browser",
        text: `A secret key (${key.prefix}…, ${key.length} characters) was sent from the browser in ${place}.`,
        change:
          "Call this API from your own server and keep the key there; give the page a publishable key or a session token. Revoke this key: everyone who could open the page has it.",
        rule: "The providers' authentication pages: keys that begin with sk_ belong on servers only.",
        related: [],
      },
    ];
  }
  return [];
}

function publishableKeyForWrite(event: ApiEvent): readonly Finding[] {
  const { method } = event.exchange.request;
  if (event.exchange.response.status !== 403 || comparableCode(event) !== "secret_key_required" || READING.has(method))
    return [];
  return [
    {
      id: "publishable-key-for-write",
      text: `${method} needs a secret key, and this request came without one.`,
      change:
        "Send this call from your own server, where the secret key can stay; never put a secret key into the page.",
      rule: "The provider's key rules: a publishable key reads, a secret key writes (code secret_key_required).",
      related: [],
    },
  ];
}
