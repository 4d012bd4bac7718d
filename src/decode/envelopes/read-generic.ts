import { GENERIC_PROVIDER } from "../../catalogue/generic-provider.ts";
import type { Provider } from "../../catalogue/provider.ts";
import { asRecord } from "../../exchange/json-fields.ts";
import type { Exchange } from "../../exchange/exchange.ts";
import type { EventItem } from "../api-event.ts";
import type { HiddenFailure } from "../hidden-failure.ts";
import { type Content, readContent } from "../read-content.ts";
import { requestJson } from "../request-facts.ts";
import { pathOf } from "../../web/url.ts";
import { findShape, type FoundShape, type Surroundings } from "./find-shape.ts";
import { type Items, readBatch, readBulkItems, readErrorList, readMultiStatus, readWebDav } from "./items.ts";
import { textIn } from "./members.ts";
import { envelopeOf, readFound } from "./read-found.ts";
import type { InSuccess } from "./shape.ts";
import { xmlError } from "./xml-error.ts";

/** A response of a host that no document describes, read by the shapes that many APIs share. */
export type GenericReading = {
  readonly content: Content;
  /** What stands in for a document: the shape's envelope and its standard codes. */
  readonly provider: Provider;
  /** Why a success status is a failure all the same; undefined for real successes and for error statuses. */
  readonly hidden: HiddenFailure | undefined;
  readonly notes: readonly string[];
  readonly items: readonly EventItem[];
};

/** Reads a response by its shape. Never throws; in time linear in the body. */
export function readGeneric(exchange: Exchange, host: string): GenericReading {
  const { body, status, headers } = exchange.response;
  const content = readContent(exchange, GENERIC_PROVIDER);
  const around: Surroundings = { status, headers, isGraphql: once(() => isGraphqlRequest(exchange)) };
  const several = readItems(content, exchange, around);
  const failed = several?.items.filter((item) => item.failed) ?? [];
  const found = failed.length > 0 ? several?.first : (findShape(content.json, around) ?? xmlError(content, body));
  const json = failed.length > 0 ? several?.first?.json : content.json;
  const isError = status >= 400 || status === 0;
  const inSuccess = several === undefined ? found?.found.inSuccess : failed.length > 0 ? ofItems(several) : undefined;
  const counts = isError || inSuccess !== undefined;
  const envelope = found === undefined || !counts ? undefined : readFound(json, found);
  const name = several !== undefined && failed.length > 0 ? several.name : undefined;
  return {
    content: {
      ...content,
      envelope: envelope === undefined || name === undefined ? (envelope ?? bare(name)) : { ...envelope, name },
    },
    provider: providerOf(host, counts ? found : undefined),
    hidden: isError || inSuccess === undefined ? undefined : hiddenOf(inSuccess, found),
    notes: counts ? [...(several === undefined ? [] : [countNote(several)]), ...(found?.found.notes ?? [])] : [],
    items: (failed.length > 0 ? several?.items : counts ? readErrorList(json, found) : undefined) ?? [],
  };
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
  const json = requestJson(exchange);
  const first: unknown = Array.isArray(json) ? json[0] : json;
  const query = textIn(asRecord(first) ?? {}, "query");
  return query !== undefined && /^\s{0,1000}(?:query|mutation|subscription|fragment|\{|#)/.test(query);
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
