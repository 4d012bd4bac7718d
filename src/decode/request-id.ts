import { GENERIC_ID } from "../catalogue/generic-host.ts";
import type { Provider } from "../catalogue/provider.ts";
import { asRecord } from "../exchange/json-fields.ts";
import type { Exchange, Header } from "../exchange/exchange.ts";
import { headerValue } from "../exchange/headers.ts";
import type { RequestId } from "./api-event.ts";
import { boundedName } from "./bounded.ts";
import { valueAt } from "../web/json-pointer.ts";
import type { Content } from "./read-content.ts";
import {
  DOUBTFUL_ID_MEMBERS,
  EDGE_ID_HEADERS,
  NO_REQUEST_IDS,
  REQUEST_ID_HEADERS,
  REQUEST_ID_MEMBERS,
  REQUEST_ID_PATTERN,
  REQUEST_ID_SCOPES,
  REQUEST_ID_TEXTS,
} from "./request-id-names.ts";

const READ = 20_000;

/**
 * The id by which the API's own side finds this request: where the document says, else wherever APIs and gateways put
 * one. An id that a host's document does not name is marked undocumented; a trace that the client began comes last, and
 * only for failures. Null where there is none.
 */
export function requestIdOf(exchange: Exchange, provider: Provider, content: Content): RequestId | null {
  const { headers } = exchange.response;
  const isGeneric = provider.id === GENERIC_ID;
  for (const { name } of isGeneric ? [] : provider.requestId.headers) {
    const value = headerValue(headers, name);
    if (value !== undefined && value !== "") return { value, from: "header", name };
  }
  const inBody = content.envelope?.requestId;
  if (inBody !== undefined && inBody !== null) return { value: inBody.value, from: "body", name: inBody.pointer };
  const isFailure = exchange.response.status >= 400 || content.envelope !== undefined;
  const found =
    named(headers, REQUEST_ID_HEADERS) ??
    patterned(headers) ??
    (isFailure ? (memberId(content.json) ?? textId(exchange, content)) : undefined) ??
    named(headers, EDGE_ID_HEADERS) ??
    (isFailure ? traceParent(exchange) : undefined);
  return found === undefined ? null : isGeneric ? found : { ...found, undocumented: true };
}

function named(headers: readonly Header[], names: readonly string[]): RequestId | undefined {
  for (const wanted of names) {
    const header = headers.find(({ name }) => name.length === wanted.length && name.toLowerCase() === wanted);
    const value = header?.value.trim() ?? "";
    if (header !== undefined && value !== "") return { value: boundedName(value), from: "header", name: header.name };
  }
  return undefined;
}

function patterned(headers: readonly Header[]): RequestId | undefined {
  const edge = new Set(EDGE_ID_HEADERS);
  for (const { name, value } of headers) {
    const key = name.toLowerCase();
    if (name.length > 100 || edge.has(key) || NO_REQUEST_IDS.has(key) || !REQUEST_ID_PATTERN.test(key)) continue;
    if (/^[\w.:/+=|;,@#{}()-]{4,300}$/.test(value.trim()))
      return { value: boundedName(value.trim()), from: "header", name };
  }
  return undefined;
}

const MOST_MEMBERS = 60;

function memberId(json: unknown): RequestId | undefined {
  const scopes = REQUEST_ID_SCOPES.flatMap((scope) => {
    const fields = asRecord(scope === "" ? json : valueAt(json, scope));
    return fields === undefined ? [] : [{ scope, members: Object.entries(fields).slice(0, MOST_MEMBERS) }];
  });
  for (const wanted of REQUEST_ID_MEMBERS) {
    for (const { scope, members } of scopes) {
      const found = members.find(([name, value]) => isId(wanted, name, value));
      if (found === undefined) continue;
      return { value: boundedName(String(found[1]).trim()), from: "body", name: `${scope}/${found[0]}` };
    }
  }
  const instance = valueAt(json, "/instance");
  const id =
    typeof instance === "string" ? /([0-9a-f]{8}-[0-9a-f-]{27,40}|[0-9a-f]{16,64})$/i.exec(instance)?.[1] : undefined;
  return id === undefined
    ? undefined
    : { value: String(instance).startsWith("urn:") ? String(instance) : id, from: "body", name: "/instance" };
}

function isId(wanted: string, name: string, value: unknown): boolean {
  if (name.length > 40 || flat(name) !== wanted || (typeof value !== "string" && typeof value !== "number"))
    return false;
  const text = String(value).trim();
  if (!/^[\w.:/+=@~-]{4,200}$/.test(text)) return false;
  if (DOUBTFUL_ID_MEMBERS.has(wanted)) return /\d/.test(text);
  // An error's id may be a code: that of a request has a digit and is long.
  return !wanted.startsWith("error") || (/\d/.test(text) && text.length >= 8);
}

function flat(name: string): string {
  return name.toLowerCase().replaceAll(/[-_ ]/g, "");
}

/** In a page or a plain text, and in the server's own sentence. */
function textId(exchange: Exchange, content: Content): RequestId | undefined {
  const { body } = exchange.response;
  const whole =
    content.kind === "html" || content.kind === "text" ? (body.kind === "text" ? body.text.slice(0, READ) : "") : "";
  const text = withEntities(`${content.envelope?.message ?? content.message ?? ""}\n${whole}`);
  for (const [name, pattern] of REQUEST_ID_TEXTS) {
    // Reads at most 20,000 characters.
    const value = pattern.exec(text)?.[1]?.replace(/[.,;:]+$/, "");
    if (value !== undefined && value !== "") return { value: boundedName(value), from: "body", name };
  }
  return undefined;
}

/** Character references that stand in ids of error pages ("Reference&#32;&#35;18.…"). */
function withEntities(text: string): string {
  return text
    .replaceAll(/&#(\d{1,5});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&#x([0-9a-f]{1,4});/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll("&nbsp;", " ");
}

/** W3C Trace Context: the trace id of the response, else of the request. */
function traceParent({ request, response }: Exchange): RequestId | undefined {
  for (const [headers, name] of [
    [response.headers, "traceparent"],
    [response.headers, "traceresponse"],
    [response.headers, "sentry-trace"],
    [request.headers, "traceparent"],
  ] as const) {
    const value = headerValue(headers, name);
    if (value === undefined || value === "") continue;
    const id = /^[0-9a-f]{2}-([0-9a-f]{32})-/.exec(value)?.[1] ?? /^([0-9a-f]{32})-/.exec(value)?.[1];
    return { value: boundedName(id ?? value), from: "header", name };
  }
  return undefined;
}
