/** What one header of a rate-limit family says about its window. */
export type LimitFieldRole =
  | "whole" // the whole window in one value: RateLimit, X-Rate-Limit, Zendesk-RateLimit-Tickets
  | "limit"
  | "remaining"
  | "used"
  | "reset-after" // a delta by name, sent next to an absolute reset because of clock drift
  | "reset"
  | "reset-time" // a second, written-out spelling of the reset
  | "policy"
  | "interval-seconds"
  | "interval-ms"
  | "label"; // the name of the window as a value: X-RateLimit-Resource, -Bucket, -Name

/** A header name of a rate-limit family, taken apart. */
export type LimitFieldName = {
  /** "x-ratelimit", "anthropic-ratelimit": fields of one family and bucket describe one window. */
  readonly family: string;
  /** Words before "ratelimit" without "x": "anthropic", "app", "". */
  readonly vendor: string;
  /** "requests", "minute", "" for the unnamed window. */
  readonly bucket: string;
  readonly role: LimitFieldRole;
};

const ROLE_OF_WORDS: ReadonlyMap<string, LimitFieldRole> = new Map([
  ["limit", "limit"],
  ["max", "limit"],
  ["remaining", "remaining"],
  ["used", "used"],
  ["usage", "used"],
  ["count", "used"],
  ["observed", "used"],
  ["reset", "reset"],
  ["reset-after", "reset-after"],
  ["reset-in", "reset-after"],
  ["reset-seconds", "reset-after"],
  ["reset-time", "reset-time"],
  ["reset-at", "reset-time"],
  ["resettime", "reset-time"],
  ["policy", "policy"],
  ["interval-seconds", "interval-seconds"],
  ["interval-milliseconds", "interval-ms"],
]);
const LABEL_WORDS: ReadonlySet<string> = new Set(["resource", "bucket", "name"]);
/** Words glued to "limit" or "remaining" that name the bucket (Sentry, Yelp). */
const GLUED: ReadonlyMap<string, readonly string[]> = new Map([
  ["concurrentlimit", ["concurrent", "limit"]],
  ["concurrentremaining", ["concurrent", "remaining"]],
  ["dailylimit", ["limit"]],
]);

/** Seconds of the windows that are named after their length. Months and years have no fixed length. */
const PERIOD_SECONDS: ReadonlyMap<string, number> = new Map([
  ["second", 1],
  ["secondly", 1],
  ["minute", 60],
  ["hour", 3600],
  ["hourly", 3600],
  ["day", 86_400],
  ["daily", 86_400],
]);

/** Length of a window that is named after it ("minute"), in seconds; null for every other name. */
export function periodSeconds(bucket: string): number | null {
  return PERIOD_SECONDS.get(bucket) ?? null;
}

/**
 * Takes the lower-case name of a response header apart. Vendors agree on the word "ratelimit" (or "rate-limit") and on
 * little else: `x-ratelimit-limit-requests` (OpenAI), `anthropic-ratelimit-requests-limit`, `x-ratelimit-limit-minute`
 * (Kong), `x-app-rate-limit-count` (Riot). Null if the header says nothing about a window.
 */
export function parseLimitFieldName(name: string): LimitFieldName | null {
  const at = Math.max(name.indexOf("ratelimit"), name.indexOf("rate-limit"));
  if (at < 0) return null;
  const end = at + (name.startsWith("rate-limit", at) ? "rate-limit".length : "ratelimit".length);
  if (end < name.length && name[end] !== "-") return null;
  const family = name.slice(0, end);
  const vendor = name
    .slice(0, at)
    .replace(/-$/, "")
    .replace(/^x(?:-|$)/, "");
  const words = name
    .slice(end + 1)
    .split("-")
    .filter((word) => word !== "")
    .flatMap((word) => GLUED.get(word) ?? [word]);
  if (words.includes("retry")) return null;
  const found = roleOf(words);
  return { family, vendor, bucket: found.bucket.join("-"), role: found.role };
}

function roleOf(words: readonly string[]): { role: LimitFieldRole; bucket: readonly string[] } {
  const first = words[0];
  if (first !== undefined && words.length === 1 && LABEL_WORDS.has(first)) return { role: "label", bucket: [] };
  let best: { role: LimitFieldRole; bucket: readonly string[] } | null = null;
  for (let index = 0; index < words.length; index += 1) {
    for (const length of [2, 1]) {
      const role = ROLE_OF_WORDS.get(words.slice(index, index + length).join("-"));
      if (role === undefined || index + length > words.length) continue;
      // "…-limit-remaining": the word limit is then part of the family's name and not the matter.
      const replaces = best === null || (best.role === "limit" && role !== "limit");
      const bucket = words.toSpliced(index, length).filter((word) => role === "limit" || word !== "limit");
      if (replaces) best = { role, bucket };
      break;
    }
  }
  if (best !== null) return best;
  // HubSpot names the limit of a window by the period alone: "…-ratelimit-daily".
  const periodOnly = words.length > 0 && words.every((word) => PERIOD_SECONDS.has(word));
  return { role: periodOnly ? "limit" : "whole", bucket: words };
}
