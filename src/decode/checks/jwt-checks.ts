import { findProvider } from "../../catalogue/find-provider.ts";
import { receivedAt } from "../../exchange/exchange.ts";
import { hostnameOf, pathOf, readHttpUrl } from "../../web/url.ts";
import { jwtClaims } from "../../web/bytes.ts";
import { inWords } from "../../web/duration.ts";
import { CANNOT_TELL, decided, type CheckContext, type CheckResult } from "./check.ts";

type Claims = Readonly<Record<string, unknown>>;

/** The claims of the first credential that is a JWT. */
function claimsOf(context: CheckContext): Claims | undefined {
  return context.credentials.map(({ token }) => jwtClaims(token)).find((claims) => claims !== undefined);
}

/** No JWT among the credentials: none may have been sent at all. */
function noJwt(context: CheckContext): CheckResult {
  return context.credentials.length === 0
    ? CANNOT_TELL
    : { verdict: "ruled-out", evidence: "No credential of the request is a JWT." };
}

/** Seconds since 1970 on the server's clock where its Date is known (`rateLimit.skewMs`). */
function serverSeconds(context: CheckContext): number {
  return (receivedAt(context.exchange) - (context.rateLimit.skewMs ?? 0)) / 1000;
}

/** RFC 7519 section 4.1.4. */
export function jwtExpired(context: CheckContext): CheckResult {
  const claims = claimsOf(context);
  if (claims === undefined) {
    return context.credentials.length === 0
      ? CANNOT_TELL
      : { verdict: "ruled-out", evidence: "The credential is no JWT, so it has no exp claim." };
  }
  const expires = claims["exp"];
  if (typeof expires !== "number" || !Number.isFinite(expires))
    return { verdict: "cannot-tell", evidence: "The JWT has no exp claim." };
  const late = Math.round(serverSeconds(context) - expires);
  return decided(
    late >= 0,
    `The JWT's own exp lies ${inWords(late * 1000)} before the response.`,
    `The JWT's own exp lies ${inWords(-late * 1000)} after the response.`,
  );
}

/** RFC 7519 section 4.1.5 (nbf) and 4.1.6 (iat): what a wrong clock at the issuer looks like. */
export function jwtNotYetValid(context: CheckContext): CheckResult {
  const claims = claimsOf(context);
  if (claims === undefined) return noJwt(context);
  const starts = ["nbf", "iat"].map((name) => claims[name]).filter((value) => typeof value === "number");
  if (starts.length === 0) return { verdict: "cannot-tell", evidence: "The JWT has neither an nbf nor an iat claim." };
  const early = Math.round(Math.max(...starts) - serverSeconds(context));
  return decided(
    early > 0,
    `The JWT begins to be valid ${inWords(early * 1000)} after the response.`,
    "The JWT was already valid when the response came.",
  );
}

/** Argument: the audiences this API accepts, separated by commas. RFC 7519 section 4.1.3. */
export function jwtForOtherAudience(context: CheckContext): CheckResult {
  const claims = claimsOf(context);
  if (claims === undefined) return noJwt(context);
  const { aud } = claims;
  const audiences = (Array.isArray(aud) ? (aud as unknown[]) : [aud]).filter((one) => typeof one === "string");
  if (audiences.length === 0) return { verdict: "cannot-tell", evidence: "The JWT has no aud claim." };
  const accepted = listOf(context.argument);
  return decided(
    !audiences.some((audience) => accepted.includes(audience.replace(/\/$/, ""))),
    "The JWT's aud claim names another audience than this API.",
    "The JWT's aud claim names this API.",
  );
}

/** Argument: "claim=value". What kind of key a JWT is, or what it may do. */
export function jwtClaim(context: CheckContext): CheckResult {
  const claims = claimsOf(context);
  if (claims === undefined) return noJwt(context);
  const [name = "", wanted = ""] = context.argument.split("=", 2);
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  const words = typeof value === "string" ? value.split(" ") : Array.isArray(value) ? (value as unknown[]) : [value];
  return decided(
    words.includes(wanted),
    `The JWT's ${name} claim says ${wanted}.`,
    `The JWT's ${name} claim does not say ${wanted}.`,
  );
}

/**
 * The project that a JWT is for (the document's `authentication.projectClaim`) is not in the address. Only for hosts that
 * the document names: under a domain of one's own the address says nothing of the project.
 */
export function keyOfOtherProject(context: CheckContext): CheckResult {
  const { exchange, provider } = context;
  const name = provider.authentication.projectClaim;
  const claims = claimsOf(context);
  if (name === undefined || claims === undefined) return noJwt(context);
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  if (typeof value !== "string" || value === "")
    return { verdict: "cannot-tell", evidence: `The JWT has no ${name} claim.` };
  const { url } = exchange.request;
  const address = readHttpUrl(url);
  if (address === undefined || findProvider({ providers: [provider], mappings: [] }, url) === undefined)
    return CANNOT_TELL;
  const host = hostnameOf(address);
  const parts = new Set([host, ...host.split("."), ...pathOf(url).split("/")]);
  return decided(
    !namesIn(value).some((part) => parts.has(part)),
    `The JWT's ${name} claim names another project than the address.`,
    `The JWT's ${name} claim names the project of the address.`,
  );
}

/** "abc" itself; of "https://abc.example/x" its host and its last segment. */
function namesIn(value: string): readonly string[] {
  const address = readHttpUrl(value);
  if (address === undefined) return [value];
  const last = address.pathname.split("/").findLast((segment) => segment !== "");
  return last === undefined ? [hostnameOf(address)] : [last, hostnameOf(address)];
}

/** A comma-separated argument; a slash at the end of an address makes no difference. */
function listOf(argument: string): readonly string[] {
  return argument.split(",").map((part) => part.trim().replace(/\/$/, ""));
}
