import { asRecord } from "../../exchange/json-fields.ts";
import { AWS } from "./aws.ts";
import { FIELD_ERRORS } from "./field-errors.ts";
import { GOOGLE } from "./google.ts";
import { GRAPHQL } from "./graphql.ts";
import { JSON_API } from "./json-api.ts";
import { JSON_RPC } from "./json-rpc.ts";
import { OAUTH } from "./oauth.ts";
import { ODATA } from "./odata.ts";
import { ERROR_LIST, ERROR_OBJECT, ERROR_TEXT, FAILURE_FLAG, MESSAGE } from "./plain.ts";
import { at } from "./members.ts";
import { PROBLEM_DETAILS } from "./problem-details.ts";
import type { Found, Pointers, Shape, ShapeInput } from "./shape.ts";
import { STRIPE_LIKE } from "./stripe-like.ts";
import { TRPC } from "./trpc.ts";
import { FASTAPI, LARAVEL, SPRING } from "./validation-lists.ts";

/** Every shape, the most telling first: the first that finds itself is taken. */
export const SHAPES: readonly Shape[] = [
  JSON_RPC,
  TRPC,
  GRAPHQL,
  AWS,
  GOOGLE,
  SPRING,
  PROBLEM_DETAILS,
  FASTAPI,
  LARAVEL,
  JSON_API,
  ODATA,
  STRIPE_LIKE,
  OAUTH,
  FAILURE_FLAG,
  ERROR_OBJECT,
  ERROR_TEXT,
  ERROR_LIST,
  MESSAGE,
  FIELD_ERRORS,
];

/** A shape and what it found. Pointers start at the whole body. */
export type FoundShape = { readonly shape: Shape; readonly found: Found };

/** What is needed to look for a shape besides the body. */
export type Surroundings = Pick<ShapeInput, "status" | "headers" | "isGraphql">;

/**
 * The shape of an error body; of a list, that of its first item (Salesforce and streaming Google APIs wrap theirs so).
 * Undefined where it has none. Never throws.
 */
export function findShape(json: unknown, around: Surroundings): FoundShape | undefined {
  if (!Array.isArray(json)) return findIn(json, around);
  const first: unknown = json[0];
  const inside = asRecord(first) === undefined ? undefined : findIn(first, around);
  if (inside === undefined) return undefined;
  return { shape: inside.shape, found: { ...inside.found, at: prefixed(inside.found.at) } };
}

function findIn(json: unknown, { status, headers, isGraphql }: Surroundings): FoundShape | undefined {
  const input: ShapeInput = { json, fields: asRecord(json) ?? {}, status, headers, isGraphql };
  for (const shape of SHAPES) {
    const found = shape.find(input);
    if (found !== undefined) return { shape, found };
  }
  return undefined;
}

const SINGLE = ["code", "message", "type", "fieldMap", "details", "requestId", "timestamp", "status"] as const;

/** The same places one level deeper. A wait stays: the timing room looks into the first item of a list by itself. */
function prefixed(pointers: Pointers): Pointers {
  const { field, retryAfterSeconds } = pointers;
  return {
    ...Object.fromEntries(
      SINGLE.flatMap((name) => (pointers[name] === undefined ? [] : [[name, `/0${pointers[name]}`] as const])),
    ),
    ...(field === undefined ? {} : { field: field.map((one) => `/0${one}`) }),
    ...at("retryAfterSeconds", retryAfterSeconds),
  };
}
