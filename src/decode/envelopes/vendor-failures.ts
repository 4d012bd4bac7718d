import { asArray, asRecord } from "../../exchange/json-fields.ts";
import { valueAt } from "../../web/json-pointer.ts";
import { hasOnly, listIn, memberOf, objectIn, textIn } from "./members.ts";
import type { Fields, Pointers } from "./shape.ts";
import { GOOD_CODES, GOOD_MESSAGE } from "./success-words.ts";

/** Whether the body says "failed"; the places of its members, where no other body has them there. */
type Rule = readonly [name: string, says: (fields: Fields, request: RequestKind) => boolean | Pointers];

/** What the request shows, where its body was recorded. */
export type RequestKind = { readonly isPost: boolean; readonly isMutation: () => boolean };

const names = (text: string): ReadonlySet<string> => new Set(text.split(" "));
const ERROR_NEIGHBOURS = names(
  "error servedby warnings batchcomplete requestid request_id docref code message status statusCode timestamp trace_id success type",
);

/** Failures under a success status as single vendors and conventions write them; each needs members no data has. */
export const VENDOR_FAILURES: readonly Rule[] = [
  [
    // https://etherscan.io: status "0" and a text instead of a list; "No transactions found" comes with a list.
    "status 0 with a text",
    (fields) =>
      (memberOf(fields, "status") === "0" || memberOf(fields, "status") === 0) &&
      ((textIn(fields, "result") !== undefined && textIn(fields, "message") !== undefined) ||
        (textIn(fields, "info") !== undefined && textIn(fields, "infocode") !== undefined)),
  ],
  [
    // Shopify, Saleor and GitLab mutations: the data is there, and says what was refused.
    "user errors of a mutation",
    (fields, request) => {
      const found = userErrors(fields, request);
      if (found === undefined) return false;
      const { pointer, list } = found;
      if (typeof list[0] === "string") return { message: `${pointer}/0`, details: pointer };
      const isList = Array.isArray(asRecord(list[0])?.["field"]);
      const field = isList ? lastOf(`${pointer}/0/field`, asRecord(list[0])?.["field"]) : `${pointer}/0/field`;
      return {
        message: `${pointer}/0/message`,
        code: `${pointer}/0/code`,
        field: [field, `${pointer}/0/path`],
        details: pointer,
      };
    },
  ],
  [
    // CoinMarketCap, OpenCage: a status object with a code and a sentence.
    "status object",
    (fields) => {
      const status = objectIn(fields, "status");
      if (status === undefined || isAnswered(fields)) return false;
      const code = memberOf(status, "error_code") ?? memberOf(status, "code");
      return isBadNumber(code) && (textIn(status, "error_message") ?? textIn(status, "message")) !== undefined;
    },
  ],
  [
    // Foursquare, Tumblr, Giphy: meta with the status.
    "meta object",
    (fields) => {
      const meta = objectIn(fields, "meta");
      const code = meta === undefined ? undefined : (memberOf(meta, "code") ?? memberOf(meta, "status"));
      return (
        isHttpError(code) && !isAnswered(fields) && { code: meta?.["code"] === code ? "/meta/code" : "/meta/status" }
      );
    },
  ],
  ["response error object", (fields) => says(valueAt(fields, "/Response/Error"), "Code", "Message")],
  [
    "response header",
    (fields) => {
      const header = asRecord(valueAt(fields, "/response/header")) ?? objectIn(fields, "header") ?? {};
      const code = memberOf(header, "resultCode") ?? memberOf(header, "returnReasonCode");
      const text = textIn(header, "resultMsg") ?? textIn(header, "resultMessage") ?? "";
      return typeof code === "string" && !GOOD_CODES.has(code.toLowerCase()) && text !== "" && !GOOD_MESSAGE.test(text);
    },
  ],
  [
    // Reddit: code, sentence and field.
    "errors as triples",
    (fields) =>
      Array.isArray(valueAt(fields, "/json/errors/0")) &&
      typeof valueAt(fields, "/json/errors/0/0") === "string" && {
        code: "/json/errors/0/0",
        message: "/json/errors/0/1",
        field: ["/json/errors/0/2"],
      },
  ],
  ["messages with a result code", (fields) => valueAt(fields, "/messages/resultCode") === "Error"],
  ["error response", (fields) => says(memberOf(fields, "error_response"), "code", "msg")],
  [
    "gateway response",
    (fields) => {
      const [name = "", ...others] = Object.keys(fields).filter((key) => key !== "sign" && key !== "alipay_cert_sn");
      const inner = others.length === 0 && /(?:_response|Response)$/.test(name) ? objectIn(fields, name) : undefined;
      const code = inner === undefined ? undefined : memberOf(inner, "code");
      const isFailed =
        inner !== undefined &&
        (typeof code === "string" || typeof code === "number") &&
        !GOOD_CODES.has(String(code)) &&
        (textIn(inner, "sub_code") ?? textIn(inner, "sub_msg")) !== undefined;
      return isFailed && { code: `/${name}/sub_code`, type: `/${name}/code`, message: `/${name}/sub_msg` };
    },
  ],
  [
    // Yahoo: one member with `result: null` and the error.
    "nested result and error",
    (fields) => {
      const [name = "", ...others] = Object.keys(fields);
      const inner = others.length === 0 ? objectIn(fields, name) : undefined;
      const error = inner === undefined ? undefined : objectIn(inner, "error");
      return (
        inner !== undefined &&
        error !== undefined &&
        memberOf(inner, "result") === null &&
        textIn(error, "description") !== undefined && {
          code: `/${name}/error/code`,
          message: `/${name}/error/description`,
        }
      );
    },
  ],
  [
    // MediaWiki: code and info. VK: error_code and error_msg. Deezer, Graph: code, type and message.
    "error object of a success",
    (fields) => {
      const error = objectIn(fields, "error");
      if (error === undefined) return false;
      if (isBadNumber(memberOf(error, "error_code")) && textIn(error, "error_msg") !== undefined) return true;
      if (textIn(error, "code") !== undefined && textIn(error, "info") !== undefined)
        return hasOnly(fields, ERROR_NEIGHBOURS);
      const code = memberOf(error, "code") ?? memberOf(error, "type") ?? memberOf(error, "status");
      const isCode =
        typeof code === "string" ? !GOOD_CODES.has(code.toLowerCase()) && /^\S+$/.test(code) : isBadNumber(code);
      return (
        isCode &&
        textIn(error, "message") !== undefined &&
        hasOnly(fields, names("error type request_id requestId timestamp trace_id traceId statusCode"))
      );
    },
  ],
  [
    // Last.fm: a number and a sentence. Others: a text alone under `error`, or beside what says no more.
    "error number",
    (fields) =>
      isBadNumber(memberOf(fields, "error")) &&
      textIn(fields, "message") !== undefined &&
      hasOnly(fields, names("error message links")) && { code: "/error" },
  ],
  ["response False", (fields) => memberOf(fields, "Response") === "False" && textIn(fields, "Error") !== undefined],
  [
    "sentence in place of data",
    (fields) => {
      const [name = "", ...others] = Object.keys(fields);
      if (others.length > 0 || typeof fields[name] !== "string") return false;
      const text = fields[name];
      if (name === "Error Message") return true;
      return (name === "Note" || name === "Information") && /\bAPI\b|rate limit|call frequency|premium/i.test(text);
    },
  ],
  [
    "exception and error code",
    (fields) =>
      textIn(fields, "exception") !== undefined &&
      textIn(fields, "errorcode") !== undefined &&
      textIn(fields, "message") !== undefined,
  ],
  [
    "map of errors with no results",
    (fields) => {
      const errors = objectIn(fields, "errors");
      const isEmpty =
        memberOf(fields, "results") === 0 ||
        (Array.isArray(memberOf(fields, "response")) && listIn(fields, "response") === undefined);
      const texts = Object.values(errors ?? {});
      return (
        isEmpty &&
        texts.length > 0 &&
        texts.every((text) => typeof text === "string") &&
        Object.hasOwn(fields, "response")
      );
    },
  ],
  [
    "exception of a function",
    (fields) =>
      textIn(fields, "errorMessage") !== undefined &&
      textIn(fields, "errorType") !== undefined &&
      hasOnly(fields, names("errorMessage errorType trace stackTrace requestId cause")),
  ],
  [
    // eBay's finding services, where each value is a list.
    "acknowledgement",
    (fields) => {
      const [name = ""] = Object.keys(fields);
      const inner = asRecord(asArray(fields[name])[0]);
      const isNested = inner !== undefined && ackOf(inner) !== "";
      if (!/^(?:failure|partialfailure)$/i.test(ackOf(isNested ? inner : fields))) return false;
      const from = `${isNested ? `/${name}/0` : ""}/errorMessage/0/error/0`;
      return { code: `${from}/errorId/0`, message: `${from}/message/0` };
    },
  ],
  [
    // MCP: the tool failed, and its content says how.
    "tool result",
    (fields) =>
      memberOf(fields, "jsonrpc") === "2.0" &&
      valueAt(fields, "/result/isError") === true && { message: "/result/content/0/text" },
  ],
  [
    // X: `errors` alone with problem types.
    "errors with problem types",
    (fields) => {
      const errors = listIn(fields, "errors") ?? [];
      return (
        hasOnly(fields, names("errors title detail type status")) &&
        errors.length > 0 &&
        errors.every((error) => /^https:\/\/\S{1,200}\/problems\//.test(textIn(asRecord(error) ?? {}, "type") ?? ""))
      );
    },
  ],
  [
    "status code and sentence",
    (fields) =>
      isHttpError(memberOf(fields, "statusCode")) &&
      textIn(fields, "message") !== undefined &&
      hasOnly(fields, names("statusCode message error path timestamp")),
  ],
];

/** The first non-empty list of user errors in a GraphQL payload, with where it is. */
function userErrors(
  fields: Fields,
  request: RequestKind,
): { readonly pointer: string; readonly list: readonly unknown[] } | undefined {
  const data = objectIn(fields, "data");
  for (const [operation, payload] of Object.entries(data ?? {}).slice(0, 50)) {
    const own = asRecord(payload);
    for (const [name, value] of Object.entries(own ?? {}).slice(0, 50)) {
      if (!/^(?:\w{0,30}userErrors|errors|\w{1,30}Errors)$/i.test(name) || !Array.isArray(value) || value.length === 0)
        continue;
      const isTexts = value.every((item) => typeof item === "string");
      const isErrors = value.every((item) => textIn(asRecord(item) ?? {}, "message") !== undefined);
      // A query may ask for the errors of something: a mutation's payload with nothing else was refused for certain.
      const isAlone = Object.entries(own ?? {}).every(
        ([other, rest]) => other === name || rest === null || other === "__typename",
      );
      const isRefused = request.isMutation() || (request.isPost && isAlone && /userErrors$/i.test(name));
      if ((isErrors || isTexts) && isRefused) return { pointer: `/data/${operation}/${name}`, list: value };
    }
  }
  return undefined;
}

/** Shopify gives the path of the input as a list; its last member is the field itself. */
function lastOf(pointer: string, path: unknown): string {
  return `${pointer}/${Array.isArray(path) ? Math.max(0, path.length - 1) : 0}`;
}

function ackOf(fields: Fields): string {
  const ack = memberOf(fields, "ack") ?? memberOf(fields, "Ack");
  const value: unknown = Array.isArray(ack) ? ack[0] : ack;
  return typeof value === "string" ? value : "";
}

function says(value: unknown, code: string, message: string): boolean {
  const fields = asRecord(value) ?? {};
  return memberOf(fields, code) !== undefined && textIn(fields, message) !== undefined;
}

function isBadNumber(value: unknown): boolean {
  return (
    (typeof value === "number" || (typeof value === "string" && /^-?\d+$/.test(value))) &&
    Number(value) !== 0 &&
    Number(value) !== 200
  );
}

function isHttpError(value: unknown): boolean {
  const number = typeof value === "number" || typeof value === "string" ? Number(value) : 0;
  return Number.isInteger(number) && number >= 400 && number <= 599;
}

function isAnswered(fields: Fields): boolean {
  return ["data", "results", "response", "result"].some((name) => {
    const value = memberOf(fields, name);
    return typeof value === "object" && value !== null && Object.keys(value).length > 0;
  });
}
