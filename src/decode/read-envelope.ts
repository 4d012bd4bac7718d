import type { Envelope, Provider } from "../catalogue/provider.ts";
import { asRecord } from "../exchange/json-fields.ts";
import { boundedName, boundedProse } from "./bounded.ts";
import { scalarAt, valueAt } from "../web/json-pointer.ts";

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
};

function applies(envelope: Envelope, json: unknown): boolean {
  return envelope.requires.every((pointer) => {
    const value = valueAt(json, pointer);
    return value !== undefined && value !== null;
  });
}

/**
 * Finds the provider's envelope shape in a parsed body: of those whose required members all exist, the one that
 * requires most, then the first. Undefined where none applies.
 */
export function readEnvelope(provider: Provider, json: unknown): ReadEnvelope | undefined {
  const fitting = provider.envelopes.filter((envelope) => applies(envelope, json));
  const envelope = fitting.toSorted((a, b) => b.requires.length - a.requires.length)[0];
  if (envelope === undefined) return undefined;
  const requestId = nameAt(json, envelope.requestId);
  const details = envelope.details === undefined ? undefined : valueAt(json, envelope.details);
  const status = envelope.status === undefined ? undefined : valueAt(json, envelope.status);
  return {
    name: envelope.name,
    code: nameAt(json, envelope.code),
    message: proseAt(json, envelope.message),
    type: nameAt(json, envelope.type),
    field:
      (envelope.field ?? []).map((pointer) => nameAt(json, pointer)).find((value) => value !== null) ??
      firstName(json, envelope.fieldMap),
    details: details === undefined || details === null ? null : asJson(details),
    requestId:
      requestId === null || envelope.requestId === undefined ? null : { value: requestId, pointer: envelope.requestId },
    timestamp: nameAt(json, envelope.timestamp),
    status: typeof status === "number" && Number.isInteger(status) ? status : null,
  };
}

function nameAt(json: unknown, pointer: string | undefined): string | null {
  const name = scalarAt(json, pointer);
  return name === null ? null : boundedName(name);
}

function proseAt(json: unknown, pointer: string | undefined): string | null {
  const text = scalarAt(json, pointer) ?? messageList(json, pointer);
  return text === null ? null : boundedProse(text);
}

/** The first member's name of the object at a pointer; null where there is none. */
function firstName(json: unknown, pointer: string | undefined): string | null {
  const map = pointer === undefined ? undefined : asRecord(valueAt(json, pointer));
  const name = map === undefined ? undefined : Object.keys(map).find((candidate) => candidate !== "");
  return name === undefined ? null : boundedName(name);
}

/** FastAPI's validation errors put a list of `{loc, msg, type}` where other errors put the message. */
function messageList(json: unknown, pointer: string | undefined): string | null {
  const value = pointer === undefined ? undefined : valueAt(json, pointer);
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
