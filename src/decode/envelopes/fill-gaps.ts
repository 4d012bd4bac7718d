import { boundedName, boundedProse } from "../bounded.ts";
import { valueAt } from "../../web/json-pointer.ts";
import type { ReadEnvelope } from "../read-envelope.ts";
import { isNamedCode, isStatusPhrase } from "./code-words.ts";
import type { FieldErrors } from "./field-list.ts";
import { bestCode, bestMessage, codeOfMessage, nestedJson, rankOf } from "./read-error.ts";
import { revertReason } from "./revert-reason.ts";

/**
 * Completes what a shape read with what stands at the other places that vendors use: the most telling code, the
 * server's sentence, the first field. What the shape read stays where it says as much.
 */
export function filled(read: ReadEnvelope, json: unknown, status: number, fields: FieldErrors): ReadEnvelope {
  const inner = read.message === null ? undefined : nestedJson(read.message);
  const message = messageOf(read, json, inner) ?? fields.list[0]?.message ?? null;
  const type = read.type ?? paypalName(json);
  const stated = read.status ?? statedStatus(json);
  const code = codeOf(read, json, status, message, inner);
  return {
    ...read,
    code,
    message,
    type,
    field: read.field ?? fields.list[0]?.field ?? null,
    status: stated,
  };
}

function messageOf(read: ReadEnvelope, json: unknown, inner: unknown): string | null {
  const nested = inner === undefined ? null : bestMessage(Array.isArray(inner) ? (inner as unknown[])[0] : inner);
  if (nested !== null) return nested;
  const own = read.message;
  const best = own === null || isStatusPhrase(own) || own === read.code ? bestMessage(json) : own;
  const message = best ?? own;
  const reason = revertReason(valueAt(json, "/error/data")) ?? revertReason(valueAt(json, "/error/data/data"));
  if (message === null || reason === undefined || message.includes(reason) || reason.startsWith("custom error"))
    return message;
  return boundedProse(`${message}: ${reason}`);
}

function codeOf(
  read: ReadEnvelope,
  json: unknown,
  status: number,
  message: string | null,
  inner: unknown,
): string | null {
  const issue = valueAt(json, "/details/0/issue");
  if (paypalName(json) !== null && typeof issue === "string" && isNamedCode(issue)) return boundedName(issue);
  const nested = inner === undefined || Array.isArray(inner) ? undefined : bestCode(inner, status);
  const candidates = [
    read.code === null ? undefined : { code: read.code, rank: rankOf(read.code, status) },
    named(codeOfMessage(message)),
    bestCode(json, status),
    nested,
  ];
  let best: { readonly code: string; readonly rank: number } | undefined;
  for (const candidate of candidates)
    if (candidate !== undefined && candidate.rank > (best?.rank ?? -1)) best = candidate;
  return best?.code ?? null;
}

function named(code: string | undefined): { readonly code: string; readonly rank: number } | undefined {
  return code === undefined ? undefined : { code: boundedName(code), rank: 3 };
}

/** PayPal: the name of the error is its class, the issue of its first detail says what happened. */
function paypalName(json: unknown): string | null {
  const name = valueAt(json, "/name");
  return typeof name === "string" && /^[A-Z][A-Z_]{2,60}$/.test(name) && valueAt(json, "/details/0/issue") !== undefined
    ? name
    : null;
}

function statedStatus(json: unknown): number | null {
  for (const pointer of [
    "/status",
    "/statusCode",
    "/code",
    "/error/code",
    "/error/status",
    "/meta/code",
    "/meta/status",
    "/cod",
    "/errcode",
  ]) {
    const value = valueAt(json, pointer);
    const number = typeof value === "string" && /^[45]\d\d$/.test(value) ? Number(value) : value;
    if (typeof number === "number" && Number.isInteger(number) && number >= 400 && number <= 599) return number;
  }
  return null;
}
