import type {
  Body,
  Exchange,
  ExchangeRequest,
  ExchangeResponse,
  Header,
  HeaderList,
  Initiator,
  PostParam,
  Recorder,
  StackFrame,
  Timings,
} from "./exchange.ts";
import type { HeaderPool } from "./header-pool.ts";
import { headerValue } from "./headers.ts";
import { asArray, asNumber, asRecord, asString, asText } from "./json-fields.ts";
import { isRedirect } from "./kind.ts";
import { readHarContent, readRequestBody, settleResponseBody } from "./read-body.ts";

type Fields = Readonly<Record<string, unknown>>;

export type ReadOptions = {
  /** Becomes the exchange's id. */
  readonly id: string;
  /** The response body, if it came apart from the entry (DevTools); absent: the entry's own `content`. */
  readonly body?: Body;
  /** Where equal header lines of a recording become one object; each line is an object of its own where absent. */
  readonly headerPool?: HeaderPool;
};

export type ReadResult =
  | { readonly ok: true; readonly exchange: Exchange }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads one HAR 1.2 entry, or what `devtools.network` hands over, into an `Exchange`. Never throws. An entry without
 * a request URL is not readable and says so; everything else is filled with "unknown" (null, 0, "", unavailable).
 * Fields: http://www.softwareishard.com/blog/har-12-spec/ and docs/browser-notes.md for what browsers really send.
 */
export function readEntry(entry: unknown, options: ReadOptions): ReadResult {
  try {
    return readUnknown(entry, options);
  } catch (error) {
    // Only a hostile object gets here (a getter or a proxy that throws); JSON cannot.
    return { ok: false, problem: `The entry could not be read: ${messageOf(error)}.` };
  }
}

/** A thrown value can also be hostile. */
function messageOf(error: unknown): string {
  try {
    return (error instanceof Error ? asText(error.message) : null) ?? "unknown reason";
  } catch {
    return "unknown reason";
  }
}

function readUnknown(entry: unknown, options: ReadOptions): ReadResult {
  const fields = asRecord(entry);
  if (fields === undefined) return { ok: false, problem: "The entry is not an object." };
  const request = asRecord(fields["request"]);
  if (request === undefined) return { ok: false, problem: "The entry has no request." };
  const url = asText(request["url"]);
  if (url === null) return { ok: false, problem: "The entry's request has no URL." };
  return { ok: true, exchange: readFields(fields, request, url, options) };
}

function readFields(fields: Fields, request: Fields, url: string, options: ReadOptions): Exchange {
  const response = asRecord(fields["response"]) ?? {};
  const method = asText(request["method"])?.toUpperCase() ?? "GET";
  const resourceType = asText(fields["_resourceType"]);
  const recorder = readRecorder(fields, response);
  const answer = readResponse(fields, response, method, options);
  const isAnswered = asRecord(fields["response"]) !== undefined || answer.error !== null;
  return {
    id: options.id,
    startedAt: readInstant(fields["startedDateTime"]),
    durationMs: readDuration(fields["time"]),
    request: readRequest(request, method, url, options.headerPool ?? newHeader),
    response: isAnswered ? answer : { ...answer, notRecorded: true },
    timings: readTimings(fields["timings"]),
    resourceType,
    initiator: readInitiator(fields["_initiator"]),
    serverAddress: asText(fields["serverIPAddress"]),
    pageRef: asText(fields["pageref"]),
    recorder,
  };
}

const newHeader: HeaderPool = (name, value) => ({ name, value });

function readRequest(request: Fields, method: string, url: string, pool: HeaderPool): ExchangeRequest {
  const headers = readHeaders(request["headers"], pool);
  const postData = asRecord(request["postData"]);
  return {
    method,
    url,
    httpVersion: asString(request["httpVersion"]) ?? "",
    headers,
    mimeType: asText(postData?.["mimeType"]) ?? headerValue(headers, "Content-Type") ?? "",
    body: readRequestBody(postData, headers, asNumber(request["bodySize"])),
    params: asArray(postData?.["params"]).flatMap(readParam),
  };
}

function readResponse(fields: Fields, response: Fields, method: string, options: ReadOptions): ExchangeResponse {
  const headers = readHeaders(response["headers"], options.headerPool ?? newHeader);
  const content = asRecord(response["content"]);
  const mimeType = readMimeType(content?.["mimeType"], headers);
  const status = readStatus(response["status"]);
  const error = asText(response["_error"]) ?? asText(fields["_error"]);
  const statedSize = asNumber(content?.["size"]);
  const redirectUrl = asText(response["redirectURL"]);
  const hop = isRedirect({ response: { status, headers, redirectUrl } });
  const bodySize = asNumber(response["bodySize"]);
  // mitmproxy gives the compressed size for both; HAR wants the decoded one here, which is then not known.
  const isWireSize = statedSize === bodySize && headerValue(headers, "Content-Encoding") !== undefined;
  const contentSize = isWireSize ? undefined : statedSize;
  const headersSize = asNumber(response["headersSize"]) ?? 0;
  // Firefox counts the headers into bodySize, Chromium does not; only a plain surplus says that bytes arrived.
  const wireBytes =
    bodySize === undefined
      ? undefined
      : asRecord(fields)?.["_resourceType"] === undefined
        ? bodySize - Math.max(0, headersSize)
        : bodySize;
  return {
    status,
    statusText: asString(response["statusText"]) ?? "",
    httpVersion: asString(response["httpVersion"]) ?? "",
    headers,
    mimeType,
    body: settleResponseBody(options.body ?? readHarContent(content, mimeType), mimeType, {
      method,
      status,
      error,
      headers,
      isRedirect: hop,
      contentSize,
      wireBytes,
    }),
    size: contentSize !== undefined && contentSize >= 0 ? contentSize : null,
    redirectUrl,
    error,
    fromCache: readCache(fields, response),
    viaServiceWorker: response["_fetchedViaServiceWorker"] === true || fields["_fetchedViaServiceWorker"] === true,
  };
}

