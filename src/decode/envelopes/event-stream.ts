import type { Body } from "../../exchange/exchange.ts";
import { asRecord } from "../../exchange/json-fields.ts";
import { parseJson } from "../../web/json.ts";
import { findShape, type FoundShape, type Surroundings } from "./find-shape.ts";
import { memberOf, objectIn, textIn } from "./members.ts";
import { bestCode, bestMessage } from "./read-error.ts";
import type { InSuccess, Shape } from "./shape.ts";

/** A failure that a stream reported after its headers had said success, and the JSON it was found in. */
export type StreamFailure = FoundShape & { readonly json: unknown };

const SSE_DOCS = "https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream";
const MOST_CHARACTERS = 1_000_000;
const MOST_MESSAGES = 20_000;

const STREAM: Shape = { name: "error in an event stream", docs: SSE_DOCS, find: () => undefined };
const LINES: Shape = {
  name: "error in a stream of JSON",
  docs: "https://github.com/ndjson/ndjson-spec",
  find: () => undefined,
};

const IN_SUCCESS: InSuccess = {
  title: "The stream ended with an error",
  meaning: "The answer began as a success, and the stream itself then reported an error.",
  retry: "sometimes",
  reason: "Look at the code and the message; what came before the error may have been used already.",
};

/**
 * Looks for an error in an event stream, a stream of JSON lines, or a streamed JSON list: an event named `error`, or a
 * message that is an error object. Undefined for every other body.
 */
export function streamFailure(body: Body, json: unknown, around: Surroundings): StreamFailure | undefined {
  if (body.kind !== "text") return undefined;
  if (Array.isArray(json)) return inList(json, around);
  if (json !== undefined) return undefined;
  const text = body.text.slice(0, MOST_CHARACTERS);
  if (/^\s{0,20}(?:\uFEFF)?(?:(?:event|data|id|retry)\s?:|:)/.test(text)) return inEvents(text, around);
  return /^\s{0,20}\{/.test(text) && text.includes("\n") ? inLines(text, around) : undefined;
}

function inEvents(text: string, around: Surroundings): StreamFailure | undefined {
  let name = "";
  let data: string[] = [];
  let count = 0;
  for (const line of `${text}\n\n`.split(/\r\n|\r|\n/)) {
    if (line === "") {
      const failure = data.length === 0 && name === "" ? undefined : ofMessage(name, data.join("\n"), around);
      if (failure !== undefined) return failure;
      name = "";
      data = [];
      count += 1;
      if (count > MOST_MESSAGES) return undefined;
    } else if (line.startsWith("event:")) name = line.slice(6).trim();
    else if (line.startsWith("data:")) data.push(line.slice(line.startsWith("data: ") ? 6 : 5));
  }
  return undefined;
}

function ofMessage(name: string, data: string, around: Surroundings): StreamFailure | undefined {
  const isNamed = /^(?:error|exception|failed|response\.failed|thread\.run\.failed|fatal)$/i.test(name);
  const start = data.trimStart()[0];
  if (!isNamed && start !== "{" && start !== "[") return undefined;
  if (!isNamed && !/"(?:error|code|object)"|error/i.test(data)) return undefined;
  const parsed = parseJson(data);
  if (parsed === undefined) return isNamed ? plain(data) : undefined;
  if (!isErrorMessage(parsed) && !(isNamed && saysSo(parsed))) return undefined;
  return made(STREAM, unwrapped(parsed), around);
}

/** An event named error whose data has a sentence or a code. */
function saysSo(value: unknown): boolean {
  return bestMessage(value) !== null || bestCode(value, 200) !== undefined;
}

function plain(data: string): StreamFailure {
  const message = data.trim() === "" ? null : data.trim().slice(0, 1000);
  return { shape: STREAM, found: { at: {}, read: { message }, inSuccess: IN_SUCCESS }, json: null };
}

/** An error object, or a message that calls itself an error. */
function isErrorMessage(value: unknown): boolean {
  const fields = asRecord(value) ?? {};
  const error = memberOf(fields, "error");
  const isText = typeof error === "string" && error.trim() !== "";
  const isObject = asRecord(error) !== undefined && Object.keys(asRecord(error) ?? {}).length > 0;
  const type = textIn(fields, "type") ?? "";
  if (
    type === "error" ||
    type === "response.failed" ||
    textIn(fields, "object") === "error" ||
    textIn(fields, "event") === "error"
  )
    return true;
  // A chunk with choices and an error beside them is the last of a stream that broke off.
  return isObject || (isText && Object.keys(fields).length <= 4);
}

/** OpenAI's `response.failed` and the choices of OpenRouter have the error deeper. */
function unwrapped(value: unknown): unknown {
  const fields = asRecord(value) ?? {};
  const inner = objectIn(fields, "response") ?? objectIn(fields, "data");
  if (
    objectIn(fields, "error") === undefined &&
    inner !== undefined &&
    asRecord(memberOf(inner, "error")) !== undefined
  )
    return { error: memberOf(inner, "error") };
  const error = objectIn(fields, "error");
  return error !== undefined && Object.hasOwn(fields, "choices") ? { error } : value;
}

function made(shape: Shape, json: unknown, around: Surroundings): StreamFailure {
  const inside = findShape(json, around);
  return {
    shape: { ...shape, codes: inside?.shape.codes ?? {} },
    found: { ...(inside?.found ?? { at: {} }), name: shape.name, inSuccess: IN_SUCCESS },
    json,
  };
}

function inLines(text: string, around: Surroundings): StreamFailure | undefined {
  const lines = text.split(/\r?\n/, MOST_MESSAGES).filter((line) => line.trim() !== "");
  const parsed = lines.map((line) => (line.includes('"error"') ? parseJson(line) : undefined));
  // Of a log in lines every second one may hold an error: only the last line ends a stream.
  const last = parsed.at(-1);
  const isError = isErrorMessage(last) && parsed.filter(isErrorMessage).length === 1;
  return isError ? made(LINES, last, around) : undefined;
}

/** Google's streams are a JSON list whose last item may be the error. */
function inList(list: readonly unknown[], around: Surroundings): StreamFailure | undefined {
  const last = asRecord(list.at(-1));
  const error = last === undefined ? undefined : objectIn(last, "error");
  const isError =
    error !== undefined &&
    Object.keys(last ?? {}).length === 1 &&
    Number.isInteger(memberOf(error, "code")) &&
    textIn(error, "message") !== undefined;
  return isError && list.length <= MOST_MESSAGES ? made(LINES, last, around) : undefined;
}
