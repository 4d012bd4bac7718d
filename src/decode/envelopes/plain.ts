import { asRecord } from "../../exchange/json-fields.ts";
import { valueAt } from "../../web/json-pointer.ts";
import { at, firstScalar, hasOnly, listIn, memberOf, objectIn, textIn } from "./members.ts";
import type { Fields, InSuccess, Shape } from "./shape.ts";

const STATUS_DOCS = "https://www.rfc-editor.org/rfc/rfc9110#section-15";

const FAILED: InSuccess = {
  title: "The body says that the call failed",
  meaning: "HTTP reports a success, while the body says that the call failed.",
  retry: "sometimes",
  reason: "The body names no status: look at its code and message before repeating the call.",
};

/** What stands beside a failure flag; anything else makes the body a resource that happens to have such a member. */
const FLAG_MEMBERS: ReadonlySet<string> = new Set(
  [
    "success ok error errors error_code errorCode error_message errorMessage code message messages msg",
    "description detail details status statusCode status_code data result meta metadata timestamp path",
    "request_id requestId trace_id traceId parameters response_metadata needed provided warning reason",
    "result_info error-codes version type",
  ].flatMap((names) => names.split(" ")),
);

/** `success: false` or `ok: false`, as Cloudflare, Slack, Telegram and many others answer, mostly under 200. */
export const FAILURE_FLAG: Shape = {
  name: "success: false",
  docs: STATUS_DOCS,
  find: ({ json, fields }) => {
    if (memberOf(fields, "success") !== false && memberOf(fields, "ok") !== false) return undefined;
    const holdsData = [memberOf(fields, "data"), memberOf(fields, "result")].some(isFilled);
    const says = ["error", "errors", "error_code", "errorCode", "error-codes", "message", "msg", "description"].some(
      (name) => memberOf(fields, name) !== true && isFilled(memberOf(fields, name)),
    );
    if (!says) return undefined;
    const code = firstScalar(json, [
      "/error/code",
      "/errors/0/code",
      "/error_code",
      "/errorCode",
      "/error-codes/0",
      "/code",
    ]);
    const word = textIn(fields, "error");
    const isWord = word !== undefined && isCodeWord(word);
    return {
      at: {
        ...at("code", code ?? (isWord ? "/error" : undefined)),
        ...at("message", firstScalar(json, [...MESSAGES, ...(isWord ? [] : ["/error"])])),
        ...at("type", firstScalar(json, ["/error/type"])),
        field: ["/error/field", "/errors/0/field"],
        details: listIn(fields, "errors") === undefined ? "/error/details" : "/errors",
        ...at("requestId", firstScalar(json, REQUEST_IDS)),
      },
      ...(!holdsData && hasOnly(fields, FLAG_MEMBERS) && !isUnderWay(fields) ? { inSuccess: FAILED } : {}),
    };
  },
};

const MESSAGES = [
  "/error/message",
  "/errors/0/message",
  "/error_message",
  "/errorMessage",
  "/message",
  "/description",
  "/msg",
  "/error/info",
  "/error/issues/0/message",
];
const REQUEST_IDS = [
  "/request_id",
  "/requestId",
  "/trace_id",
  "/traceId",
  "/error/request_id",
  "/error/requestId",
  "/meta/requestId",
];

const ALONE = new Set(["error", "request_id", "requestId", "trace_id", "traceId", "timestamp", "status", "statusCode"]);

/** Something that is polled says "not yet" the same way: a status beside the message then names a state, no failure. */
function isUnderWay(fields: Fields): boolean {
  const status = textIn(fields, "status");
  const names = ["error", "errors", "error_code", "errorCode", "error-codes"].some((name) => isFilled(fields[name]));
  return !names && status !== undefined && !/^(?:error|fail|failed|failure|ko|nok|[45]\d\d)$/i.test(status);
}

/** An object under `error`, with a code, a message or both. */
export const ERROR_OBJECT: Shape = {
  name: "error object",
  docs: STATUS_DOCS,
  find: ({ json, fields }) => {
    const error = objectIn(fields, "error");
    const code = firstScalar(json, [
      "/error/code",
      "/error/error_code",
      "/error/errorCode",
      "/error/id",
      "/error/name",
    ]);
    const message = firstScalar(json, [
      "/error/message",
      "/error/detail",
      "/error/description",
      "/error/msg",
      "/error/reason",
    ]);
    if (error === undefined || (code === undefined && message === undefined)) return undefined;
    // A text beside the error is the state of something, such as a job that failed.
    const isState = textIn(fields, "status") !== undefined;
    const isSure =
      !isState &&
      hasOnly(fields, ALONE) &&
      textIn(error, "message") !== undefined &&
      isErrorCode(memberOf(error, "code"));
    return {
      at: {
        ...at("code", code),
        ...at("message", message),
        field: ["/error/param", "/error/field", "/error/details/field"],
        details: Object.hasOwn(error, "details") ? "/error/details" : "/error/errors",
        ...at("requestId", firstScalar(json, REQUEST_IDS)),
        ...at("timestamp", firstScalar(json, ["/timestamp", "/error/timestamp"])),
        ...at("status", firstScalar(json, ["/error/status", "/error/statusCode", "/status", "/statusCode"])),
      },
      ...(isSure ? { inSuccess: FAILED } : {}),
    };
  },
};

