import { utf8Length } from "../../exchange/body-text.ts";
import { headerValue } from "../../exchange/headers.ts";
import { parseJson } from "../../web/json.ts";
import { essenceOf, isJsonType, parameterOf } from "../../web/media-type.ts";
import { idempotencyKey, isUnsafeToRepeat, requestJson, requestText } from "../request-facts.ts";
import { pathOf, queryOf } from "../../web/url.ts";
import { CANNOT_TELL, decided, type CheckContext, type CheckResult } from "./check.ts";
import { lookUp } from "./request-value.ts";

function contentType(context: CheckContext): string {
  return headerValue(context.exchange.request.headers, "Content-Type") ?? "";
}

export function bodyNotJson(context: CheckContext): CheckResult {
  const { body } = context.exchange.request;
  if (body.kind === "empty") return { verdict: "ruled-out", evidence: "The request has no body." };
  const type = contentType(context);
  if (body.kind !== "text" || (type !== "" && !isJsonType(type) && essenceOf(type) !== "text/plain")) {
    return body.kind === "text"
      ? { verdict: "ruled-out", evidence: `The body was sent as ${essenceOf(type)}, not as JSON.` }
      : CANNOT_TELL;
  }
  const text = requestText(context.exchange);
  if (text === undefined)
    return { verdict: "cannot-tell", evidence: "The browser handed over only the first part of the request body." };
  return decided(
    parseJson(text) === undefined,
    "The request body does not parse as JSON.",
    "The request body is valid JSON.",
  );
}

export function contentTypeNotJson(context: CheckContext): CheckResult {
  const text = requestText(context.exchange);
  if (text === undefined) return CANNOT_TELL;
  const json = parseJson(text);
  if (typeof json !== "object" || json === null)
    return { verdict: "ruled-out", evidence: "The request body is not a JSON object or list." };
  const type = contentType(context);
  return decided(
    !isJsonType(type),
    type === ""
      ? "The body is JSON, but no Content-Type was sent."
      : `The body is JSON, but Content-Type says ${essenceOf(type)}.`,
    `Content-Type says ${essenceOf(type)}.`,
  );
}

export function multipartWithoutBoundary(context: CheckContext): CheckResult {
  const type = contentType(context);
  if (essenceOf(type) !== "multipart/form-data")
    return { verdict: "ruled-out", evidence: "The request is not multipart/form-data." };
  return decided(
    parameterOf(type, "boundary") === undefined,
    "Content-Type is multipart/form-data without a boundary: it was set by hand.",
    "The multipart Content-Type has its boundary.",
  );
}

export function namedFieldAbsent(context: CheckContext): CheckResult {
  if (context.field === null) return CANNOT_TELL;
  const looked = lookUp(context.exchange, context.field);
  if (looked.found) return { verdict: "ruled-out", evidence: `${context.field} is in the request's ${looked.place}.` };
  return looked.complete
    ? { verdict: "confirmed", evidence: `${context.field} is neither in the request body nor in the query.` }
    : CANNOT_TELL;
}

export function namedFieldPresent(context: CheckContext): CheckResult {
  if (context.field === null) return CANNOT_TELL;
  const looked = lookUp(context.exchange, context.field);
  if (looked.found) {
    const kind = Array.isArray(looked.value) ? "a list" : looked.value === null ? "null" : `a ${typeof looked.value}`;
    return { verdict: "confirmed", evidence: `${context.field} was sent in the ${looked.place} as ${kind}.` };
  }
  return looked.complete ? { verdict: "ruled-out", evidence: `${context.field} was not sent at all.` } : CANNOT_TELL;
}

/** Argument: the field's name, "user.email" for a nested one. */
export function fieldMissing(context: CheckContext): CheckResult {
  const looked = lookUp(context.exchange, context.argument);
  if (looked.found)
    return { verdict: "ruled-out", evidence: `${context.argument} is in the request's ${looked.place}.` };
  return looked.complete
    ? { verdict: "confirmed", evidence: `${context.argument} is neither in the request body nor in the query.` }
    : CANNOT_TELL;
}

export function queryParameterMissing(context: CheckContext): CheckResult {
  const name = context.argument === "" ? context.field : context.argument;
  if (name === null) return CANNOT_TELL;
  const sent = queryOf(context.exchange.request.url).find((parameter) => parameter.name === name);
  return decided(sent === undefined || sent.value === "", `The query has no ${name}.`, `The query has ${name}.`);
}

const ADDRESS = /^0x[0-9a-fA-F]{40}$/;

/** Values of this request that are meant as an address: the named field's, the echoed one, or one in the path. */
function addressCandidates(context: CheckContext): readonly string[] {
  const named = context.field === null ? undefined : lookUp(context.exchange, context.field);
  if (named?.found === true && typeof named.value === "string") return [named.value];
  if (context.echoed !== null) return [context.echoed];
  for (const field of ["address", "to", "wallet_address"]) {
    const looked = lookUp(context.exchange, field);
    if (looked.found && typeof looked.value === "string") return [looked.value];
  }
  return pathOf(context.exchange.request.url)
    .split("/")
    .filter((segment) => segment.startsWith("0x"));
}

export function addressMalformed(context: CheckContext): CheckResult {
  const [candidate] = addressCandidates(context);
  if (candidate === undefined) return CANNOT_TELL;
  return decided(
    !ADDRESS.test(candidate),
    `The address sent has ${candidate.length} characters; an address is 0x and 40 hexadecimal digits.`,
    "The address sent is 0x and 40 hexadecimal digits (its check sum was not looked at).",
  );
}

/** What JavaScript writes into a path when the id was never there. */
const SLIPS: ReadonlySet<string> = new Set(["undefined", "null", "NaN", "[object Object]", "%5Bobject%20Object%5D"]);

