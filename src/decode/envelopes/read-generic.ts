import { GENERIC_PROVIDER } from "../../catalogue/generic-provider.ts";
import type { Provider } from "../../catalogue/provider.ts";
import { asRecord } from "../../exchange/json-fields.ts";
import type { Body, Exchange } from "../../exchange/exchange.ts";
import type { EventFact, EventItem } from "../api-event.ts";
import type { HiddenFailure } from "../hidden-failure.ts";
import { gatewayPage } from "../gateways/gateway-page.ts";
import { type Content, readContent } from "../read-content.ts";
import { requestJson } from "../request-facts.ts";
import { pathOf } from "../../web/url.ts";
import { streamFailure } from "./event-stream.ts";
import { PARTIAL } from "./graphql.ts";
import { failureInSuccess } from "./failure-in-success.ts";
import { fieldErrorsOf, type FieldErrors } from "./field-list.ts";
import { filled } from "./fill-gaps.ts";
import { findShape, type FoundShape, type Surroundings } from "./find-shape.ts";
import { readGrpcWeb } from "./grpc-web.ts";
import { type Items, readBatch, readBulkItems, readErrorList, readMultiStatus, readWebDav } from "./items.ts";
import { textIn } from "./members.ts";
import { bestCode, bestMessage } from "./read-error.ts";
import { envelopeOf, readFound } from "./read-found.ts";
import type { InSuccess, Shape } from "./shape.ts";
import type { RequestKind } from "./vendor-failures.ts";
import { factsOf, wordsBeside } from "./telling-facts.ts";
import { isFailedForm, textAnswer } from "../text-answer.ts";
import { xmlError } from "./xml-error.ts";
import { xmlFault } from "./xml-fault.ts";

/** A response of a host that no document describes, read by the shapes that many APIs share. */
export type GenericReading = {
  readonly content: Content;
  /** What stands in for a document: the shape's envelope and its standard codes. */
  readonly provider: Provider;
  /** Why a success status is a failure all the same; undefined for real successes and for error statuses. */
  readonly hidden: HiddenFailure | undefined;
  readonly notes: readonly string[];
  readonly items: readonly EventItem[];
  readonly fields: FieldErrors;
  readonly facts: readonly EventFact[];
  /** Texts beside code and message that may say whether the failure passes. */
  readonly words: readonly string[];
  /** Only a part failed: what may be repeated is up to each part. */
  readonly isPartial: boolean;
};

/** Reads a response by its shape. Never throws; in time linear in the body. */
export function readGeneric(exchange: Exchange, host: string): GenericReading {
  const { status, headers } = exchange.response;
  const content = readContent(exchange, GENERIC_PROVIDER);
  const around: Surroundings = { status, headers, isGraphql: once(() => isGraphqlRequest(exchange)) };
  const several = readItems(content, exchange, around);
  const failed = several?.items.filter((item) => item.failed) ?? [];
  const single = failed.length > 0 ? undefined : readSingle(exchange, content, around);
  const found = failed.length > 0 ? several?.first : single?.found;
  const json = failed.length > 0 ? several?.first?.json : single === undefined ? content.json : single.json;
  const isError = status >= 400 || status === 0;
  const inSuccess = several === undefined ? found?.found.inSuccess : failed.length > 0 ? ofItems(several) : undefined;
  const counts = isError || inSuccess !== undefined;
  const fields = counts && json !== undefined ? fieldErrorsOf(json, status) : NO_FIELDS;
  const isReadable = counts && (found !== undefined || saysAnything(json, status));
  const read = found === undefined ? bare("error") : readFound(json, found);
  const envelope = !isReadable || read === undefined ? undefined : filled(read, json, status, fields);
  const name = several !== undefined && failed.length > 0 ? several.name : undefined;
  const facts = counts ? factsOf(json, [envelope?.code ?? null, envelope?.message ?? content.message]) : [];
  return {
    content: {
      ...content,
      json: single === undefined ? content.json : json,
      envelope: envelope === undefined || name === undefined ? (envelope ?? bare(name)) : { ...envelope, name },
    },
    provider: providerOf(host, counts ? found : undefined),
    hidden: isError || inSuccess === undefined ? undefined : hiddenOf(inSuccess, found),
    notes: counts ? [...(several === undefined ? [] : [countNote(several)]), ...(found?.found.notes ?? [])] : [],
    items: (failed.length > 0 ? several?.items : counts ? readErrorList(json, found) : undefined) ?? [],
    fields,
    facts,
    words: counts ? wordsBeside(facts, json) : [],
    isPartial: failed.length > 0 || inSuccess === PARTIAL,
  };
}

