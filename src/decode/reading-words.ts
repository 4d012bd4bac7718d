import { describeAbsence } from "../exchange/absence.ts";
import type { AnsweredBy } from "./api-event.ts";
import type { ExplainInput } from "./explain-input.ts";

/** One sentence on the body, if it held no known code. */
export function describeBody(input: ExplainInput): string {
  const { exchange, provider, content, generic, answeredBy } = input;
  if (input.isOutline) return "";
  const envelope = content.envelope;
  // The server's own sentence is the headline, and the notes say that no document explains it.
  if (envelope !== undefined && generic !== undefined) return gatewayWords(answeredBy, "answer").trim();
  if (envelope !== undefined) {
    return envelope.code === null
      ? "The error names no code."
      : `The catalogue of ${provider.name} has no code "${envelope.code}"; what follows comes from the ${exchange.response.status < 400 ? "rest of the body" : envelope.type === null ? "status" : "type and the status"}.`;
  }
  switch (content.kind) {
    case "unavailable":
      return exchange.response.body.kind === "unavailable"
        ? describeAbsence(exchange.response.body.reason, exchange.recorder)
        : "";
    case "empty":
      return `The response has no body.${gatewayWords(answeredBy, "answer")}`;
    case "html":
      return `The body is an HTML page, not the API's error envelope: something in front of the API may have answered.${gatewayWords(answeredBy)}`;
    case "cut-json":
      return "The body is JSON that ends in the middle, so no code can be read from it reliably.";
    case "binary":
      return "The body is binary.";
    case "text":
      return `The body is text, not the API's error envelope.${gatewayWords(answeredBy)}`;
    case "json":
      return generic === undefined
        ? `The body is JSON, but none of the envelopes that ${provider.name} documents.`
        : `The body is JSON in none of the forms that errors of many APIs have.${gatewayWords(answeredBy, "answer")}`;
  }
}

/** Limits of this interpretation that the user should know. */
export function interpretationNotes(input: ExplainInput): readonly string[] {
  const { exchange, provider, content, rateLimit, generic } = input;
  const notes: string[] = [];
  if (input.isOutline) notes.push(`The document of ${provider.name} is not loaded: this is what HTTP itself says.`);
  const { status, body } = exchange.response;
  const stated = content.envelope?.status ?? null;
  if (stated !== null && stated !== status && status !== 0)
    notes.push(`The body says status ${stated}, HTTP says ${status}.`);
  if (status >= 200 && status < 400) notes.push(`HTTP says ${status}, the body reports a failure.`);
  if (body.kind === "text" && body.truncated !== undefined) {
    const total = body.truncated.totalBytes === undefined ? "" : ` of ${body.truncated.totalBytes} bytes`;
    notes.push(
      body.truncated.by === "network"
        ? `The connection ended before the whole body${total} had arrived.`
        : `Only the first part of the body${total} is kept.`,
    );
  }
  if (generic !== undefined && content.envelope !== undefined)
    notes.push(`Not in the catalogue; read by its form: ${content.envelope.name}.`);
  notes.push(...(generic?.notes ?? []));
  if (rateLimit.stale) notes.push("The response came from a cache: its rate-limit headers are old.");
  if (exchange.response.error === "net::ERR_FAILED") {
    const where = provider.cors === undefined ? "" : ` ${provider.cors.text}`;
    notes.push(
      status === 0
        ? `If a preflight failed before this request, the server's CORS answer did not allow it.${where}`
        : `The page's own code cannot read this response: the server's CORS headers do not allow its origin.${where}`,
    );
  }
  if (exchange.response.viaServiceWorker)
    notes.push("A service worker of the page answered or passed this request on.");
  return notes;
}

/** Who made the answer, if it shows. */
function gatewayWords(answeredBy: AnsweredBy | undefined, what = "page"): string {
  if (answeredBy === undefined) return "";
  const { name, code, meaning } = answeredBy;
  return ` It is ${what === "page" ? "a page" : "an answer"} of ${name}${code === null ? "" : ` with error ${code}`}. ${meaning}`;
}
