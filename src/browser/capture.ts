import type { Body, BodyAbsence, Exchange } from "../exchange/exchange.ts";
import type { HeaderPool } from "../exchange/header-pool.ts";
import { bodyBytes } from "../exchange/body-text.ts";
import { asNumber, asRecord, asText } from "../exchange/json-fields.ts";
import { readEntry, type ReadResult } from "../exchange/read-entry.ts";
import { declaredContent, readContent } from "./content.ts";
import type { Deadlines } from "./deadlines.ts";

export type CaptureOptions = {
  readonly id: string;
  /** Path prefixes whose successes may hide a failure in the body: their small JSON bodies are kept. */
  readonly successBodyPaths: readonly string[];
  /** How long a body is waited for. */
  readonly deadlines: Deadlines;
  readonly headerPool?: HeaderPool;
  /** Whether the page has navigated since this entry came: tells a lost body from a refused one. */
  readonly hasNavigated: () => boolean;
};

/** A success's body is read only up to this many bytes: a failure inside it is a short JSON object. */
const MAX_SUCCESS_BODY_BYTES = 65_536;

/**
 * Turns a finished request into an exchange. Failures are kept whole. Successes are kept light (headers, timing and
 * what was sent, no response body), except small JSON ones whose path may hide a failure. Call it inside the event: the body is asked for at
 * once. Never rejects.
 */
export async function captureEntry(entry: unknown, ask: () => unknown, options: CaptureOptions): Promise<ReadResult> {
  const { hasNavigated } = options;
  const reading = { id: options.id, ...(options.headerPool === undefined ? {} : { headerPool: options.headerPool }) };
  const plan = planFor(entry, options.successBodyPaths);
  if (plan.read === "nothing") {
    const result = readEntry(entry, { ...reading, body: { kind: "unavailable", reason: plan.reason } });
    return result.ok && plan.light ? { ok: true, exchange: withoutLargeRequestBody(result.exchange) } : result;
  }
  const body = await readContent(ask, declaredContent(entry), options.deadlines);
  return readEntry(entry, { ...reading, body: hasNavigated() ? blamedOnNavigation(body) : body });
}

type Plan =
  | { readonly read: "body" }
  | { readonly read: "nothing"; readonly reason: BodyAbsence; readonly light: boolean };

function planFor(entry: unknown, successBodyPaths: readonly string[]): Plan {
  const fields = asRecord(entry);
  const response = asRecord(fields?.["response"]);
  const status = asNumber(response?.["status"]) ?? 0;
  if (status === 0) return { read: "nothing", reason: "no-response", light: false };
  // A success whose body broke off (Chromium names the error) is a failure to the page.
  if (status >= 400 || asText(response?.["_error"]) !== null) return { read: "body" };
  if (status >= 300 && status !== 304) return { read: "nothing", reason: "redirect", light: true };
  const url = asText(asRecord(fields?.["request"])?.["url"]) ?? "";
  if (mayHideFailure(url, response, successBodyPaths)) return { read: "body" };
  return { read: "nothing", reason: "not-kept", light: true };
}

function mayHideFailure(
  url: string,
  response: Readonly<Record<string, unknown>> | undefined,
  paths: readonly string[],
): boolean {
  if (paths.length === 0) return false;
  const content = asRecord(response?.["content"]);
  const mimeType = asText(content?.["mimeType"]) ?? "";
  // Both browsers put a made-up type in the place of a missing one: "x-unknown", "application/x-unknown-content-type".
  // A 207 tells of failures in its body whatever that is; WebDAV's is XML.
  const isRead = /json|x-unknown/i.test(mimeType) || mimeType === "" || asNumber(response?.["status"]) === 207;
  if (!isRead) return false;
  if ((asNumber(content?.["size"]) ?? 0) > MAX_SUCCESS_BODY_BYTES) return false;
  const path = pathOf(url);
  return paths.some((prefix) => path.startsWith(prefix));
}

function pathOf(url: string): string {
  try {
    return new URL(url).pathname;
  } catch {
    return "";
  }
}

/**
 * A success's request body stays up to this many bytes in memory: only with it can a later look tell that this success
 * is the retry of an earlier failure (same method, URL and body).
 */
const MAX_KEPT_REQUEST_BYTES = 65_536;

function withoutLargeRequestBody(exchange: Exchange): Exchange {
  const { request } = exchange;
  if (bodyBytes(request.body) <= MAX_KEPT_REQUEST_BYTES) return exchange;
  const body: Body = { kind: "unavailable", reason: "not-kept" };
  return { ...exchange, request: { ...request, body, params: [] } };
}

/** Chromium answers nothing, Firefox rejects, when the page has navigated before the question. */
function blamedOnNavigation(body: Body): Body {
  const isLost = body.kind === "unavailable" && (body.reason === "refused" || body.reason === "failed");
  return isLost ? { kind: "unavailable", reason: "navigated" } : body;
}
