import { asArray, asRecord } from "../../exchange/json-fields.ts";
import type { FoundShape } from "./find-shape.ts";
import { isNamedCode } from "./code-words.ts";
import { memberOf, textIn } from "./members.ts";
import { bestMessage } from "./read-error.ts";
import type { Fields, InSuccess, Pointers, Shape } from "./shape.ts";
import {
  BAD_MESSAGE,
  BAD_STATUS,
  CODE_MEMBERS,
  DATA_MEMBERS,
  ENVELOPE_MEMBERS,
  ERROR_CODE_MEMBERS,
  GOOD_CODES,
  GOOD_MESSAGE,
  NAMED_STATUS,
} from "./success-words.ts";
import { type RequestKind, VENDOR_FAILURES } from "./vendor-failures.ts";

const FAILED: InSuccess = {
  title: "The body says that the call failed",
  meaning: "HTTP reports a success, while the body says that the call failed.",
  retry: "sometimes",
  reason: "The body names no status: look at its code and message before repeating the call.",
};

const DOCS = "https://www.rfc-editor.org/rfc/rfc9110#section-15";

/** The ways in which a body says "failed" under a success status; the name is the form's in docs/envelopes.md. */
const RULES: readonly (readonly [name: string, says: (fields: Fields, request: RequestKind) => boolean | Pointers])[] =
  [
    ...VENDOR_FAILURES,
    ["failure flag", hasFailureFlag],
    ["failure status", hasFailureStatus],
    ["failure code", hasFailureCode],
    ["list of error texts", hasErrorTexts],
  ];

/**
 * A failure under a success status in none of the forms that say so by themselves; undefined for everything that may be
 * data. What it says is filled in later, by the places that vendors use.
 */
export function failureInSuccess(json: unknown, request: RequestKind): FoundShape | undefined {
  const fields = asRecord(json);
  if (fields === undefined || Object.keys(fields).length > 40) return undefined;
  for (const [name, says] of RULES) {
    const at = says(fields, request);
    if (at === false) continue;
    const shape: Shape = { name, docs: DOCS, find: () => undefined };
    return { shape, found: { at: at === true ? {} : at, inSuccess: FAILED } };
  }
  return undefined;
}

/** Says something: neither absent nor empty. */
export function isFilled(value: unknown): boolean {
  if (value === undefined || value === null || value === "" || value === false || value === 0) return false;
  return typeof value === "object" ? Object.keys(value).length > 0 : true;
}

export function flatName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_ ]/g, "");
}

/** Nothing but the members of an envelope, and none of those that hold an answer is filled. */
function isBareEnvelope(fields: Fields): boolean {
  return (
    Object.entries(fields).every(([name, value]) => ENVELOPE_MEMBERS.has(flatName(name)) || !isFilled(value)) &&
    DATA_MEMBERS.every((name) => typeof memberOf(fields, name) !== "object" || !isFilled(memberOf(fields, name)))
  );
}

/** `success: 0`, `"success": "false"`, `isError: true`, `error: true`: with a reason, and with no answer beside it. */
function hasFailureFlag(fields: Fields): boolean {
  const isFailed = Object.entries(fields).some(([name, value]) => {
    const flat = flatName(name);
    if (/^(?:success|ok|issuccess|succeeded|successful)$/.test(flat))
      return (
        value === false || value === 0 || (typeof value === "string" && /^(?:false|0|no|fail|failed)$/i.test(value))
      );
    return /^(?:iserror|haserror|error|failed)$/.test(flat) && (value === true || value === 1 || value === "true");
  });
  if (!isFailed) return false;
  const message = bestMessage(fields);
  // WordPress puts the reason into data (wp_send_json_error).
  const data = memberOf(fields, "data");
  const inData = asRecord(data) ?? asRecord(asArray(data)[0]);
  const isReason = inData !== undefined && textIn(inData, "message") !== undefined && Object.keys(inData).length <= 4;
  const rest = isReason ? { ...fields, data: null } : fields;
  const isUnderWay = /^(?:pending|processing|queued|running|in[_ -]?progress|waiting|new)$/i.test(
    textIn(fields, "status") ?? "",
  );
  return (message !== null || isReason) && isBareEnvelope(rest) && !isUnderWay && sayErrors(fields, message);
}

