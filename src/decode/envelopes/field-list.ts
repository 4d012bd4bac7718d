import { asRecord } from "../../exchange/json-fields.ts";
import type { FieldError } from "../api-event.ts";
import { valueAt } from "../../web/json-pointer.ts";
import { FIELD_LISTS, FIELD_MAPS, FIELD_MEMBERS, FIELD_NAMES } from "./field-places.ts";
import { pathText } from "./members.ts";
import { nestedJson } from "./read-error.ts";
import type { Fields } from "./shape.ts";

/** What is wrong with single inputs: the first `MOST` of `total`. */
export type FieldErrors = { readonly list: readonly FieldError[]; readonly total: number };

const MOST = 200;
const NONE: FieldErrors = { list: [], total: 0 };
const MESSAGES = [
  "message",
  "msg",
  "description",
  "detail",
  "reason",
  "error",
  "title",
  "defaultMessage",
  "text",
] as const;
const CODES = ["code", "errorCode", "error_code", "issue", "rule", "keyword", "type", "reason"] as const;

/**
 * The inputs that an error body names, as the common validators write them: lists of objects with a path or a name
 * (JSON:API, Zod, Ajv, Joi, express-validator, FastAPI, problem details) and maps of names to texts (Rails, Laravel,
 * Django REST framework, ASP.NET, WordPress). Never throws; linear in what it looks at.
 */
export function fieldErrorsOf(json: unknown, status: number): FieldErrors {
  for (const pointer of FIELD_LISTS) {
    const found = fromList(valueAt(json, pointer));
    if (found.total > 0) return found;
  }
  const single = FIELD_MEMBERS.map((pointer) => valueAt(json, pointer)).find(isName);
  if (single !== undefined) return { list: [{ field: clean(single), message: null, code: null }], total: 1 };
  // Under other statuses an object of texts may be anything.
  const maps = status < 400 || [400, 409, 422].includes(status) ? FIELD_MAPS : [];
  for (const pointer of maps) {
    const found = fromMap(valueAt(json, pointer));
    if (found.total > 0) return found;
  }
  for (const pointer of [
    "/error/message",
    "/message",
    "/error/json/message",
    "/errors/0/message",
    "/0/error/message",
  ]) {
    const text = valueAt(json, pointer);
    const inner = typeof text === "string" ? nestedJson(text) : undefined;
    const found = inner === undefined ? NONE : Array.isArray(inner) ? fromList(inner) : fieldErrorsOf(inner, status);
    if (found.total > 0) return found;
  }
  return Array.isArray(json) ? fromList(json) : NONE;
}

function fromList(value: unknown): FieldErrors {
  if (!Array.isArray(value)) return NONE;
  const items = (value as unknown[]).slice(0, 1000).flatMap((item) => {
    const fields = asRecord(item);
    const field = fields === undefined ? undefined : fieldOf(fields);
    if (fields === undefined || field === undefined) return [];
    return [{ field, message: textOf(fields, MESSAGES), code: textOf(fields, CODES) }];
  });
  return { list: items.slice(0, MOST), total: items.length };
}

function fieldOf(fields: Fields): string | undefined {
  for (const name of FIELD_NAMES) {
    const [outer = "", inner] = name.split("/");
    const value = own(fields, outer);
    const member = inner === undefined ? value : own(asRecord(value) ?? {}, inner);
    // FastAPI's first key says where the input was; GraphQL's `location` and Google's `key` are no inputs alone.
    const path = Array.isArray(member)
      ? pathText(name === "loc" && member.length > 1 ? member.slice(1) : member)
      : member;
    if (!isName(path) || isPlace(name, path, fields)) continue;
    return clean(path);
  }
  const missing = own(asRecord(own(fields, "params")) ?? {}, "missingProperty");
  return isName(missing) ? clean(missing) : undefined;
}

/** Whether the value says where an input is ("body", "query") and not which, or names an error and not an input. */
function isPlace(name: string, value: string, fields: Fields): boolean {
  if (name === "location") return /^(?:body|query|params?|headers?|cookies?|path)$/i.test(value);
  if (name === "name")
    return (
      (own(fields, "reason") === undefined && own(fields, "message") === undefined) ||
      /(?:Error|Exception)$/.test(value)
    );
  if (name === "path") return /^(?:https?:|\/(?:api|v\d)\b)/i.test(value);
  if (name === "key") return own(fields, "message") === undefined;
  return false;
}

/** Names that a map of inputs never has: such an object is an error and no map. */
const NO_INPUTS: ReadonlySet<string> = new Set(
  "message code error errors type status statusCode detail details title reason id timestamp name description trace stack extensions locations reasons metadata formErrors _errors".split(
    " ",
  ),
);

function fromMap(value: unknown): FieldErrors {
  const map = asRecord(value);
  if (map === undefined) return NONE;
  const names = Object.keys(map);
  if (names.length === 0 || names.length > 500 || names.some((name) => NO_INPUTS.has(name) && name !== "_errors"))
    return NONE;
  const list = names.flatMap((name) => {
    const message = mapMessage(map[name]);
    return message === undefined || name === "" || name === "_errors"
      ? []
      : [{ field: clean(name), message, code: null }];
  });
  // Every member must say what is wrong with its input, or the object is something else.
  const isWhole = list.length > 0 && list.length >= names.filter((name) => name !== "_errors").length;
  return isWhole ? { list: list.slice(0, MOST), total: list.length } : NONE;
}

function mapMessage(value: unknown): string | undefined {
  if (typeof value === "string") return /\s/.test(value.trim()) || /_|^[a-z]{4,}$/.test(value) ? value : undefined;
  if (Array.isArray(value)) {
    const [first] = value as unknown[];
    return typeof first === "string"
      ? first
      : asRecord(first) !== undefined
        ? (textOf(asRecord(first) ?? {}, MESSAGES) ?? undefined)
        : undefined;
  }
  const fields = asRecord(value);
  if (fields === undefined) return undefined;
  const nested = own(fields, "_errors");
  if (Array.isArray(nested)) {
    const first: unknown = nested[0];
    return typeof first === "string" ? first : (textOf(asRecord(first) ?? {}, MESSAGES) ?? undefined);
  }
  return textOf(fields, MESSAGES) ?? undefined;
}

function own(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function textOf(fields: Fields, names: readonly string[]): string | null {
  for (const name of names) {
    const value = own(fields, name);
    if (typeof value === "string" && value.trim() !== "") return value.slice(0, 1000);
    if (typeof value === "number") return String(value);
  }
  return null;
}

function isName(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "" && value.length <= 300 && !/\s{2,}|[.!?]\s/.test(value);
}

/** ".body.email" and "body.email" as Ajv and AWS write them keep their path; a leading dot says nothing. */
function clean(name: string): string {
  return name
    .trim()
    .replace(/^[.$]+(?=\w)/, "")
    .slice(0, 200);
}
