import type { RateLimitWindow, Sourced } from "./rate-limit.ts";
import { placeOnClock, readReset, type ReceiptClock } from "./stated-instant.ts";

/** Limits that a body or its sentence states, and the wait that follows from a bucket that refills. */
export type BodyLimits = {
  readonly windows: readonly RateLimitWindow[];
  /** Milliseconds until a bucket holds what the refused call costs; null if none is stated. */
  readonly refillMs: number | null;
};

type Fields = Readonly<Record<string, unknown>>;

const NONE: BodyLimits = { windows: [], refillMs: null };
const MOST_DETAILS = 16;

/** Objects that hold a window as members: limit, remaining, reset. */
const WINDOW_PLACES: readonly string[] = [
  "rateLimit",
  "rate_limit",
  "rate",
  "limits",
  "quota",
  "data/rateLimit",
  "error/rateLimit",
  "error/rate_limit",
  "error/details",
  "error/data",
  "error/metadata/headers",
  "error/limit",
  "details",
  "meta/rateLimit",
  "meta/rate_limit",
  "errors/0/extensions",
  "errors/0/extensions/rateLimit",
  "data",
  "error",
  "",
];
const LIMIT_NAMES = [
  "limit",
  "max",
  "quota",
  "rate_limit",
  "allowed",
  "X-RateLimit-Limit",
  "quota_limit",
  "limitValue",
  "maximum",
  "max_requests",
] as const;
const REMAINING_NAMES = [
  "remaining",
  "available",
  "left",
  "X-RateLimit-Remaining",
  "requests_remaining",
  "remaining_requests",
] as const;
const RESET_NAMES = [
  "reset",
  "resetAt",
  "reset_at",
  "resets_at",
  "X-RateLimit-Reset",
  "reset_time",
  "resetTime",
  "resetsAt",
] as const;

/**
 * Reads what a failed answer says about limits: Shopify's cost, Google's quota values, GitHub's `rateLimit`, members
 * named limit and remaining, and numbers in the sentence ("(3/sec)", "Limit 30000, Used 29000").
 */
export function bodyLimits(root: Fields | undefined, said: string | null, clock: ReceiptClock): BodyLimits {
  const cost = root === undefined ? null : shopifyCost(root);
  if (cost !== null) return cost;
  const own = root?.["rate_limit"] ?? root?.["limit"];
  const inMember = typeof own === "string" && own.length < 100 ? inSentence(`rate limit: ${own}`) : [];
  const inBody = root === undefined ? [] : [...quotaValues(root), ...membersOf(root, clock), ...inMember];
  const windows = [...inBody, ...inSentence(said)];
  return windows.length === 0 ? NONE : { windows: windows.slice(0, 4), refillMs: null };
}

/** https://shopify.dev/docs/api/usage/limits: a bucket that refills at a rate. */
function shopifyCost(root: Fields): BodyLimits | null {
  const cost = at(root, "extensions/cost");
  const status = cost === undefined ? undefined : at(cost, "throttleStatus");
  const maximum = numberIn(status, "maximumAvailable");
  const available = numberIn(status, "currentlyAvailable");
  const rate = numberIn(status, "restoreRate");
  if (maximum === null || available === null) return null;
  const requested = numberIn(cost, "requestedQueryCost");
  const missing = requested === null ? 0 : requested - available;
  const pointer = "/extensions/cost/throttleStatus";
  return {
    windows: [
      window(
        "cost",
        sourced(maximum, `${pointer}/maximumAvailable`),
        sourced(available, `${pointer}/currentlyAvailable`),
        null,
      ),
    ],
    refillMs: rate === null || rate <= 0 || missing <= 0 ? null : (missing / rate) * 1000,
  };
}

/** google.rpc.QuotaFailure: https://github.com/googleapis/googleapis/blob/master/google/rpc/error_details.proto. */
function quotaValues(root: Fields): readonly RateLimitWindow[] {
  const details = at(root, "error")?.["details"];
  if (!Array.isArray(details)) return [];
  return (details as unknown[]).slice(0, MOST_DETAILS).flatMap((detail, index) => {
    const violations = asFields(detail)?.["violations"];
    if (!Array.isArray(violations)) return [];
    return (violations as unknown[]).slice(0, MOST_DETAILS).flatMap((violation, place) => {
      const fields = asFields(violation);
      const value = numberIn(fields, "quotaValue");
      if (fields === undefined || value === null) return [];
      const id = typeof fields["quotaId"] === "string" ? fields["quotaId"] : "";
      const period = PERIODS.find(([pattern]) => pattern.test(id))?.[1] ?? null;
      const name = typeof fields["quotaMetric"] === "string" ? fields["quotaMetric"].slice(-60) : id.slice(0, 60);
      return [window(name, sourced(value, `/error/details/${index}/violations/${place}/quotaValue`), null, period)];
    });
  });
}

const PERIODS: readonly (readonly [pattern: RegExp, seconds: number])[] = [
  [/per(?:\s|_)?(?:sec(?:ond)?)/i, 1],
  [/per(?:\s|_)?min(?:ute)?/i, 60],
  [/per(?:\s|_)?hour/i, 3600],
  [/per(?:\s|_)?day/i, 86_400],
];