/** Chromium writes "x-unknown" if there is no Content-Type, Firefox "application/x-unknown-content-type". */
function readMimeType(value: unknown, headers: HeaderList): string {
  const stated = asText(value);
  if (stated !== null && !/^(application\/)?x-unknown/.test(stated)) return stated;
  return headerValue(headers, "Content-Type") ?? "";
}

function readStatus(value: unknown): number {
  const status = typeof value === "string" && /^\d{3}$/.test(value) ? Number(value) : asNumber(value);
  return status !== undefined && Number.isInteger(status) && status >= 100 && status <= 999 ? status : 0;
}

function readCache(fields: Fields, response: Fields): string | null {
  const stated = asText(fields["_fromCache"]) ?? asText(response["_fromCache"]);
  if (stated !== null) return stated;
  // Firefox says nothing, but an answer with a status, a body and no header bytes never crossed the network:
  // its own cache or a service worker gave it (docs/browser-notes.md).
  const fromFirefox = fields["_resourceType"] === undefined && response["_transferSize"] === undefined;
  const withoutWire =
    response["headersSize"] === 0 && asText(fields["serverIPAddress"]) === null && asNumber(response["bodySize"]) !== 0;
  return fromFirefox && withoutWire && readStatus(response["status"]) > 0 ? "unknown" : null;
}

/** A loop and no `flatMap`: header lines are most of an entry, and an array for each of them most of the time. */
function readHeaders(value: unknown, pool: HeaderPool): HeaderList {
  const headers: Header[] = [];
  for (const item of asArray(value)) {
    const fields = asRecord(item);
    const name = asString(fields?.["name"]);
    if (name !== undefined && name !== "") headers.push(pool(name, asString(fields?.["value"]) ?? ""));
  }
  return headers;
}

function readParam(item: unknown): readonly PostParam[] {
  const fields = asRecord(item);
  const name = asString(fields?.["name"]);
  if (name === undefined) return [];
  const value = asString(fields?.["value"]);
  const fileName = asText(fields?.["fileName"]);
  const contentType = asText(fields?.["contentType"]);
  return [
    {
      name,
      ...(value === undefined ? {} : { value }),
      ...(fileName === null ? {} : { fileName }),
      ...(contentType === null ? {} : { contentType }),
    },
  ];
}

/** ISO 8601 with zone, as HAR demands; 0 if it is missing or something else. */
function readInstant(value: unknown): number {
  if (
    typeof value !== "string" ||
    !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/.test(value)
  )
    return 0;
  const instant = Date.parse(value);
  return Number.isFinite(instant) ? instant : 0;
}

function readDuration(value: unknown): number {
  const duration = asNumber(value);
  return duration !== undefined && duration > 0 ? duration : 0;
}

function readTimings(value: unknown): Timings {
  const fields = asRecord(value) ?? {};
  const part = (name: string): number | null => {
    const milliseconds = asNumber(fields[name]);
    return milliseconds !== undefined && milliseconds >= 0 ? milliseconds : null;
  };
  return {
    blocked: part("blocked"),
    dns: part("dns"),
    connect: part("connect"),
    ssl: part("ssl"),
    send: part("send"),
    wait: part("wait"),
    receive: part("receive"),
  };
}

const MAX_STACK_FRAMES = 50;

function readInitiator(value: unknown): Initiator | null {
  const fields = asRecord(value);
  if (fields === undefined) return null;
  const frames: StackFrame[] = [];
  for (
    let stack = asRecord(fields["stack"]);
    stack !== undefined && frames.length < MAX_STACK_FRAMES;
    stack = asRecord(stack["parent"])
  ) {
    for (const item of asArray(stack["callFrames"])) {
      const frame = asRecord(item);
      if (frame === undefined || frames.length >= MAX_STACK_FRAMES) continue;
      // The DevTools protocol counts lines and columns from 0, people from 1.
      frames.push({
        functionName: asString(frame["functionName"]) ?? "",
        url: asString(frame["url"]) ?? "",
        line: (asNumber(frame["lineNumber"]) ?? 0) + 1,
        column: (asNumber(frame["columnNumber"]) ?? 0) + 1,
      });
    }
  }
  const line = asNumber(fields["lineNumber"]);
  return {
    type: asString(fields["type"]) ?? "",
    url: asText(fields["url"]),
    line: line === undefined ? null : line + 1,
    stack: frames,
  };
}

function readRecorder(fields: Fields, response: Fields): Recorder {
  if (
    fields["_resourceType"] !== undefined ||
    response["_transferSize"] !== undefined ||
    fields["_initiator"] !== undefined
  )
    return "chromium";
  const agent = headerValue(readHeaders(asRecord(fields["request"])?.["headers"], newHeader), "User-Agent") ?? "";
  return fields["_securityState"] !== undefined || /\bFirefox\/\d/.test(agent) ? "firefox" : "other";
}
