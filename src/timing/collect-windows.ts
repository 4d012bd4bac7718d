import type { QuotaPolicy } from "./draft-windows.ts";
import { readDraftWindows, readPolicies } from "./draft-windows.ts";
import { groupLimitFields } from "./field-groups.ts";
import type { FieldMap } from "./field-map.ts";
import { readGroupWindows, readResetField } from "./group-windows.ts";
import { parseLimitFieldName } from "./limit-field-name.ts";
import type { RateLimitHints, RateLimitWindow } from "./rate-limit.ts";
import type { ReceiptClock } from "./stated-instant.ts";
import { readVendorWindows, readWholeWindow } from "./vendor-windows.ts";

/** Every window the response headers describe, in wire order, each once. */
export function collectWindows(
  fields: FieldMap,
  clock: ReceiptClock,
  hints: RateLimitHints,
): readonly RateLimitWindow[] {
  const groups = groupLimitFields(fields);
  const policies: QuotaPolicy[] = [];
  for (const group of groups) {
    const field = group.fields.get("policy");
    if (field !== undefined) policies.push(...readPolicies(field));
  }

  const found: { window: RateLimitWindow; family: string }[] = [];
  for (const group of groups) {
    const whole = group.fields.get("whole");
    if (whole !== undefined) {
      const draft = group.bucket === "" ? readDraftWindows(whole, policies, clock) : [];
      found.push(...draft.map((window) => ({ window, family: group.family })));
      // A malformed RateLimit field must be ignored (draft-10 section 6); other names are not structured fields.
      const other = draft.length === 0 && group.family !== "ratelimit" ? readWholeWindow(group, whole, clock) : null;
      if (other !== null) found.push({ window: other, family: group.family });
    }
    const read = readGroupWindows(group, clock, hints);
    policies.push(...read.policies);
    found.push(...read.windows.map((window) => ({ window, family: group.family })));
  }
  const pinnedReset = readPinnedReset(fields, clock, hints);
  if (pinnedReset !== null) {
    const window = { name: "", limit: null, remaining: null, resetAt: pinnedReset, windowSeconds: null };
    found.push({ window, family: "" });
  }
  return applyPolicies([...mergeSame(found), ...readVendorWindows(fields)], policies);
}

/** The reset field a provider's document names, if its name belongs to no rate-limit family and so was not read above. */
function readPinnedReset(fields: FieldMap, clock: ReceiptClock, hints: RateLimitHints): RateLimitWindow["resetAt"] {
  const name = hints.resetHeader?.toLowerCase() ?? "";
  const field = parseLimitFieldName(name) === null ? fields.get(name) : undefined;
  return field === undefined ? null : readResetField(field, clock, hints);
}

/**
 * Servers often send one window in two families (RateLimit-* beside X-RateLimit-*). Windows of one name that do not
 * contradict each other become one; a contradiction (a gateway counting on its own) keeps both, told apart by family.
 */
function mergeSame(found: readonly { window: RateLimitWindow; family: string }[]): readonly RateLimitWindow[] {
  const merged: RateLimitWindow[] = [];
  for (const { window, family } of found) {
    const at = merged.findIndex((other) => other.name === window.name && agree(other, window));
    const other = merged[at];
    if (other !== undefined) merged[at] = fill(other, window);
    else if (merged.some((taken) => taken.name === window.name)) {
      merged.push({ ...window, name: window.name === "" ? family : `${family} ${window.name}` });
    } else merged.push(window);
  }
  return merged;
}

function agree(a: RateLimitWindow, b: RateLimitWindow): boolean {
  return same(a.limit, b.limit) && same(a.remaining, b.remaining);
}

function same(a: RateLimitWindow["limit"], b: RateLimitWindow["limit"]): boolean {
  return a === null || b === null || a.value === b.value;
}

function fill(a: RateLimitWindow, b: RateLimitWindow): RateLimitWindow {
  return {
    name: a.name,
    limit: a.limit ?? b.limit,
    remaining: a.remaining ?? b.remaining,
    resetAt: a.resetAt ?? b.resetAt,
    windowSeconds: a.windowSeconds ?? b.windowSeconds,
  };
}

/** Gives windows the length their policy states; policies that no window answers to become windows of their own. */
function applyPolicies(
  windows: readonly RateLimitWindow[],
  policies: readonly QuotaPolicy[],
): readonly RateLimitWindow[] {
  const open = [...policies];
  const names = new Set(windows.map((window) => window.name));
  const result = windows.map((window) => {
    const at = open.findIndex((policy) => belongs(policy, window, names));
    const policy = open[at];
    if (policy === undefined) return window;
    open.splice(at, 1);
    return {
      ...window,
      limit: window.limit ?? policy.limit,
      windowSeconds: window.windowSeconds ?? policy.windowSeconds,
    };
  });
  // One policy and one window without a limit: the policy is that window's.
  const [policy, ...otherPolicies] = open;
  const [window, ...otherWindows] = result;
  if (
    policy?.name === "" &&
    window !== undefined &&
    otherPolicies.length + otherWindows.length === 0 &&
    window.limit === null
  ) {
    return [{ ...window, limit: policy.limit, windowSeconds: window.windowSeconds ?? policy.windowSeconds }];
  }
  for (const rest of open) {
    const name = rest.name !== "" || rest.windowSeconds === null ? rest.name : `${rest.windowSeconds}s`;
    if (result.some((known) => known.name === name && known.limit?.value === rest.limit.value)) continue;
    result.push({ name, limit: rest.limit, remaining: null, resetAt: null, windowSeconds: rest.windowSeconds });
  }
  return result;
}

function belongs(policy: QuotaPolicy, window: RateLimitWindow, names: ReadonlySet<string>): boolean {
  if (policy.name !== "" && names.has(policy.name)) return policy.name === window.name;
  return window.name === "" && window.limit !== null && window.limit.value === policy.limit.value;
}
