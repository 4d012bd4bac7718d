import { jwtFacts } from "../formats/jwt.ts";
import { base64Bytes, bytesAsText } from "../views/base64.ts";
import type { View } from "../views/view.ts";
import type { Rule } from "./finding.ts";
import { add, type Search } from "./search.ts";

/** Schemes in use (IANA's registry and what vendors send). Only a known word is kept: anything else may be the secret. */
const SCHEMES: ReadonlySet<string> = new Set(
  "bearer basic digest token tokens apikey api-key api_key key negotiate ntlm hawk oauth oauth2 aws4-hmac-sha256 aws4-ecdsa-p256-sha256 aws dpop gnap jwt sharedkey sharedkeylite sharedaccesssignature hmac hmac-sha1 hmac-sha256 hmac-sha512 signature mac mutual hoba vapid privatetoken scram-sha-1 scram-sha-256 splunk ssws bot session secret client-id googlelogin concealed zoho-oauthtoken bearertoken x-api-key user".split(
    " ",
  ),
);

/** Parameters that describe the credential and are none. Everything else of a parameter list is cut. */
const PUBLIC_PARAMS: ReadonlySet<string> = new Set(
  "realm algorithm qop nc uri ts signedheaders headers version oauth_version oauth_signature_method oauth_timestamp scope error error_description error_uri charset stale domain created expires keyid_type typ alg v userhash".split(
    " ",
  ),
);

const PARAM = /([A-Za-z][A-Za-z0-9_*-]{0,60})\s{0,4}=\s{0,4}(?:"((?:[^"\\]|\\.){0,8000})"?|([^\s",]{1,8000}))/g;
const PARAM_START = /^[A-Za-z][A-Za-z0-9_*-]{0,60}\s{0,4}=\s{0,4}(?:"|[^\s=])/;

/** Digest, Hawk, OAuth 1, AWS4: a list of parameters, whose names stay. */
function findParams(search: Search, view: View, from: number, rule: Rule): void {
  PARAM.lastIndex = from;
  for (let match = PARAM.exec(view.text); match !== null; match = PARAM.exec(view.text)) {
    const name = (match[1] ?? "").toLowerCase();
    const value = match[2] ?? match[3] ?? "";
    if (PUBLIC_PARAMS.has(name) || value === "") continue;
    const start = match.index + match[0].lastIndexOf(value);
    add(search, view, start, start + value.length, {
      kind: name.includes("signature") || name === "mac" ? "signature" : "credential",
      rule,
    });
  }
}

/** User and password of a Basic credential (RFC 7617), for replacing them elsewhere. */
export function basicReadings(encoded: string): readonly string[] {
  const bytes = base64Bytes(encoded);
  return pairReadings(bytesAsText(bytes) ?? String.fromCharCode(...bytes.subarray(0, 400)));
}

/** What of "user:password" may turn up elsewhere: the pair, the password, and the user where it looks like a key. */
export function pairReadings(pair: string): readonly string[] {
  const colon = pair.indexOf(":");
  if (colon === -1) return pair.length >= 8 ? [pair] : [];
  const user = pair.slice(0, colon);
  const password = pair.slice(colon + 1);
  // A key is often sent as the user, with an empty password or "x".
  return [pair, password, ...(password.length < 3 || /\d/.test(user) ? [user] : [])].filter((text) => text.length >= 4);
}

function kindFor(scheme: string): string {
  if (scheme === "basic") return "basic";
  return /^(?:api-?_?key|key|x-api-key|ssws|splunk)$/.test(scheme)
    ? "api-key"
    : scheme === "bearer" || scheme === "token"
      ? "token"
      : "credential";
}

/** Parts of a value that several credentials may share: "Bearer a, Bearer b". */
function pieces(value: string): readonly string[] {
  const found = value
    .slice(0, 20_000)
    .split(/[\s,;"]+/)
    .filter((piece) => piece.length >= 8 && !SCHEMES.has(piece.toLowerCase()));
  return found.length > 1 ? found : [];
}

/**
 * Cuts the credential out of the value of an Authorization field (RFC 9110 section 11.4): the scheme stays, also where
 * it is written twice; without a known scheme the whole value goes. Placeholders and a lone scheme stay: they are the
 * diagnosis.
 */
export function findAuthorization(search: Search, view: View, rule: Rule): void {
  const { text } = view;
  let start = 0;
  let scheme = "";
  for (let rounds = 0; rounds < 4; rounds++) {
    const word = /^[\s"'`]{0,200}([A-Za-z][A-Za-z0-9_-]{0,30}):?(?=[\s"]|$)/.exec(text.slice(start, start + 260));
    const read = word?.[1]?.toLowerCase();
    if (word === null || read === undefined) break;
    if (!SCHEMES.has(read) && !/^(?:proxy-)?authorization$/.test(read)) break;
    scheme = read;
    start += word[0].length;
  }
  while (start < text.length && /[\s"'`]/.test(text.charAt(start))) start += 1;
  let end = text.length;
  while (end > start && /[\s"'`]/.test(text.charAt(end - 1))) end -= 1;
  if (end <= start) return;
  const rest = text.slice(start, end);
  if (
    scheme !== "" &&
    scheme !== "bearer" &&
    scheme !== "basic" &&
    PARAM_START.test(rest) &&
    /[,"]|=[^=]{2,}/.test(rest)
  ) {
    findParams(search, view, start, rule);
    return;
  }
  const basic = scheme === "basic" ? basicReadings(rest) : [];
  const facts = rest.startsWith("ey") ? jwtFacts(rest) : "";
  const kind = facts === "" ? kindFor(scheme) : "jwt";
  add(search, view, start, end, { kind, rule, facts, also: [...basic, ...pieces(rest)] });
}