const NO_FIELDS: FieldErrors = { list: [], total: 0 };

/** A single failure, and the JSON it was found in: that of a stream's message where it came in a stream. */
function readSingle(
  exchange: Exchange,
  content: Content,
  around: Surroundings,
): { readonly found: FoundShape; readonly json: unknown } | undefined {
  const { body, status } = exchange.response;
  const inStream = streamFailure(body, content.json, around);
  if (inStream !== undefined) return { found: inStream, json: inStream.json };
  const direct =
    readGrpcWeb(exchange, content) ??
    findShape(content.json, around) ??
    xmlError(content, body) ??
    xmlFault(content, body, status) ??
    textFailure(content, body, status);
  const isKnown = status >= 400 || status === 0 || direct?.found.inSuccess !== undefined;
  const found = isKnown
    ? direct
    : (failureInSuccess(content.json, requestKind(exchange)) ??
      graphqlByItself(exchange, content.json) ??
      challenge(exchange, content) ??
      direct);
  return found === undefined ? undefined : { found, json: content.json };
}

/** A firewall's page under a success status, in place of the API's answer. */
function challenge({ response }: Exchange, content: Content): FoundShape | undefined {
  const { status, headers, body } = response;
  const page = content.kind === "html" && body.kind === "text" ? body.text : "";
  const gateway = content.kind === "html" || content.kind === "empty" ? gatewayPage(status, headers, page) : null;
  if (gateway?.isChallenge !== true || !(status === 202 || CHALLENGE_PAGE.test(page.slice(0, 20_000))))
    return undefined;
  const shape: Shape = { name: "page of a firewall", docs: gateway.docs, find: () => undefined };
  const inSuccess: InSuccess = {
    title: `${gateway.name} answered in place of the API`,
    meaning: gateway.meaning,
    retry: "no",
    reason: "A check for bots answered: it wants a browser with a person, and no repetition passes it.",
  };
  return { shape, found: { at: {}, inSuccess } };
}

/** What no page has that is not such a check's: other pages may speak of firewalls. */
const CHALLENGE_PAGE =
  /Request unsuccessful\. Incapsula incident ID|_Incapsula_Resource|geo\.captcha-delivery\.com|captcha\.px-cdn/;

/** A code in a plain text, and forms (`ACK=Failure&…`): the only texts that are more than a message. */
function textFailure(content: Content, body: Body, status: number): FoundShape | undefined {
  if (content.kind !== "text" || body.kind !== "text") return undefined;
  const { code, message } = textAnswer(body.text.slice(0, 20_000));
  const isForm = status < 400 && isFailedForm(body.text);
  if (code === null || (status < 400 && !isForm)) return undefined;
  const shape: Shape = {
    name: "plain text",
    docs: "https://www.rfc-editor.org/rfc/rfc9110#section-15",
    find: () => undefined,
  };
  return { shape, found: { at: {}, read: { code, message }, ...(isForm ? { inSuccess: FORM_FAILED } : {}) } };
}

const FORM_FAILED: InSuccess = {
  title: "The body says that the call failed",
  meaning: "HTTP reports a success, while the form in the body says that the call failed.",
  retry: "sometimes",
  reason: "Look at the code and the message before repeating the call.",
};

/**
 * `{"errors":[{"message":…}]}` under a success, where nobody knows whether the request was GraphQL because its body was
 * not recorded: a POST whose answer has nothing but GraphQL's errors.
 */