function membersOf(root: Fields, clock: ReceiptClock): readonly RateLimitWindow[] {
  for (const place of WINDOW_PLACES) {
    const fields = place === "" ? root : at(root, place);
    if (fields === undefined) continue;
    const limit = first(fields, LIMIT_NAMES);
    const remaining = first(fields, REMAINING_NAMES);
    // A limit alone is often that of a page or a size.
    if (limit === null || (remaining === null && !/rate|limit|quota/i.test(place))) continue;
    const from = place === "" ? "" : `/${place}`;
    const resetName = RESET_NAMES.find((name) => Object.hasOwn(fields, name));
    const reset = resetName === undefined ? undefined : fields[resetName];
    const stated =
      typeof reset === "string" || typeof reset === "number" ? readReset(String(reset), clock.receivedAt) : null;
    const resetAt =
      stated === null
        ? null
        : placeOnClock(stated, clock, { from: "body", name: `${from}/${resetName ?? ""}`, raw: String(reset) });
    return [
      {
        ...window(
          "",
          sourced(limit.value, `${from}/${limit.name}`),
          remaining === null ? null : sourced(remaining.value, `${from}/${remaining.name}`),
          null,
        ),
        resetAt,
      },
    ];
  }
  return [];
}

const UNIT = "(sec(?:ond)?s?|s|min(?:ute)?s?|m|hours?|hr|h|days?|d)";
const THINGS =
  "(?:requests?|calls?|queries|messages?|hits?|transactions?|tokens?|api calls?|request weight|req|credits?|points?|operations?)";

/** Numbers of a limit in a sentence: count, then the length of its window. */
const SENTENCES: readonly RegExp[] = [
  new RegExp(`\\(?(\\d[\\d,]{0,12})\\s?(?:${THINGS}\\s?)?(?:/|per |a |every |each )\\s?(\\d{1,5}\\s?)?${UNIT}\\b`, "i"),
  new RegExp(
    `(\\d[\\d,]{0,12})\\s${THINGS}(?: are| is)?(?: allowed)? (?:within|in|over|during) (?:a |the last )?(\\d{1,5}\\s?)?${UNIT}\\b`,
    "i",
  ),
  new RegExp(
    `limit(?: is| of|:)? (\\d[\\d,]{0,12})(?: ${THINGS})?(?: of [\\w ]{1,20})? ?(?:/|per|every)\\s?(\\d{1,5}\\s?)?${UNIT}\\b`,
    "i",
  ),
];
const USED = /\blimit:? (\d[\d,]{0,14}),? (?:used:? (\d[\d,]{0,14}))?/i;
const BARE =
  /\b(?:rate |request |quota |call )?limit (?:of|is|=|:) ?(\d[\d,]{1,12})\b(?! ?(?:characters|bytes|kb|mb|gb|items|rows|tokens? (?:in|per) (?:the|a) (?:prompt|context)))/i;
const IS_LIMIT = /rate|limit|quota|too many|exceed|throttl|per (?:sec|min|hour|day)|calls|requests/i;

function inSentence(said: string | null): readonly RateLimitWindow[] {
  if (said === null || said.length > 2000 || !IS_LIMIT.test(said)) return [];
  const used = USED.exec(said);
  const per = SENTENCES.map((pattern) => pattern.exec(said)).find((match) => match !== null);
  const minute = /\bper min|\b[TR]PM\b/i.test(said) ? 60 : /\bper day|\b[TR]PD\b/i.test(said) ? 86_400 : null;
  if (used !== null) {
    const limit = numberOf(used[1] ?? "");
    const spent = used[2] === undefined ? null : numberOf(used[2]);
    return [
      window("", inText(limit, used[0]), spent === null ? null : inText(Math.max(0, limit - spent), used[0]), minute),
    ];
  }
  if (per !== undefined) {
    const seconds = (per[2] === undefined ? 1 : Number(per[2])) * unitSeconds(per[3] ?? "");
    return [window("", inText(numberOf(per[1] ?? ""), per[0]), null, seconds)];
  }
  const bare = BARE.exec(said);
  return bare === null ? [] : [window("", inText(numberOf(bare[1] ?? ""), bare[0]), null, minute)];
}

function unitSeconds(unit: string): number {
  const letter = unit.toLowerCase()[0];
  return letter === "s" ? 1 : letter === "m" ? 60 : letter === "h" ? 3600 : 86_400;
}

function numberOf(text: string): number {
  return Number(text.replaceAll(",", ""));
}

function inText(value: number, raw: string): Sourced<number> {
  return { value, provenance: { from: "body", name: "the message", raw: raw.slice(0, 200), form: "count", skewMs: 0 } };
}

function sourced(value: number, name: string): Sourced<number> {
  return { value, provenance: { from: "body", name, raw: String(value), form: "count", skewMs: 0 } };
}

function window(
  name: string,
  limit: Sourced<number> | null,
  remaining: Sourced<number> | null,
  windowSeconds: number | null,
): RateLimitWindow {
  return { name, limit, remaining, resetAt: null, windowSeconds };
}

function first(fields: Fields, names: readonly string[]): { readonly name: string; readonly value: number } | null {
  for (const name of names) {
    const value = numberIn(fields, name);
    if (value !== null) return { name, value };
  }
  return null;
}

function numberIn(fields: Fields | undefined, name: string): number | null {
  const value = fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (typeof value === "number") return Number.isFinite(value) && value >= 0 ? value : null;
  return typeof value === "string" && /^\d{1,15}(?:\.\d{1,6})?$/.test(value) ? Number(value) : null;
}

function at(root: Fields, path: string): Fields | undefined {
  let value: unknown = root;
  for (const name of path.split("/")) {
    if (Array.isArray(value)) value = (value as unknown[])[Number(name)];
    else {
      const fields = asFields(value);
      value = fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined;
    }
  }
  return asFields(value);
}

function asFields(value: unknown): Fields | undefined {
  // oxlint-disable-next-line no-unsafe-type-assertion -- every member is still unknown, so it claims nothing
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}
