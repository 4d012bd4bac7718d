import type { ApiEvent } from "../../decode/api-event.ts";
import { headerValue } from "../../exchange/headers.ts";
import type { Finding } from "../finding.ts";
import { parseJson } from "../../web/json.ts";
import { essenceOf, isJsonType, parameterOf } from "../../web/media-type.ts";

const WRITING = new Set(["POST", "PUT", "PATCH"]);

/** What a request's body and its Content-Type show. */
export function bodyFindings(event: ApiEvent): readonly Finding[] {
  return [...contentTypeNotJson(event), ...malformedJsonBody(event), ...multipartWithoutBoundary(event)];
}

function isClientError({ exchange }: ApiEvent): boolean {
  return exchange.response.status >= 400 && exchange.response.status <= 499;
}

function contentTypeNotJson(event: ApiEvent): readonly Finding[] {
  const { request, response } = event.exchange;
  if (!isClientError(event) || !WRITING.has(request.method) || request.body.kind !== "text") return [];
  const contentType = headerValue(request.headers, "Content-Type");
  if (contentType !== undefined && isJsonType(contentType)) return [];
  const value = parseJson(request.body.text);
  if (typeof value !== "object" || value === null) return [];
  const sent =
    contentType === undefined || contentType === "" ? "no Content-Type" : `the Content-Type ${shown(contentType)}`;
  return [
    {
      id: "content-type-not-json",
      text: `The body of this ${request.method} is JSON, was sent with ${sent} and answered with ${response.status}.`,
      change: "Send `Content-Type: application/json` (fetch adds text/plain by itself when the body is a string).",
      rule: "RFC 9110 section 8.3: a sender that knows the type of its content states it in Content-Type.",
      related: [],
    },
  ];
}

function malformedJsonBody(event: ApiEvent): readonly Finding[] {
  const { request, response } = event.exchange;
  if (!isClientError(event) || request.body.kind !== "text" || request.body.text === "") return [];
  // What the recorder cut is not evidence of what was sent: Firefox cuts request bodies at 1 MiB.
  if (request.body.truncated !== undefined || !isJsonType(headerValue(request.headers, "Content-Type") ?? ""))
    return [];
  // A sender must not add a byte order mark, and many servers refuse it, although readers may ignore it (RFC 8259
  // section 8.1).
  if (!request.body.text.startsWith("\uFEFF") && parseJson(request.body.text) !== undefined) return [];
  return [
    {
      id: "malformed-json-body",
      text: `The request body (${request.body.text.length} characters) is announced as JSON and is not, answered with ${response.status}.`,
      change: likelyMistake(request.body.text),
      rule: "RFC 8259 section 2: the grammar of JSON texts.",
      related: [],
    },
  ];
}

function likelyMistake(text: string): string {
  if (text.startsWith("[object "))
    return "Pass the object through JSON.stringify: the body is the text that String(object) gives.";
  if (/^[\w%.+-]{1,100}=/.test(text))
    return "The body looks like a form: send JSON.stringify of the fields, or the form's own Content-Type.";
  return "Build the body with JSON.stringify instead of by hand.";
}

function multipartWithoutBoundary({ exchange }: ApiEvent): readonly Finding[] {
  const contentType = headerValue(exchange.request.headers, "Content-Type") ?? "";
  if (essenceOf(contentType) !== "multipart/form-data" || parameterOf(contentType, "boundary") !== undefined) return [];
  return [
    {
      id: "multipart-without-boundary",
      text: "The Content-Type is multipart/form-data without the boundary that separates the parts.",
      change: "Set no Content-Type by hand when the body is a FormData: the browser then writes it with the boundary.",
      rule: "RFC 7578 section 4.1: the boundary parameter is required.",
      related: [],
    },
  ];
}

/** A media type short enough for a sentence. */
function shown(contentType: string): string {
  const essence = contentType.split(";", 1)[0]?.trim() ?? "";
  return essence.length > 60 ? `${essence.slice(0, 60)}…` : essence;
}
