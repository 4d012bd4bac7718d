import type { Exchange } from "../../exchange/exchange.ts";
import { asRecord } from "../../exchange/json-fields.ts";
import { requestJson } from "../request-facts.ts";
import { queryOf } from "../../web/url.ts";

export type Lookup =
  | { readonly found: true; readonly value: unknown; readonly place: "body" | "query" }
  /** `complete`: everything that could hold the field was readable, so it really is absent. */
  | { readonly found: false; readonly complete: boolean };

/** "options.chain", "items[0].id" and "/options/chain" to their steps. */
function steps(field: string): readonly string[] {
  return field.split(/[.[\]/]/, 20).filter((step) => step !== "" && step !== "body" && step !== "query");
}

function dig(value: unknown, path: readonly string[]): unknown {
  let current = value;
  for (const step of path) {
    if (Array.isArray(current) && /^\d{1,6}$/.test(step)) current = current[Number(step)];
    else {
      const record = asRecord(current);
      if (record === undefined || !Object.hasOwn(record, step)) return undefined;
      current = record[step];
    }
  }
  return current;
}

/** A field that is a path parameter in REST APIs cannot be found missing by looking at body and query. */
function mayBePathParameter(field: string): boolean {
  return /(^|_)(id|entity|address)$/i.test(field);
}

/** Looks a field an error names up in the request's JSON body, form parameters and query. */
export function lookUp(exchange: Exchange, field: string): Lookup {
  const path = steps(field);
  const parameter = queryOf(exchange.request.url).find((item) => item.name === field);
  if (parameter !== undefined) return { found: true, value: parameter.value, place: "query" };
  const form = exchange.request.params.find((item) => item.name === field);
  if (form !== undefined) return { found: true, value: form.value ?? form.fileName ?? "", place: "body" };
  const { body } = exchange.request;
  if (body.kind === "empty")
    return { found: false, complete: exchange.request.method !== "GET" || !mayBePathParameter(field) };
  const json = requestJson(exchange);
  if (json === undefined || path.length === 0) return { found: false, complete: false };
  const value = dig(json, path);
  return value === undefined ? { found: false, complete: true } : { found: true, value, place: "body" };
}
