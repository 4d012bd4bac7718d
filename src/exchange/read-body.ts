import { parameterOf } from "../web/media-type.ts";
import { bodyFromBase64, utf8Length } from "./body-text.ts";
import type { Body, BodyAbsence, HeaderList, Truncation } from "./exchange.ts";
import { textWithoutFilling } from "./firefox-filling.ts";
import { headerValue } from "./headers.ts";
import { asNumber, asRecord, asString } from "./json-fields.ts";

/** What is known of a response besides its body: decides whether "no text" means empty or missing. */
export type ResponseFacts = {
  readonly method: string;
  readonly status: number;
  readonly error: string | null;
  readonly headers: HeaderList;
  readonly isRedirect: boolean;
  /** HAR `response.content.size`: decoded bytes. */
  readonly contentSize: number | undefined;
  /** Bytes on the wire without the headers, if the recorder states them. */
  readonly wireBytes: number | undefined;
};

function contentLength(headers: HeaderList): number | undefined {
  const raw = headerValue(headers, "Content-Length");
  return raw !== undefined && /^\d{1,15}$/.test(raw) ? Number(raw) : undefined;
}

/** RFC 9110 section 6.4.1: these never have content. */
function neverHasContent(facts: ResponseFacts): boolean {
  return facts.method === "HEAD" || facts.status === 204 || facts.status === 304 || facts.status === 205;
}

function isEmpty(facts: ResponseFacts): boolean {
  if (neverHasContent(facts)) return true;
  const announced = contentLength(facts.headers);
  if (announced !== undefined) return announced === 0;
  return (facts.contentSize ?? 0) <= 0 && (facts.wireBytes ?? 0) <= 0;
}

function absence(facts: ResponseFacts, given: BodyAbsence): Body {
  if (facts.status === 0) return { kind: "unavailable", reason: "no-response" };
  if (given === "not-kept" || given === "over-limit") return { kind: "unavailable", reason: given };
  if (facts.isRedirect) return { kind: "unavailable", reason: "redirect" };
  if (facts.error === "net::ERR_FAILED") return { kind: "unavailable", reason: "cors-blocked" };
  if (neverHasContent(facts)) return { kind: "empty" };
  return { kind: "unavailable", reason: given };
}

/** A body that arrived short of its announced length: the connection broke, or the recorder keeps only a part. */
function truncation(facts: ResponseFacts, text: string, mimeType: string): Truncation | undefined {
  const charset = parameterOf(mimeType, "charset")?.toLowerCase() ?? "utf-8";
  // Bytes can be counted from text only where we know how it was encoded.
  if (charset !== "utf-8" && charset !== "utf8" && charset !== "us-ascii") return undefined;
  const announced =
    headerValue(facts.headers, "Content-Encoding") === undefined ? contentLength(facts.headers) : undefined;
  const byteOrderMark = 3;
  // A text has at least as many bytes as units; counting those of a body of megabytes is felt.
  if (Math.max(announced ?? 0, facts.contentSize ?? 0) <= text.length + byteOrderMark) return undefined;
  const bytes = utf8Length(text);
  if (announced !== undefined && announced > bytes + byteOrderMark) {
    const cutOnTheWay =
      facts.error !== null || (facts.contentSize !== undefined && facts.contentSize <= bytes + byteOrderMark);
    return { by: cutOnTheWay ? "network" : "browser", totalBytes: announced };
  }
  if (facts.contentSize !== undefined && facts.contentSize > bytes + byteOrderMark)
    return { by: "browser", totalBytes: facts.contentSize };
  return undefined;
}

/**
 * Settles a response body: what a recorder handed over, checked against what the entry says about itself. A body
 * that must exist and was not given becomes "unavailable" with its reason, never an empty string.
 */
export function settleResponseBody(body: Body, mimeType: string, facts: ResponseFacts): Body {
  switch (body.kind) {
    case "unavailable":
      return absence(facts, body.reason);
    case "empty":
      if (facts.isRedirect) return { kind: "unavailable", reason: "redirect" };
      return facts.status !== 0 && facts.error === null && isEmpty(facts) ? body : absence(facts, "not-given");
    case "text": {
      if (body.truncated !== undefined) return body;
      // Firefox 140 gives a redirect hop the body of the final response (docs/browser-notes.md).
      if (facts.isRedirect) return { kind: "unavailable", reason: "redirect" };
      const truncated = truncation(facts, body.text, mimeType);
      return truncated === undefined ? body : { ...body, truncated };
    }
    case "binary":
      return facts.isRedirect ? { kind: "unavailable", reason: "redirect" } : body;
  }
}

/** HAR `response.content` to a body, unsettled. `text` absent means that the file does not hold it. */
export function readHarContent(content: unknown, mimeType: string): Body {
  const record = asRecord(content);
  const text = record === undefined ? undefined : asString(record["text"]);
  if (text === undefined) {
    return asNumber(record?.["size"]) === 0 ? { kind: "empty" } : { kind: "unavailable", reason: "not-in-har" };
  }
  if (text === "") return { kind: "empty" };
  if (record?.["encoding"] === "base64") return bodyFromBase64(text, mimeType);
  return textWithoutFilling(text, asNumber(record?.["size"]));
}

/** Firefox hands over at most this much of a request body, silently (measured in 140 and 153). */
const FIREFOX_REQUEST_BODY_LIMIT = 1_048_576;

/** HAR `request.postData` to a body. `bodySize` is the HAR's own count in bytes. */
export function readRequestBody(postData: unknown, headers: HeaderList, bodySize: number | undefined): Body {
  const record = asRecord(postData);
  const text = record === undefined ? undefined : asString(record["text"]);
  const announced = contentLength(headers);
  if (text === undefined || text === "") {
    const expected = announced ?? bodySize ?? 0;
    return expected > 0 ? { kind: "unavailable", reason: "not-given" } : { kind: "empty" };
  }
  if (record?.["encoding"] === "base64") return bodyFromBase64(text, asString(record["mimeType"]) ?? "");
  if (text.length >= FIREFOX_REQUEST_BODY_LIMIT && announced !== undefined && announced > utf8Length(text)) {
    return { kind: "text", text, truncated: { by: "browser", totalBytes: announced } };
  }
  return { kind: "text", text };
}
