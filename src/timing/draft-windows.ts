import { combined } from "./field-map.ts";
import type { Field } from "./field-map.ts";
import { timeFromNumber } from "./number-shape.ts";
import type { Provenance, RateLimitWindow, Sourced } from "./rate-limit.ts";
import { placeOnClock } from "./stated-instant.ts";
import type { ReceiptClock } from "./stated-instant.ts";
import { countParam, readStructuredDictionary, readStructuredList } from "./structured-fields.ts";
import type { StructuredItem } from "./structured-fields.ts";

/** One quota policy: so many units per window. */
export type QuotaPolicy = {
  /** "" if the policy has no name (drafts before 08). */
  readonly name: string;
  readonly limit: Sourced<number>;
  readonly windowSeconds: number | null;
};

/**
 * Reads RateLimit-Policy (and Urblock's X-RateLimit-Policy): `"name";q=100;w=60` since draft-ietf-httpapi-ratelimit-headers-08,
 * `100;w=60` in 04 to 07. A malformed field is ignored (draft-10 section 6): an empty list.
 */
export function readPolicies(field: Field): readonly QuotaPolicy[] {
  const raw = combined(field);
  const policies: QuotaPolicy[] = [];
  for (const item of readStructuredList(raw) ?? []) {
    const policy = policyOf(item, { from: "header", name: field.name, raw, form: "structured-field", skewMs: 0 });
    if (policy !== null) policies.push(policy);
  }
  return policies;
}

/** A policy item of any generation; null if it states no quota. */
export function policyOf(item: StructuredItem, provenance: Provenance): QuotaPolicy | null {
  const unnamed = typeof item.value === "number";
  const quota = typeof item.value === "number" ? item.value : countParam(item, "q");
  if (quota === null || quota < 0) return null;
  const label = item.params.get("name");
  const name = typeof item.value === "string" ? item.value : typeof label === "string" ? label : "";
  // WHOOP writes "window" for the draft's "w".
  const windowSeconds = countParam(item, "w") ?? (unnamed ? countParam(item, "window") : null);
  return { name, limit: { value: quota, provenance }, windowSeconds };
}

/**
 * Reads the RateLimit field: a list of `"name";r=50;t=30` since draft 08, the dictionary `limit=100, remaining=50,
 * reset=5` in draft 07. Its times are seconds from receipt. Limits of named windows live in the policy of the same
 * name. A malformed field is ignored (draft-10 section 6): an empty list.
 */
export function readDraftWindows(
  field: Field,
  policies: readonly QuotaPolicy[],
  clock: ReceiptClock,
): readonly RateLimitWindow[] {
  const raw = combined(field);
  const provenance: Provenance = { from: "header", name: field.name, raw, form: "structured-field", skewMs: 0 };
  const sourced = (value: number | null): Sourced<number> | null => (value === null ? null : { value, provenance });
  const resetIn = (seconds: number | null): RateLimitWindow["resetAt"] => {
    const stated = seconds === null ? null : timeFromNumber(seconds);
    return stated === null ? null : placeOnClock(stated, clock, { from: "header", name: field.name, raw });
  };

  const windows: RateLimitWindow[] = [];
  for (const item of readStructuredList(raw) ?? []) {
    const remaining = countParam(item, "r");
    const seconds = countParam(item, "t");
    if (typeof item.value !== "string" || (remaining === null && seconds === null)) continue;
    const policy = policies.find((candidate) => candidate.name === item.value);
    windows.push({
      name: item.value,
      limit: policy?.limit ?? null,
      remaining: sourced(remaining),
      resetAt: resetIn(seconds),
      windowSeconds: policy?.windowSeconds ?? null,
    });
  }
  if (windows.length > 0) return windows;

  const members = readStructuredDictionary(raw);
  if (members === null) return [];
  const [limit, remaining, reset] = [member(members, "limit"), member(members, "remaining"), member(members, "reset")];
  if (limit === null && remaining === null && reset === null) return [];
  return [
    { name: "", limit: sourced(limit), remaining: sourced(remaining), resetAt: resetIn(reset), windowSeconds: null },
  ];
}

function member(members: ReadonlyMap<string, StructuredItem>, key: string): number | null {
  const value = members.get(key)?.value;
  return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : null;
}
