import type { QuotaPolicy } from "./draft-windows.ts";
import { listMembers, singleValue } from "./field-map.ts";
import type { Field } from "./field-map.ts";
import type { FieldGroup } from "./field-groups.ts";
import { periodSeconds } from "./limit-field-name.ts";
import { readLimitValue } from "./limit-list.ts";
import type { LimitValue } from "./limit-list.ts";
import { readDecimal } from "./number-shape.ts";
import type { RateLimitHints, RateLimitWindow, Sourced } from "./rate-limit.ts";
import { placeOnClock, readReset } from "./stated-instant.ts";
import type { ReceiptClock } from "./stated-instant.ts";

/** Windows of one group of fields, and the policies its limit field lists besides. */
export type GroupWindows = { readonly windows: readonly RateLimitWindow[]; readonly policies: readonly QuotaPolicy[] };

/**
 * Turns the limit, remaining, used and reset fields of one group into windows: one as a rule, several if the values
 * are lists. A remaining count that is not sent follows from limit and used.
 */
export function readGroupWindows(group: FieldGroup, clock: ReceiptClock, hints: RateLimitHints): GroupWindows {
  const limitField = group.fields.get("limit");
  const remainingField = group.fields.get("remaining");
  const usedField = group.fields.get("used");
  const limit = valueOf(limitField);
  const remaining = valueOf(remainingField);
  const used = valueOf(usedField);
  const resetAt = readResetAt(group, clock, hints);
  const policies = limit?.kind === "count" ? limit.policies : [];

  const several = severalWindows(group, limit, remaining, used);
  if (several.length > 0) {
    const resets = readResetList(group, several.length, clock, hints);
    return { windows: several.map((window, index) => ({ ...window, resetAt: resets?.[index] ?? resetAt })), policies };
  }

  const limitCount = sourcedCount(limitField, limit);
  const remainingCount = sourcedCount(remainingField, remaining) ?? subtract(limitCount, sourcedCount(usedField, used));
  if (limitCount === null && remainingCount === null && resetAt === null) return { windows: [], policies };
  const window: RateLimitWindow = {
    name: labelOf(group) ?? group.bucket,
    limit: limitCount,
    remaining: remainingCount,
    resetAt,
    windowSeconds: periodSeconds(group.bucket) ?? intervalSeconds(group),
  };
  return { windows: [window], policies };
}

/** Reads the group's reset: the delta spelling first (it needs no clock), then the usual one, then the written-out one. */
function readResetAt(group: FieldGroup, clock: ReceiptClock, hints: RateLimitHints): RateLimitWindow["resetAt"] {
  for (const role of ["reset-after", "reset", "reset-time"] as const) {
    const field = group.fields.get(role);
    if (field === undefined) continue;
    const resetAt = readResetField(field, clock, role === "reset" ? hints : {});
    if (resetAt !== null) return resetAt;
  }
  return null;
}

/** One reset for each of `count` windows, if the reset field lists as many; otherwise null. */
function readResetList(
  group: FieldGroup,
  count: number,
  clock: ReceiptClock,
  hints: RateLimitHints,
): readonly RateLimitWindow["resetAt"][] | null {
  const field = group.fields.get("reset");
  const members = field === undefined ? [] : listMembers(field);
  if (field === undefined || members.length !== count) return null;
  return members.map((raw) => placeReset(raw, field, clock, hints));
}

/** Reads one reset field; null if it is absent, repeated with different values or malformed. */
export function readResetField(field: Field, clock: ReceiptClock, hints: RateLimitHints): RateLimitWindow["resetAt"] {
  const raw = singleValue(field);
  return raw === null ? null : placeReset(raw, field, clock, hints);
}

function placeReset(raw: string, field: Field, clock: ReceiptClock, hints: RateLimitHints): RateLimitWindow["resetAt"] {
  const stated = readReset(raw, clock.receivedAt, hints.resetUnit);
  return stated === null ? null : placeOnClock(stated, clock, { from: "header", name: field.name, raw });
}

type Counts = Omit<RateLimitWindow, "resetAt">;

function severalWindows(
  group: FieldGroup,
  limit: LimitValue | null,
  remaining: LimitValue | null,
  used: LimitValue | null,
): readonly Counts[] {
  const limitField = group.fields.get("limit") ?? group.fields.get("whole");
  const remainingField = group.fields.get("remaining");
  const usedField = group.fields.get("used");
  const name = (part: string): string => [group.vendor, group.bucket, part].filter((word) => word !== "").join("-");

  if (remaining?.kind === "named" && remainingField !== undefined) {
    return [...remaining.named].map(([part, count]) => ({
      name: part,
      limit: null,
      remaining: sourced(remainingField, count),
      windowSeconds: null,
    }));
  }
  const limits = limit ?? valueOf(group.fields.get("whole"));
  if (limitField === undefined || limits === null) return [];
  if (limits.kind === "pairs") {
    const usedPairs = used?.kind === "pairs" ? used.pairs : [];
    return limits.pairs.map(({ count, windowSeconds }) => {
      const spent = usedPairs.find((pair) => pair.windowSeconds === windowSeconds);
      return {
        name: name(`${windowSeconds}s`),
        limit: sourced(limitField, count),
        remaining: spent && usedField ? sourced(usedField, Math.max(0, count - spent.count)) : null,
        windowSeconds,
      };
    });
  }
  if (limits.kind !== "list") return [];
  const left = remaining?.kind === "list" && remaining.counts.length === limits.counts.length ? remaining.counts : null;
  const spent = used?.kind === "list" && used.counts.length === limits.counts.length ? used.counts : null;
  // A list of limits alone is a repeated field with different values: it has no defined value.
  if (left === null && spent === null) return [];
  return limits.counts.map((count, index) => {
    const rest = left?.[index];
    const gone = spent?.[index];
    return {
      name: name(`${index + 1}`),
      limit: sourced(limitField, count),
      remaining:
        rest !== undefined && remainingField !== undefined
          ? sourced(remainingField, rest)
          : gone !== undefined && usedField !== undefined
            ? sourced(usedField, Math.max(0, count - gone))
            : null,
      windowSeconds: null,
    };
  });
}

function valueOf(field: Field | undefined): LimitValue | null {
  return field === undefined ? null : readLimitValue(field);
}

function sourcedCount(field: Field | undefined, value: LimitValue | null): Sourced<number> | null {
  return field !== undefined && value?.kind === "count" ? sourced(field, value.count) : null;
}

function sourced(field: Field, value: number): Sourced<number> {
  const raw = field.lines.join(", ");
  return { value, provenance: { from: "header", name: field.name, raw, form: "count", skewMs: 0 } };
}

function subtract(limit: Sourced<number> | null, used: Sourced<number> | null): Sourced<number> | null {
  if (limit === null || used === null) return null;
  return { value: Math.max(0, limit.value - used.value), provenance: used.provenance };
}

/** The window's name if a separate field states it: GitHub's resource, Discord's bucket, GitLab's name. */
function labelOf(group: FieldGroup): string | null {
  const field = group.fields.get("label");
  const label = field === undefined ? null : singleValue(field);
  return label !== null && label.length <= 60 ? label : null;
}

function intervalSeconds(group: FieldGroup): number | null {
  const seconds = group.fields.get("interval-seconds");
  const ms = group.fields.get("interval-ms");
  if (seconds !== undefined) return readDecimal(singleValue(seconds) ?? "");
  const value = ms === undefined ? null : readDecimal(singleValue(ms) ?? "");
  return value === null ? null : value / 1000;
}
