import type { QuotaPolicy } from "./draft-windows.ts";
import { policyOf } from "./draft-windows.ts";
import { combined, listMembers } from "./field-map.ts";
import type { Field } from "./field-map.ts";
import { readCount } from "./number-shape.ts";
import type { Provenance } from "./rate-limit.ts";
import { readStructuredList } from "./structured-fields.ts";

/** A count that belongs to the window of that many seconds (Riot writes "100:120"). */
export type CountPerWindow = { readonly count: number; readonly windowSeconds: number };

/** What the value of a limit, remaining or used field holds. */
export type LimitValue =
  | { readonly kind: "count"; readonly count: number; readonly policies: readonly QuotaPolicy[] }
  /** One count per window, in an order only the vendor knows (Strava "200,2000"). */
  | { readonly kind: "list"; readonly counts: readonly number[] }
  | { readonly kind: "pairs"; readonly pairs: readonly CountPerWindow[] }
  /** Azure: "Microsoft.Compute/HighCostGet3Min;159,…". */
  | { readonly kind: "named"; readonly named: ReadonlyMap<string, number> };

/** Most members read from one value. No vendor sends more than a handful of windows. */
const MAX_MEMBERS = 16;

/**
 * Reads a count field in every form seen: one number (repeated equal values count once), the list of
 * draft-ietf-httpapi-ratelimit-headers-03 ("100, 100;w=10": the limit that runs out first, then the policies),
 * comma-joined windows, "count:seconds" pairs, "name;count" pairs. Null for anything else.
 */
export function readLimitValue(field: Field): LimitValue | null {
  const members = listMembers(field);
  const first = members[0];
  if (first === undefined || members.length > MAX_MEMBERS) return null;
  if (members.every((member) => member === first)) {
    const count = readCount(first);
    if (count !== null) return { kind: "count", count, policies: [] };
  }
  const counts = all(members.map(readCount));
  if (counts !== null) return { kind: "list", counts };
  const pairs = all(members.map(readPair));
  if (pairs !== null) return { kind: "pairs", pairs };
  return readPolicyList(field) ?? readNamed(members);
}

function readPolicyList(field: Field): LimitValue | null {
  const raw = combined(field);
  const items = readStructuredList(raw);
  const first = items?.[0];
  // A sign makes any count unknown; "-0" would pass as a valid Integer.
  if (items === null || raw.startsWith("-") || typeof first?.value !== "number") return null;
  // Two bare numbers are not policies: which of them counts has no defined value.
  if (items.slice(1).some((item) => item.params.size === 0)) return null;
  const provenance: Provenance = { from: "header", name: field.name, raw, form: "structured-field", skewMs: 0 };
  const policies: QuotaPolicy[] = [];
  for (const item of items) {
    const policy = item.params.size === 0 ? null : policyOf(item, provenance);
    if (policy !== null) policies.push(policy);
  }
  return { kind: "count", count: first.value, policies };
}

function readPair(text: string): CountPerWindow | null {
  const [left, right, ...more] = text.split(":", 3);
  const count = readCount(left ?? "");
  const windowSeconds = readCount(right ?? "");
  return count === null || windowSeconds === null || more.length > 0 ? null : { count, windowSeconds };
}

function readNamed(members: readonly string[]): LimitValue | null {
  const named = new Map<string, number>();
  for (const text of members) {
    const at = text.lastIndexOf(";");
    const count = readCount(text.slice(at + 1));
    if (at < 1 || count === null) return null;
    named.set(text.slice(0, at), count);
  }
  return { kind: "named", named };
}

function all<T>(values: readonly (T | null)[]): readonly T[] | null {
  const present = values.filter((value) => value !== null);
  return present.length === values.length ? present : null;
}
