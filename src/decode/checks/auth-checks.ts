import type { KeyFormat } from "../../catalogue/provider.ts";
import { headerValue } from "../../exchange/headers.ts";
import { jwtClaims } from "../../web/bytes.ts";
import { keyFormat, keyKind, otherProviderOfKey, readAuthorization } from "../credential.ts";
import { CANNOT_TELL, decided, type CheckContext, type CheckResult } from "./check.ts";

function authorization(context: CheckContext): string {
  return headerValue(context.exchange.request.headers, "Authorization")?.trim() ?? "";
}

/** Entries without any Cookie and Authorization may have been sanitised by an exporter; a single one cannot tell. */
export function authHeaderMissing(context: CheckContext): CheckResult {
  const [credential] = context.credentials;
  if (credential === undefined)
    return { verdict: "confirmed", evidence: "The request carries no Authorization header and no key elsewhere." };
  const place =
    credential.place === "query" ? `the query parameter ${credential.name}` : `the ${credential.name} header`;
  return { verdict: "ruled-out", evidence: `A credential was sent in ${place}.` };
}

export function bearerMissing(context: CheckContext): CheckResult {
  const value = authorization(context);
  if (value === "") {
    return { verdict: "ruled-out", evidence: "No Authorization header was sent, so its scheme is not the matter." };
  }
  const { scheme, token } = readAuthorization(value);
  const isBearer = scheme.toLowerCase() === "bearer" && token !== "";
  const seen =
    scheme === ""
      ? "Authorization was sent without the word Bearer before the key."
      : `Authorization was sent with the scheme ${scheme}.`;
  return decided(
    !isBearer,
    value.toLowerCase() === "bearer" ? "Authorization holds the word Bearer and no key." : seen,
    "Authorization was sent with the scheme Bearer.",
  );
}

/** Placeholders and runtime slips that end up in headers: they are the diagnosis and no secrets. */
const NOT_A_KEY =
  /^(undefined|null|NaN|\[object Object\]|your[_-]?(api[_-]?)?(key|token)|<[^>]{1,40}>|\{\{?[^}]{1,40}\}\}?|\$\{?[A-Za-z_]{1,40}\}?)$/i;

export function keyMalformed(context: CheckContext): CheckResult {
  const [credential] = context.credentials;
  if (credential === undefined) return { verdict: "ruled-out", evidence: "No key was sent at all." };
  if (NOT_A_KEY.test(credential.token))
    return { verdict: "confirmed", evidence: `The key sent is the text "${credential.token}", not a key.` };
  const format = keyFormat(context.provider, credential.token);
  if (format?.role === "refresh-token" || format?.role === "webhook-secret")
    return {
      verdict: "confirmed",
      evidence: `What was sent begins with ${format.prefix}: a ${format.role.replace("-", " ")}, not a key.`,
    };
  if (format !== undefined)
    return {
      verdict: "ruled-out",
      evidence: `The key begins with ${format.prefix}, as ${context.provider.name} keys do.`,
    };
  const { jwt, jwtKeys } = context.provider.authentication;
  if ((jwt === true || jwtKeys !== undefined) && jwtClaims(credential.token) !== undefined) {
    return { verdict: "ruled-out", evidence: "The credential is a JWT." };
  }
  if (context.provider.authentication.keys.length === 0) return CANNOT_TELL;
  const prefixes = context.provider.authentication.keys
    .filter((key) => key.role === "secret" || key.role === "publishable")
    .map((key) => key.prefix);
  return {
    verdict: "confirmed",
    evidence: `The key begins with none of the documented prefixes (${prefixes.join(", ")}).`,
  };
}

export function keyOfOtherProvider(context: CheckContext): CheckResult {
  for (const credential of context.credentials) {
    const other = otherProviderOfKey(context.providers, context.provider, credential.token);
    if (other !== undefined) {
      return {
        verdict: "confirmed",
        evidence: `The key begins with ${other.format.prefix}, the form of ${other.provider.name} keys.`,
      };
    }
  }
  return context.credentials.length === 0
    ? { verdict: "ruled-out", evidence: "No key was sent at all." }
    : { verdict: "ruled-out", evidence: "The key does not have the form of another API known here." };
}

export function keyOfTestEnvironment(context: CheckContext): CheckResult {
  for (const credential of context.credentials) {
    const format = keyFormat(context.provider, credential.token);
    if (format?.environment !== undefined) {
      return decided(
        format.environment === "test",
        `A test key (${format.prefix}) was sent.`,
        `A live key (${format.prefix}) was sent.`,
      );
    }
  }
  return CANNOT_TELL;
}

export function publishableKeySent(context: CheckContext): CheckResult {
  return keyKindSent(context, "publishable");
}

export function secretKeySent(context: CheckContext): CheckResult {
  return keyKindSent(context, "secret");
}

/** What kind of key was sent, by its prefix or, of a JWT, by the claim that the document names. */
function keyKindSent(context: CheckContext, role: KeyFormat["role"]): CheckResult {
  const kinds = context.credentials.flatMap(({ token }) => keyKind(context.provider, token) ?? []);
  const wanted = kinds.find((kind) => kind.role === role);
  const [kind] = kinds;
  if (wanted !== undefined)
    return { verdict: "confirmed", evidence: `A ${role} key was sent: ${wanted.shownBy} (${wanted.label}).` };
  if (kind === undefined) return CANNOT_TELL;
  return { verdict: "ruled-out", evidence: `The key sent is not a ${role} key: ${kind.shownBy} (${kind.label}).` };
}

export function organizationHeaderMissing(context: CheckContext): CheckResult {
  const header = context.provider.authentication.organizationHeader;
  if (header === undefined) return CANNOT_TELL;
  const sent = (headerValue(context.exchange.request.headers, header.name) ?? "") !== "";
  return decided(!sent, `No ${header.name} header was sent.`, `${header.name} was sent.`);
}