export function idFormatWrong(context: CheckContext): CheckResult {
  const prefixes =
    context.argument === "" ? context.provider.idPrefixes : context.argument.split(",").map((prefix) => prefix.trim());
  if (prefixes.length === 0) return CANNOT_TELL;
  const named = context.field === null ? undefined : lookUp(context.exchange, context.field);
  // In a path the id is the segment behind a collection's name: one that is not made of lower-case letters alone.
  const segments = pathOf(context.exchange.request.url)
    .split("/")
    .filter((segment) => SLIPS.has(segment) || (segment !== "" && !/^(v\d+|[a-z_-]+)$/.test(segment)));
  const candidates = named?.found === true && typeof named.value === "string" ? [named.value] : segments;
  const [first] = candidates;
  if (first === undefined) return CANNOT_TELL;
  const known = candidates.find((candidate) => prefixes.some((prefix) => candidate.startsWith(prefix)));
  return decided(
    known === undefined,
    `The id sent begins with none of the documented prefixes (${prefixes.join(", ")}).`,
    `The id sent begins with ${prefixes.find((prefix) => known?.startsWith(prefix) === true) ?? ""}.`,
  );
}

function uploadBytes(context: CheckContext): number | undefined {
  const announced = headerValue(context.exchange.request.headers, "Content-Length");
  if (announced !== undefined && /^\d{1,15}$/.test(announced)) return Number(announced);
  const { body } = context.exchange.request;
  return body.kind === "text" ? utf8Length(body.text) : undefined;
}

export function bodyTooLarge(context: CheckContext): CheckResult {
  const bytes = uploadBytes(context);
  const limit = Number(context.argument);
  if (bytes === undefined || !Number.isFinite(limit) || limit <= 0) return CANNOT_TELL;
  return decided(
    bytes > limit,
    `The request body is ${amount(bytes)}, over ${amount(limit)}.`,
    `The request body is ${amount(bytes)}, under ${amount(limit)}.`,
  );
}

function amount(bytes: number): string {
  return bytes < 100_000 ? `${bytes} bytes` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const MAX_SEARCHED = 200_000;

function fileNames(context: CheckContext): readonly string[] {
  const listed = context.exchange.request.params.flatMap((parameter) =>
    parameter.fileName === undefined ? [] : [parameter.fileName],
  );
  const { body } = context.exchange.request;
  if (listed.length > 0 || body.kind !== "text") return listed;
  return [...body.text.slice(0, MAX_SEARCHED).matchAll(/\bfilename="([^"\r\n]{1,300})"/gi)].map(
    (match) => match[1] ?? "",
  );
}

export function fileTypeUnsupported(context: CheckContext): CheckResult {
  const endings = context.argument.split(",").map((ending) => ending.trim().toLowerCase());
  const names = fileNames(context);
  if (names.length === 0 || context.argument === "") return CANNOT_TELL;
  const bad = names.find((name) => !endings.some((ending) => name.toLowerCase().endsWith(ending)));
  const ending = bad === undefined || !bad.includes(".") ? "no ending" : `.${bad.split(".").at(-1) ?? ""}`;
  return decided(
    bad !== undefined,
    `A file with ${ending} was uploaded; accepted are ${endings.join(", ")}.`,
    "The uploaded file's ending is one of the accepted ones.",
  );
}

export function idempotencyKeyMissing(context: CheckContext): CheckResult {
  if (!isUnsafeToRepeat(context.exchange.request.method))
    return { verdict: "ruled-out", evidence: `${context.exchange.request.method} needs no idempotency key.` };
  const key = idempotencyKey(context.exchange, context.provider);
  if (key !== undefined) return { verdict: "ruled-out", evidence: "An idempotency key was sent." };
  return requestJson(context.exchange) !== undefined || context.exchange.request.body.kind === "empty"
    ? { verdict: "confirmed", evidence: "No idempotency key was sent." }
    : CANNOT_TELL;
}

export function idempotencyKeyPresent(context: CheckContext): CheckResult {
  if (idempotencyKey(context.exchange, context.provider) !== undefined)
    return { verdict: "confirmed", evidence: "An idempotency key was sent." };
  // A body that cannot be read may hold one; a method that needs none says nothing about it.
  return requestJson(context.exchange) !== undefined || context.exchange.request.body.kind === "empty"
    ? { verdict: "ruled-out", evidence: "No idempotency key was sent." }
    : CANNOT_TELL;
}

export function paginationOutOfRange(context: CheckContext): CheckResult {
  const range = /^(\d{1,9})-(\d{1,9})$/.exec(context.argument);
  const limit = queryOf(context.exchange.request.url).find((parameter) =>
    ["limit", "first", "last", "per_page", "page_size"].includes(parameter.name),
  );
  if (range === null || limit === undefined) return CANNOT_TELL;
  const inside =
    /^\d{1,9}$/.test(limit.value) && Number(limit.value) >= Number(range[1]) && Number(limit.value) <= Number(range[2]);
  return decided(
    !inside,
    `${limit.name} is outside ${context.argument}.`,
    `${limit.name} is within ${context.argument}.`,
  );
}

export function limitExhausted(context: CheckContext): CheckResult {
  const { remaining, limit } = context.rateLimit;
  if (remaining === null) return CANNOT_TELL;
  return decided(
    remaining === 0,
    `The headers say that 0${limit === null ? "" : ` of ${limit}`} requests remain.`,
    `The headers say that ${remaining} requests remain.`,
  );
}

export function limitNotExhausted(context: CheckContext): CheckResult {
  const exhausted = limitExhausted(context);
  if (exhausted.verdict === "cannot-tell") return exhausted;
  return { ...exhausted, verdict: exhausted.verdict === "confirmed" ? "ruled-out" : "confirmed" };
}
