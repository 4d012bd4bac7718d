import { asRecord } from "../../exchange/json-fields.ts";
import type { EventItem } from "../api-event.ts";
import { parseJson } from "../../web/json.ts";
import { statusSemantics } from "../status-semantics.ts";
import { readBulk } from "./bulk-results.ts";
import { readFound } from "./read-found.ts";
import { findShape, type FoundShape, type Surroundings } from "./find-shape.ts";
import { GRAPHQL } from "./graphql.ts";
import { hasOnly, listIn, memberOf, pathText, textIn } from "./members.ts";
import type { Fields } from "./shape.ts";

/** The answers to several calls that came in one body. */
export type Items = {
  readonly name: string;
  /** The first thousand. */
  readonly items: readonly EventItem[];
  /** How many the body holds. */
  readonly total: number;
  /** Shape of the first failed item, with the body it was found in. */
  readonly first: (FoundShape & { readonly json: unknown }) | undefined;
};

const MAX_ITEMS = 1000;
/** Shapes that come in lists, and what such a list is called. */
const BATCHES: ReadonlyMap<string, string> = new Map([
  ["JSON-RPC error", "JSON-RPC batch"],
  ["GraphQL errors", "GraphQL batch"],
  ["tRPC error", "tRPC batch"],
]);

/** JSON-RPC, GraphQL and tRPC batches are lists of answers; undefined where no item is a failed one. */
export function readBatch(json: unknown, around: Surroundings): Items | undefined {
  if (!Array.isArray(json) || json.length === 0) return undefined;
  const list = (json as unknown[]).slice(0, MAX_ITEMS);
  const shapes = list.map((item) => (asRecord(item) === undefined ? undefined : findShape(item, around)));
  const first = shapes.findIndex((found) => found !== undefined && BATCHES.has(found.shape.name));
  const found = shapes[first];
  if (found === undefined) return undefined;
  const items = list.map((item, index): EventItem => {
    const own = shapes[index];
    return own === undefined || own.shape !== found.shape
      ? goodItem(labelOf(item, index), null)
      : failedItem(labelOf(item, index), null, item, own);
  });
  const name = BATCHES.get(found.shape.name) ?? found.shape.name;
  return { name, items, total: json.length, first: { ...found, json: list[first] } };
}

/** The errors of one GraphQL answer that has several; undefined for every other body. */
export function readErrorList(json: unknown, found: FoundShape | undefined): readonly EventItem[] | undefined {
  const errors = found?.shape === GRAPHQL ? listIn(asRecord(json) ?? {}, "errors") : undefined;
  if (found === undefined || errors === undefined || errors.length < 2) return undefined;
  const lone: FoundShape["found"] = { at: { code: "/extensions/code", message: "/message" } };
  return errors.slice(0, MAX_ITEMS).map((error, index) =>
    failedItem(pathText(asRecord(error)?.["path"]) ?? String(index + 1), null, error, {
      shape: GRAPHQL,
      found: lone,
    }),
  );
}

const LISTS = ["responses", "results", "items", "multiStatus", "multi_status", "multistatus", "value", "data"] as const;

/**
 * The items of a 207 (RFC 4918 section 13, and its uses in JSON), or of a batch of Microsoft Graph's kind under 200:
 * objects with an HTTP status of their own. Undefined where the body has no such list.
 */
export function readMultiStatus(json: unknown, around: Surroundings): Items | undefined {
  const list = around.status === 207 ? listOf(json) : graphBatch(json);
  if (list === undefined) return undefined;
  let first: Items["first"];
  const items = list.slice(0, MAX_ITEMS).map((item, index): EventItem => {
    const fields = asRecord(item) ?? {};
    const status = statusOf(fields);
    const label = labelOf(item, index);
    if (status === null || status < 400) return goodItem(label, status);
    const body = innerBody(fields);
    const found = findShape(body, { ...around, status });
    if (found !== undefined) first ??= { ...found, json: body };
    return failedItem(label, status, body, found);
  });
  const name = around.status === 207 ? "207 Multi-Status" : "batch of responses";
  return { name, items, total: list.length, first };
}