/** A code is no phrase: "Error code" under `code` is a label of some page's texts. */
function isErrorCode(code: unknown): boolean {
  return (typeof code === "string" && code !== "0" && /^\S+$/.test(code)) || (typeof code === "number" && code !== 0);
}

/** A list under `errors`, of texts or of objects. */
export const ERROR_LIST: Shape = {
  name: "errors list",
  docs: STATUS_DOCS,
  find: ({ json, fields }) => {
    const errors = listIn(fields, "errors");
    if (errors === undefined) return undefined;
    const isText = typeof errors[0] === "string";
    if (!isText && asRecord(errors[0]) === undefined) return undefined;
    return {
      at: {
        ...at("code", firstScalar(json, ["/errors/0/code", "/errors/0/errorType", "/errors/0/type", "/code"])),
        ...at(
          "message",
          isText
            ? "/errors/0"
            : firstScalar(json, [
                "/errors/0/message",
                "/errors/0/detail",
                "/errors/0/title",
                "/errors/0/msg",
                "/message",
              ]),
        ),
        field: ["/errors/0/field", "/errors/0/param", "/errors/0/path", "/errors/0/property"],
        ...(errors.length > 1 ? { details: "/errors" } : {}),
        ...at("requestId", firstScalar(json, REQUEST_IDS)),
      },
    };
  },
};

/** A text under `error`; a word counts as the code. */
export const ERROR_TEXT: Shape = {
  name: "error text",
  docs: STATUS_DOCS,
  find: ({ json, fields }) => {
    const text = textIn(fields, "error");
    if (text === undefined) return undefined;
    const message = firstScalar(json, ["/message", "/message/0", "/detail", "/details", "/description", "/reason"]);
    return {
      at: {
        ...at(
          "code",
          firstScalar(json, ["/code", "/errorCode", "/error_code"]) ?? (isCodeWord(text) ? "/error" : undefined),
        ),
        message: message ?? "/error",
        ...at("requestId", firstScalar(json, REQUEST_IDS)),
        ...at("timestamp", firstScalar(json, ["/timestamp"])),
        ...at("status", firstScalar(json, ["/status", "/statusCode"])),
      },
    };
  },
};

/** A message at the top, with or without a code: the least that can be called an envelope. */
export const MESSAGE: Shape = {
  name: "message",
  docs: STATUS_DOCS,
  find: ({ json, fields }) => {
    const message = firstText(json, [
      "message",
      "Message",
      "msg",
      "error_message",
      "errorMessage",
      "errorSummary",
      "errorMessages/0",
      "detail",
      "title",
      "reason",
      "description",
      "fault",
    ]);
    if (message === undefined) return undefined;
    return {
      at: {
        message,
        ...at("code", firstScalar(json, ["/code", "/errorCode", "/error_code", "/Code", "/errcode", "/error"])),
        ...at("type", firstScalar(json, ["/type", "/name"])),
        field: ["/field", "/fields/0", "/param"],
        details: Object.hasOwn(fields, "errors") ? "/errors" : "/details",
        ...at("requestId", firstScalar(json, REQUEST_IDS)),
        ...at("timestamp", firstScalar(json, ["/timestamp"])),
        ...at("status", firstScalar(json, ["/status", "/statusCode"])),
      },
    };
  },
};

function firstText(json: unknown, names: readonly string[]): string | undefined {
  return names
    .map((name) => `/${name}`)
    .find((pointer) => {
      const value = valueAt(json, pointer);
      return typeof value === "string" && value.trim() !== "";
    });
}

/** "channel_not_found", "E1001": one word that is no word of prose. */
function isCodeWord(text: string): boolean {
  return /^[\w.:-]{1,80}$/.test(text) && /[_\d:.-]|^[A-Z]{3,}$/.test(text);
}

/** Says something: neither absent nor empty. */
function isFilled(value: unknown): boolean {
  if (value === undefined || value === null || value === "" || value === false) return false;
  return typeof value === "object" ? Object.keys(value).length > 0 : true;
}