function graphqlByItself({ request, response }: Exchange, json: unknown): FoundShape | undefined {
  const isUnknown =
    request.method === "POST" && request.body.kind !== "text" && Object.keys(asRecord(json) ?? {}).length === 1;
  if (!isUnknown) return undefined;
  const found = findShape(json, { status: response.status, headers: response.headers, isGraphql: () => true });
  return found?.found.inSuccess === undefined ? undefined : found;
}

/** An error body in no known form that all the same has a code, a sentence or fields at one of the usual places. */
function saysAnything(json: unknown, status: number): boolean {
  return (
    json !== undefined &&
    (bestCode(json, status) !== undefined || bestMessage(json) !== null || fieldErrorsOf(json, status).total > 0)
  );
}

/** Items with a status of their own and no body that says more. */
function bare(name: string | undefined): Content["envelope"] {
  if (name === undefined) return undefined;
  const nothing = { code: null, message: null, type: null, field: null, details: null, requestId: null };
  return { name, ...nothing, timestamp: null, status: null };
}

function readItems(content: Content, { response }: Exchange, around: Surroundings): Items | undefined {
  if (content.kind === "json") {
    const { json } = content;
    return readBatch(json, around) ?? readMultiStatus(json, around) ?? readBulkItems(json);
  }
  const isXml = response.status === 207 && response.body.kind === "text";
  return isXml && response.body.kind === "text" ? readWebDav(response.body.text) : undefined;
}

function ofItems({ items, name }: Items): InSuccess {
  const failed = items.filter((item) => item.failed);
  return {
    title: failed.length === items.length ? "Every part of the request failed" : "A part of the request failed",
    meaning: `The answer (${name}) holds a result for each of ${items.length} parts; ${failed.length} failed.`,
    retry: "sometimes",
    reason: "Repeat the failed parts alone, after a look at each: the others are done.",
  };
}

function countNote({ items, total }: Items): string {
  const failed = items.filter((item) => item.failed);
  const named = failed.slice(0, 10).map(({ label, status, code }) => {
    const why = [status, code].filter((part) => part !== null).join(" ");
    return why === "" ? label : `${label} (${why})`;
  });
  const more = failed.length > named.length ? ` and ${failed.length - named.length} more` : "";
  const beyond = total > items.length ? ` Of ${total} parts only the first ${items.length} were read.` : "";
  return failed.length === 0
    ? `None of ${items.length} parts failed.`
    : `${failed.length} of ${items.length} parts failed: ${named.join(", ")}${more}.${beyond}`;
}

function hiddenOf({ title, meaning, retry, reason }: InSuccess, found: FoundShape | undefined): HiddenFailure {
  const source = found?.shape.docs ?? "https://www.rfc-editor.org/rfc/rfc4918#section-13";
  return {
    pointer: "/",
    equals: true,
    title,
    meaning,
    source,
    retry: { advise: retry, reason, basis: "derived", source },
  };
}

function providerOf(host: string, found: FoundShape | undefined): Provider {
  if (found === undefined) return { ...GENERIC_PROVIDER, name: host };
  return { ...GENERIC_PROVIDER, name: host, envelopes: [envelopeOf(found)], codes: found.shape.codes ?? {} };
}

/** By its address, or by a body with a query document: both are conventions, and servers accept either. */
function isGraphqlRequest(exchange: Exchange): boolean {
  if (/graphql/i.test(pathOf(exchange.request.url))) return true;
  const query = queryIn(exchange);
  return query !== undefined && /^\s{0,1000}(?:query|mutation|subscription|fragment|\{|#)/.test(query);
}

/** The query document of a GraphQL request, of a batch its first one. */
function queryIn(exchange: Exchange): string | undefined {
  const json = requestJson(exchange);
  const first: unknown = Array.isArray(json) ? json[0] : json;
  return textIn(asRecord(first) ?? {}, "query");
}

function requestKind(exchange: Exchange): RequestKind {
  return {
    isPost: exchange.request.method === "POST",
    isMutation: once(() => /^\s{0,1000}mutation\b|\bmutation\s?[\w({]/.test(queryIn(exchange) ?? "")),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
