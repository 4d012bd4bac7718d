import { headerValue } from "../../exchange/headers.ts";
import { isPreflight } from "../../exchange/kind.ts";
import { hostnameOf, readHttpUrl } from "../../web/url.ts";
import { essenceOf } from "../../web/media-type.ts";
import { CANNOT_TELL, decided, type CheckContext, type CheckResult } from "./check.ts";

function sent(context: CheckContext, name: string): string | undefined {
  const value = headerValue(context.exchange.request.headers, name)?.trim();
  return value === "" ? undefined : value;
}

function siteOf(address: string | undefined): string | undefined {
  const url = address === undefined ? undefined : readHttpUrl(address);
  return url === undefined ? undefined : hostnameOf(url);
}

/** Argument: the header's name, "apikey". */
export function headerMissing(context: CheckContext): CheckResult {
  const name = context.argument;
  return decided(sent(context, name) === undefined, `No ${name} header was sent.`, `${name} was sent.`);
}

/** Argument: "name=value,value". The header was sent, with none of these values. */
export function headerOtherValue(context: CheckContext): CheckResult {
  const [name = "", values = ""] = context.argument.split("=", 2);
  const value = sent(context, name);
  if (value === undefined) return { verdict: "ruled-out", evidence: `No ${name} header was sent.` };
  const accepted = values.split(",").map((one) => one.trim().toLowerCase());
  return decided(
    !accepted.includes(value.toLowerCase()),
    `${name} has another value than ${values.replaceAll(",", ", ")}.`,
    `${name} has a documented value.`,
  );
}

/** A key that is limited to web sites is refused if the browser does not say where the call comes from. */
export function refererMissing(context: CheckContext): CheckResult {
  const referer = sent(context, "Referer");
  const site = siteOf(referer);
  return decided(
    referer === undefined,
    "No Referer header was sent, so no web site that the key allows can fit.",
    site === undefined ? "A Referer header was sent." : `The Referer header names ${site}.`,
  );
}

const LOCAL = /^(?:localhost|.{1,200}\.localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;

/** The page runs on the developer's own machine, which lists of allowed sites often leave out. */
export function originIsLocal(context: CheckContext): CheckResult {
  const origin = sent(context, "Origin") ?? sent(context, "Referer");
  const host = siteOf(origin);
  if (host === undefined) return CANNOT_TELL;
  return decided(
    LOCAL.test(host),
    `The page is served from ${host}.`,
    `The page is served from ${host}, not from this computer.`,
  );
}

/** Methods and media types that need no preflight (https://fetch.spec.whatwg.org/#cors-safelisted-method). */
const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST"]);
const SAFE_TYPES: ReadonlySet<string> = new Set([
  "",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "text/plain",
]);
/** Headers that pages add and that need no preflight, and those that the browser adds itself. */
const SAFE_HEADERS =
  /^(?::.*|accept|accept-.*|content-language|content-type|content-length|range|sec-.*|user-agent|referer|origin|host|connection|cache-control|pragma|cookie|dnt|te|priority|upgrade-insecure-requests|alt-used)$/;

/**
 * The browser gave up before the call, which needs a preflight; or this is the preflight, and it was refused. Chromium
 * names the failure net::ERR_FAILED whatever the CORS check found.
 */
export function preflightRefused(context: CheckContext): CheckResult {
  const { exchange } = context;
  const { request, response } = exchange;
  if (isPreflight(exchange)) {
    const isRefused = response.status === 0 || response.status >= 300;
    return decided(isRefused, `The preflight was answered with ${response.status}.`, "The preflight succeeded.");
  }
  if (response.status !== 0)
    return { verdict: "ruled-out", evidence: `The call was answered with ${response.status}.` };
  const reasons = [
    ...(SAFE_METHODS.has(request.method) ? [] : [`the method ${request.method}`]),
    ...(SAFE_TYPES.has(essenceOf(sent(context, "Content-Type") ?? "")) ? [] : ["its Content-Type"]),
    ...request.headers.map(({ name }) => name.toLowerCase()).filter((name) => !SAFE_HEADERS.test(name)),
  ];
  const [reason] = reasons;
  if (reason === undefined) return { verdict: "ruled-out", evidence: "A call like this needs no preflight." };
  if (response.error !== null && response.error !== "net::ERR_FAILED")
    return { verdict: "ruled-out", evidence: `The browser reports ${response.error}.` };
  return {
    verdict: response.error === null ? "cannot-tell" : "confirmed",
    evidence: `No answer arrived, and the call needs a preflight because of ${reason}.`,
  };
}
