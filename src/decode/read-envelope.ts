import type { Place } from "../catalogue/condition.ts";
import type { Envelope, Provider } from "../catalogue/provider.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { asRecord } from "../exchange/json-fields.ts";
import type { StatedWait } from "../timing/rate-limit.ts";
import { boundedName, boundedProse } from "./bounded.ts";
import { holds } from "./condition.ts";
import { scalarAt, valueAt } from "../web/json-pointer.ts";
import { valuesAt } from "./values-at.ts";
import { readPlace, readWait } from "./read-place.ts";

/** What an error envelope says, each member as received; what is longer than anybody reads is cut (`bounded.ts`). */
export type ReadEnvelope = {
  /** Name of the shape. */
  readonly name: string;
  readonly code: string | null;
  readonly message: string | null;
  readonly type: string | null;
  readonly field: string | null;
  /** Re-serialised JSON of the details. */
  readonly details: string | null;
  readonly requestId: { readonly value: string; readonly pointer: string } | null;
  readonly timestamp: string | null;
  readonly status: number | null;
  /** A finer code beside `code`. */
  readonly subcode?: string;
  /** What the document's own places say about waiting and limits. */
  readonly wait?: StatedWait;
  readonly limit?: number;
  readonly remaining?: number;
};

/** Headers of the response, or the whole exchange: without it, shapes that ask for more than the body never apply. */
export type Around = Pick<Exchange["response"], "headers"> | Exchange;

const NO_HEADERS: Around = { headers: [] };

function applies(envelope: Envelope, json: unknown, around: Around): boolean {
  const hasAll = envelope.requires.every((pointer) =>
    valuesAt(json, pointer).some(({ value }) => value !== undefined && value !== null),
  );
  if (!hasAll || envelope.when === undefined) return hasAll;
  return "request" in around && holds(envelope.when, { exchange: around, json, message: null, type: null });
}

/**
 * Finds the provider's envelope shape in a parsed body: of those whose required members all exist, the one that
 * requires most, then the first. Undefined where none applies.
 */
export function readEnvelope(provider: Provider, json: unknown, around: Around = NO_HEADERS): ReadEnvelope | undefined {
  const response = "request" in around ? around.response : around;
  const fitting = provider.envelopes.filter((envelope) => applies(envelope, json, around));
  const envelope = fitting.toSorted((a, b) => b.requires.length - a.requires.length)[0];
  if (envelope === undefined) return undefined;
  const requestId = nameAt(json, envelope.requestId);
  const details = envelope.details === undefined ? undefined : valueAt(json, envelope.details);
  const status = envelope.status === undefined ? undefined : valueAt(json, envelope.status);
  const nameIn = (place: Place | undefined): string | null => {
    const found = readPlace(place, json, response);
    return found === undefined ? null : boundedName(found.text);
  };
  const countIn = (place: Place | undefined): number | undefined => {
    const digits = /^\d{1,12}/.exec(readPlace(place, json, response)?.text.trim() ?? "");
    return digits === null ? undefined : Number(digits[0]);
  };
  const message = readPlace(envelope.message, json, response)?.text ?? messageList(json, envelope.message);
  const subcode = nameIn(envelope.subcode);
  const wait = readWait(envelope.wait, json, response);
  const limit = countIn(envelope.limit);
  const remaining = countIn(envelope.remaining);
  return {
    name: envelope.name,
    code: nameIn(envelope.code),
    message: message === null ? null : boundedProse(message),
    type: nameIn(envelope.type),
    field: nameIn(envelope.field) ?? firstName(json, envelope.fieldMap),
    details: details === undefined || details === null ? null : asJson(details),
    requestId:
      requestId === null || envelope.requestId === undefined ? null : { value: requestId, pointer: envelope.requestId },
    timestamp: nameAt(json, envelope.timestamp),
    status: typeof status === "number" && Number.isInteger(status) ? status : null,
    ...(subcode === null ? {} : { subcode }),
    ...(wait === undefined ? {} : { wait }),
    ...(limit === undefined ? {} : { limit }),
    ...(remaining === undefined ? {} : { remaining }),
  };
}

function nameAt(json: unknown, pointer: string | undefined): string | null {
  const name = scalarAt(json, pointer);
  return name === null ? null : boundedName(name);
}

/** The first member's name of the object at a pointer; null where there is none. */
function firstName(json: unknown, pointer: string | undefined): string | null {
  const map = pointer === undefined ? undefined : asRecord(valueAt(json, pointer));
  const name = map === undefined ? undefined : Object.keys(map).find((candidate) => candidate !== "");
  return name === undefined ? null : boundedName(name);
}

/** FastAPI's validation errors put a list of `{loc, msg, type}` where other errors put the message. */
function messageList(json: unknown, place: Place | undefined): string | null {
  const value = typeof place === "string" ? valueAt(json, place) : undefined;
  if (!Array.isArray(value)) return null;
  const messages = value.slice(0, 5).flatMap((item) => {
    const message = scalarAt(item, "/msg") ?? scalarAt(item, "/message");
    return message === null ? [] : [message];
  });
  return messages.length === 0 ? null : messages.join("; ");
}

/** JSON text, or null where the value is nested so deeply that writing it would exhaust the stack. */
function asJson(value: unknown): string | null {
  try {
    return JSON.stringify(value);
  } catch {
    return null;
  }
}