/** Bulk results of search engines and AWS, whose failed parts stand under 200; undefined for every other body. */
export function readBulkItems(json: unknown): Items | undefined {
  const bulk = readBulk(json);
  if (bulk === undefined) return undefined;
  const items = bulk.parts.slice(0, MAX_ITEMS).map(({ label, status, json: part, found }, index): EventItem => {
    const name = label?.slice(0, 100) ?? String(index + 1);
    return found === undefined ? goodItem(name, status) : failedItem(name, status, part, found);
  });
  const first = bulk.parts.find(({ found }) => found !== undefined);
  return {
    name: bulk.name,
    items,
    total: bulk.parts.length,
    first: first?.found === undefined ? undefined : { ...first.found, json: first.json },
  };
}

/** Statuses of a WebDAV 207 that stand for a whole resource; those of single properties (propstat) are ordinary. */
export function readWebDav(text: string): Items | undefined {
  const parts = text.split(/<(?:[\w-]{1,30}:)?response[\s>]/i, MAX_ITEMS + 1).slice(1);
  if (parts.length === 0) return undefined;
  const items = parts.map((part, index): EventItem => {
    const href = /<(?:[\w-]{1,30}:)?href>([^<]{1,500})/i.exec(part)?.[1]?.trim();
    const own = part.split(/<(?:[\w-]{1,30}:)?propstat/i, 1)[0] ?? "";
    const status = /<(?:[\w-]{1,30}:)?status>\s{0,20}HTTP\/[\d.]{1,4} (\d{3})/i.exec(own)?.[1];
    const number = status === undefined ? null : Number(status);
    const label = href ?? String(index + 1);
    return number !== null && number >= 400 ? failedItem(label, number, null, undefined) : goodItem(label, number);
  });
  return { name: "207 Multi-Status", items, total: items.length, first: undefined };
}

function listOf(json: unknown): readonly unknown[] | undefined {
  const fields = asRecord(json) ?? {};
  const lists = [json, ...LISTS.map((name) => memberOf(fields, name))];
  return lists.find(
    (list): list is readonly unknown[] =>
      Array.isArray(list) && list.some((item) => statusOf(asRecord(item) ?? {}) !== null),
  );
}

const GRAPH_MEMBERS = new Set(["responses", "@odata.context", "@odata.nextLink"]);

function graphBatch(json: unknown): readonly unknown[] | undefined {
  const fields = asRecord(json) ?? {};
  const list = memberOf(fields, "responses");
  if (!Array.isArray(list) || list.length === 0 || !hasOnly(fields, GRAPH_MEMBERS)) return undefined;
  const isAnswer = (item: unknown): boolean => {
    const own = asRecord(item) ?? {};
    return Object.hasOwn(own, "id") && Number.isInteger(own["status"]) && Object.hasOwn(own, "body");
  };
  return list.every(isAnswer) ? (list as unknown[]) : undefined;
}

function statusOf(fields: Fields): number | null {
  for (const name of ["status", "statusCode", "status_code", "httpStatus", "code"]) {
    const value = memberOf(fields, name);
    const number = typeof value === "string" && /^\d{3}$/.test(value) ? Number(value) : value;
    if (typeof number === "number" && Number.isInteger(number) && number >= 100 && number <= 599) return number;
  }
  return null;
}

function innerBody(fields: Fields): unknown {
  const body = memberOf(fields, "body");
  if (typeof body !== "string") return asRecord(body) ?? fields;
  const parsed = parseJson(body);
  return parsed === undefined ? fields : parsed;
}

/** What the item calls itself, else its place, counted from 1. */
function labelOf(item: unknown, index: number): string {
  const fields = asRecord(item) ?? {};
  for (const name of ["id", "href", "key", "index", "path"]) {
    const value = memberOf(fields, name);
    if (typeof value === "number") return String(value);
    if (textIn(fields, name) !== undefined && typeof value === "string") return value.slice(0, 100);
  }
  return String(index + 1);
}

function goodItem(label: string, status: number | null): EventItem {
  return { label, status, failed: false, code: null, message: null, retry: null };
}

function failedItem(label: string, status: number | null, json: unknown, found: FoundShape | undefined): EventItem {
  const read = found === undefined ? undefined : readFound(json, found);
  const code = read?.code ?? null;
  const codes = found?.shape.codes ?? {};
  const known = code !== null && Object.hasOwn(codes, code) ? codes[code] : undefined;
  const retry = known?.retry?.advise ?? (status === null ? null : statusSemantics(status).retry);
  return { label, status, failed: true, code, message: read?.message ?? null, retry };
}
