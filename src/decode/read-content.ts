import type { Provider } from "../catalogue/provider.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { eventData } from "./event-stream.ts";
import { scalarAt } from "../web/json-pointer.ts";
import { isCutJson, parseJson, parseJsonAsWritten } from "../web/json.ts";
import { messageOfHtml, plainText, textAnswer } from "./text-answer.ts";
import { readEnvelope, type ReadEnvelope } from "./read-envelope.ts";

/** What kind of content a response body turned out to be; shape decides, never the Content-Type. */
export type Content = {
  readonly kind: "json" | "cut-json" | "html" | "text" | "binary" | "empty" | "unavailable";
  /**
   * Parsed value for "json"; of an event stream that of the event that reports a failure; the text itself where a
   * documented envelope reads it; undefined otherwise.
   */
  readonly json: unknown;
  readonly envelope: ReadEnvelope | undefined;
  /** A message found outside any documented envelope. */
  readonly message: string | null;
};

const NOTHING = { json: undefined, envelope: undefined, message: null } as const;

/** Where APIs and gateways outside the documents put a message: RFC 9457 first. */
const MESSAGE_POINTERS = [
  "/detail",
  "/title",
  "/message",
  "/error/message",
  "/error_description",
  "/error",
  "/errors/0/message",
];

/** Looks a response body over and reads the provider's envelope where there is one. Never throws. */
export function readContent(exchange: Exchange, provider: Provider): Content {
  const { body } = exchange.response;
  switch (body.kind) {
    case "unavailable":
      return { kind: "unavailable", ...NOTHING };
    case "empty":
      return { kind: "empty", ...NOTHING };
    case "binary":
      return { kind: "binary", ...NOTHING };
    case "text":
      return readText(body.text, body.truncated !== undefined, provider, exchange);
  }
}

function readText(text: string, truncated: boolean, provider: Provider, exchange: Exchange): Content {
  if (text.trim() === "") return { kind: "empty", ...NOTHING };
  const json = parseJsonAsWritten(text);
  if (json !== undefined) {
    const envelope = readEnvelope(provider, json, exchange);
    const message = MESSAGE_POINTERS.map((pointer) => scalarAt(json, pointer)).find((found) => found !== null) ?? null;
    return { kind: "json", json, envelope, message };
  }
  const failed = readEvents(text, provider, exchange);
  if (failed !== undefined) return failed;
  const start = text.slice(0, 1000).trimStart().toLowerCase();
  if (/^(<!doctype html|<html|<head|<body|<!--|<center|<h1|<title)/.test(start))
    return { kind: "html", ...NOTHING, message: messageOfHtml(text) };
  if (isCutJson(text) || (truncated && /^\s*[[{]/.test(text))) return { kind: "cut-json", ...NOTHING };
  const envelope = readEnvelope(provider, text, exchange);
  return envelope === undefined
    ? { kind: "text", ...NOTHING, message: textAnswer(text.slice(0, 20_000)).message }
    : { kind: "text", json: text, envelope, message: envelope.message };
}

/** The last event of a stream in which a documented envelope reads an error; undefined where there is none. */
function readEvents(text: string, provider: Provider, exchange: Exchange): Content | undefined {
  for (const data of eventData(text)) {
    const json = parseJson(data);
    const envelope = json === undefined ? undefined : readEnvelope(provider, json, exchange);
    if (envelope !== undefined) return { kind: "json", json, envelope, message: envelope.message };
  }
  return undefined;
}

/** What the server says in words; of a page all of it, because its headline seldom holds the wait. */
export function saidIn(content: Content, { response }: Exchange): string | null {
  if (content.kind === "html" && response.body.kind === "text") return plainText(response.body.text);
  return content.envelope?.message ?? content.message;
}
