import type { FieldGroup } from "./field-groups.ts";
import { combined, singleValue } from "./field-map.ts";
import type { Field, FieldMap } from "./field-map.ts";
import { readCount } from "./number-shape.ts";
import type { Provenance, RateLimitWindow } from "./rate-limit.ts";
import { placeOnClock, readReset } from "./stated-instant.ts";
import type { ReceiptClock } from "./stated-instant.ts";

/** Fields that hold "used/limit" of a bucket, and the name of their window. */
const FRACTION_FIELDS: ReadonlyMap<string, string> = new Map([
  ["x-shopify-shop-api-call-limit", "shop"],
  ["http_x_shopify_shop_api_call_limit", "shop"],
]);
/** Salesforce: "api-usage=18/5000; per-app-api-usage=17/250(appName=sample)". */
const SALESFORCE_FIELD = "sforce-limit-info";

const MAX_PARTS = 16;

/** Windows that vendors describe outside the rate-limit families: Shopify's leaky bucket and Salesforce's API usage. */
export function readVendorWindows(fields: FieldMap): readonly RateLimitWindow[] {
  const windows: RateLimitWindow[] = [];
  for (const [key, name] of FRACTION_FIELDS) {
    const field = fields.get(key);
    const window = field === undefined ? null : fractionWindow(name, singleValue(field) ?? "", field);
    if (window !== null) windows.push(window);
  }
  const salesforce = fields.get(SALESFORCE_FIELD);
  if (salesforce !== undefined) {
    for (const part of combined(salesforce).split(/[;,]/, MAX_PARTS)) {
      const [name, value] = part.split("=", 2);
      const fraction = (value ?? "").split("(", 1)[0] ?? "";
      const window = fractionWindow((name ?? "").trim(), fraction.trim(), salesforce);
      if (window !== null) windows.push(window);
    }
  }
  return windows;
}

/**
 * Reads a field that holds a whole window outside the structured forms: a bare limit (Zendesk's X-Rate-Limit), or
 * "total=100; remaining=99; resets=41" (Zendesk's endpoint buckets). Null for anything else.
 */
export function readWholeWindow(group: FieldGroup, field: Field, clock: ReceiptClock): RateLimitWindow | null {
  const raw = combined(field);
  const single = singleValue(field) ?? "";
  const count = readCount(single);
  if (count !== null && group.bucket === "") {
    return { name: "", limit: sourced(field, raw, count), remaining: null, resetAt: null, windowSeconds: null };
  }
  const fraction = fractionWindow(group.bucket, single, field);
  if (fraction !== null) return fraction;

  const members = new Map<string, string>();
  for (const part of raw.split(/[;,]/, MAX_PARTS)) {
    const [key, value] = part.split("=", 2);
    if (key !== undefined && value !== undefined) members.set(key.trim().toLowerCase(), value.trim());
  }
  const pick = (...keys: readonly string[]): string => keys.map((key) => members.get(key)).find((text) => text) ?? "";
  const limit = readCount(pick("limit", "total", "max"));
  const remaining = readCount(pick("remaining"));
  if (limit === null && remaining === null) return null;
  const reset = readReset(pick("reset", "resets"), clock.receivedAt);
  return {
    name: group.bucket,
    limit: limit === null ? null : sourced(field, raw, limit),
    remaining: remaining === null ? null : sourced(field, raw, remaining),
    resetAt: reset === null ? null : placeOnClock(reset, clock, { from: "header", name: field.name, raw }),
    windowSeconds: null,
  };
}

function fractionWindow(name: string, text: string, field: Field): RateLimitWindow | null {
  const [used, limit, ...more] = text.split("/", 3);
  const spent = readCount((used ?? "").trim());
  const total = readCount((limit ?? "").trim());
  if (spent === null || total === null || more.length > 0) return null;
  const raw = combined(field);
  return {
    name,
    limit: sourced(field, raw, total),
    remaining: sourced(field, raw, Math.max(0, total - spent)),
    resetAt: null,
    windowSeconds: null,
  };
}

function sourced(field: Field, raw: string, value: number): NonNullable<RateLimitWindow["limit"]> {
  const provenance: Provenance = { from: "header", name: field.name, raw, form: "count", skewMs: 0 };
  return { value, provenance };
}
