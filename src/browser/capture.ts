import type { Body, BodyAbsence, Exchange } from "../exchange/exchange.ts";
import type { HeaderPool } from "../exchange/header-pool.ts";
import { bodyBytes } from "../exchange/body-text.ts";
import { asNumber, asRecord, asString, asText } from "../exchange/json-fields.ts";
import { readEntry } from "../exchange/read-entry.ts";
import { declaredContent, readContent } from "./content.ts";
import type { Deadlines } from "./deadlines.ts";
import type { EntryParts } from "./entry-parts.ts";

export type CaptureOptions = {
  readonly id: string;
  /** How long a body is waited for. */
  readonly deadlines: Deadlines;
  readonly headerPool?: HeaderPool;
  /** Whether the page has navigated since this entry came: tells a lost body from a refused one. */
  readonly hasNavigated: () => boolean;
};

/** A success's body is read only up to this many bytes: a failure inside it is short. */
const MAX_SUCCESS_BODY_BYTES = 65_536;

/** A finished request that was not displayed yet. */
export type Captured = {
  /** 0 if no response arrived. */
  readonly status: number;
  /** What its bodies cost in the recorder's byte cap. */
  readonly bodyBytes: number;
  /** Reads it, the first time, and lets go of what it was read from. Never throws. */
  readonly read: () => Exchange;
};

/**
 * Records a finished request. Parsing is deferred until the call is displayed; most recorded calls never are.
 * Failures are kept whole. Successes are kept light (headers, timing and what was sent, no response body), except small
 * ones of a type that may hide a failure. Call it inside the event: the body is asked for at once. Never rejects.
 */
export async function captureEntry(
  entry: unknown,
  parts: EntryParts,
  ask: () => unknown,
  options: CaptureOptions,
): Promise<Captured> {
  const plan = planFor(parts);
  const requestBytes = bytesSent(parts);
  const dropsRequestBody = plan.light && requestBytes > MAX_KEPT_REQUEST_BYTES;
  let body: Body;
  if (plan.read === "nothing") body = { kind: "unavailable", reason: plan.reason };
  else {
    body = await readContent(ask, declaredContent(parts.response), options.deadlines);
    if (options.hasNavigated()) body = blamedOnNavigation(body);
  }
  const read = once(() => {
    const exchange = readCall(entry, parts, body, options);
    return dropsRequestBody ? withoutRequestBody(exchange) : exchange;
  });
  // At once, for what was sent is to be let go of.
  if (dropsRequestBody) read();
  return { status: plan.status, bodyBytes: (dropsRequestBody ? 0 : requestBytes) + bodyBytes(body), read };
}

function readCall(entry: unknown, parts: EntryParts, body: Body, { id, headerPool }: CaptureOptions): Exchange {
  const result = readEntry(entry, { id, body, ...(headerPool === undefined ? {} : { headerPool }) });
  if (result.ok) return result.exchange;
  // Only an object that throws while it is read gets here, and no browser hands over such a one.
  const { url, startedAt } = parts;
  const known = readEntry(
    {
      startedDateTime: startedAt === undefined ? null : new Date(startedAt).toISOString(),
      request: { url: url ?? "?" },
      response: { _error: result.problem },
    },
    { id, body },
  );
  if (!known.ok) throw new Error(known.problem);
  return known.exchange;
}

function once<Value>(work: () => Value): () => Value {
  let rest: (() => Value) | undefined = work;
  let value: Value;
  return () => {
    if (rest !== undefined) {
      value = rest();
      rest = undefined;
    }
    return value;
  };
}

type Plan = {
  readonly status: number;
  /** A success, which is kept light: without a large request body. */
  readonly light: boolean;
} & ({ readonly read: "body" } | { readonly read: "nothing"; readonly reason: BodyAbsence });

function planFor({ response }: EntryParts): Plan {
  const status = asNumber(response?.["status"]) ?? 0;
  if (status === 0) return { status, read: "nothing", reason: "no-response", light: false };
  // A success whose body broke off (Chromium names the error) is a failure to the page.
  if (status >= 400 || asText(response?.["_error"]) !== null) return { status, read: "body", light: false };
  if (status >= 300 && status !== 304) return { status, read: "nothing", reason: "redirect", light: true };
  if (mayHideFailure(response)) return { status, read: "body", light: true };
  return { status, read: "nothing", reason: "not-kept", light: true };
}

/**
 * The types in which an API reports a failure inside a success: JSON, SOAP and other XML, event streams, gRPC-web. Both
 * browsers write a placeholder for a missing type: "x-unknown", "application/x-unknown-content-type". A 207 lists
 * failures in its body whatever the type.
 */
const READ_TYPE = /json|xml\b|event-stream|grpc-web|x-unknown/i;

function mayHideFailure(response: Readonly<Record<string, unknown>> | undefined): boolean {
  const content = asRecord(response?.["content"]);
  const mimeType = asText(content?.["mimeType"]) ?? "";
  if (mimeType !== "" && !READ_TYPE.test(mimeType) && asNumber(response?.["status"]) !== 207) return false;
  return (asNumber(content?.["size"]) ?? 0) <= MAX_SUCCESS_BODY_BYTES;
}

/**
 * A success's request body stays up to this many bytes in memory: only with it can a later look tell that this success
 * is the retry of an earlier failure (same method, URL and body).
 */
const MAX_KEPT_REQUEST_BYTES = 65_536;

function withoutRequestBody(exchange: Exchange): Exchange {
  const { request } = exchange;
  const body: Body = { kind: "unavailable", reason: "not-kept" };
  return { ...exchange, request: { ...request, body, params: [] } };
}

/** What the request's body, if the browser gave one, will cost in the recorder's byte cap. */
function bytesSent({ request }: EntryParts): number {
  const text = asString(asRecord(request?.["postData"])?.["text"]);
  return text === undefined ? 0 : bodyBytes({ kind: "text", text });
}

/** Chromium answers nothing, Firefox rejects, when the page has navigated before the question. */
function blamedOnNavigation(body: Body): Body {
  const isLost = body.kind === "unavailable" && (body.reason === "refused" || body.reason === "failed");
  return isLost ? { kind: "unavailable", reason: "navigated" } : body;
}