/** A flag beside a plain message may be data ("ok: false, message: disk is full"): errors are named as such. */
function sayErrors(fields: Fields, message: string | null): boolean {
  const named = Object.entries(fields).some(
    ([name, value]) =>
      /^(?:err|error|errors|errorcode|errorcodes|errormessage|errmsg|errcode|code|reason|msg|message|data|messages|errordescription)$/.test(
        flatName(name),
      ) && isFilled(value),
  );
  return named || (message !== null && BAD_MESSAGE.test(message));
}

/** `status: "error"` and its like with a sentence, a named status, or JSend's fail with what was wrong. */
function hasFailureStatus(fields: Fields): boolean {
  for (const name of ["status", "stat", "result", "Status", "ack", "Ack", "state_", "outcome", "statusText"]) {
    const status = textIn(fields, name);
    if (status === undefined) continue;
    const message = bestMessage(withoutMember(fields, name));
    if (NAMED_STATUS.test(status) && message !== null) return true;
    // A job that failed says so with an error beside it.
    const isJob = /^fail/i.test(status) && asRecord(memberOf(fields, "error")) !== undefined;
    if (!BAD_STATUS.test(status) || isJob) continue;
    const data = asRecord(memberOf(fields, "data"));
    const isFailOfFields =
      /^fail$/i.test(status) && data !== undefined && Object.values(data).every((value) => typeof value === "string");
    const rest =
      isFailOfFields || (data !== undefined && textIn(data, "message") !== undefined)
        ? { ...fields, data: null }
        : fields;
    if ((message !== null || isFailOfFields || textIn(fields, "error-type") !== undefined) && isBareEnvelope(rest))
      return true;
  }
  return false;
}

/** A code that is no code of success, with a sentence that says no such thing, and no answer. */
function hasFailureCode(fields: Fields): boolean {
  const message = bestMessage(fields);
  if (message === null || GOOD_MESSAGE.test(message) || !isBareEnvelope(fields)) return false;
  return Object.entries(fields).some(([name, value]) => {
    const flat = flatName(name);
    if (!CODE_MEMBERS.has(flat) || (typeof value !== "number" && typeof value !== "string")) return false;
    const code = String(value).trim();
    if (code === "" || GOOD_CODES.has(code.toLowerCase())) return false;
    // "OK" and its like are no code and no status of a failure; a sentence is none, either.
    if (/\s/.test(code) || /^2\d\d$/.test(code)) return false;
    if (ERROR_CODE_MEMBERS.has(flat)) return true;
    // Tickets and articles have a status beside a type or a title, and so do states of devices beside a code.
    const isResource = ["type", "title", "code", "detail"].some((other) => textIn(fields, other) !== undefined);
    if (flat === "status" && (isResource || !/^[45]\d\d$/.test(code))) return false;
    const number = Number(code);
    if (Number.isInteger(number))
      return number < 0 || number >= 400
        ? BAD_MESSAGE.test(message) || hasEmptyAnswer(fields) || (number >= 400 && number < 600)
        : BAD_MESSAGE.test(message) && hasEmptyAnswer(fields);
    return (
      isNamedCode(code) &&
      BAD_MESSAGE.test(`${code.replaceAll(/[_.-]/g, " ")} ${message}`) &&
      (hasEmptyAnswer(fields) ||
        /error|invalid|denied|fail|expired|limit|unauth|forbidden|not_?found|missing/i.test(code))
    );
  });
}

/** `data: null` and its like: the answer was to be there and is not. */
function hasEmptyAnswer(fields: Fields): boolean {
  return DATA_MEMBERS.some((name) => Object.hasOwn(fields, name) && !isFilled(fields[name]));
}

/** Kraken's `{"error":["EAPI:Rate limit exceeded"]}`; a success has an empty list and a result. */
function hasErrorTexts(fields: Fields): boolean {
  const list = memberOf(fields, "error");
  const isTexts =
    Array.isArray(list) && list.length > 0 && list.every((item) => typeof item === "string" && item.trim() !== "");
  return isTexts && isBareEnvelope(fields);
}

function withoutMember(fields: Fields, name: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([other]) => other !== name));
}
