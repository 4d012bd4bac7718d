import type { Call, Reply } from "./call.ts";

/** What an API allows to pages of other origins (Fetch standard, "CORS protocol"). */
export type CorsRules = {
  readonly origins: readonly string[];
  /** Response headers a page may read beyond the safelisted ones. */
  readonly exposed: readonly string[];
};

const ALLOWED_HEADERS = "authorization, content-type, x-api-key, x-organization-id, x-request-id, if-none-match";
const PREFLIGHT_SECONDS = "600";

/** Whether the call is a preflight. */
export function isPreflight(call: Call): boolean {
  return call.method === "OPTIONS" && call.headers["access-control-request-method"] !== undefined;
}

/** The CORS headers for a call; none where its origin is not allowed. */
export function corsHeaders(call: Call, rules: CorsRules): Record<string, string> {
  const origin = call.headers["origin"];
  if (origin === undefined || !rules.origins.includes(origin)) return { vary: "origin" };
  const exposed = rules.exposed.length === 0 ? {} : { "access-control-expose-headers": rules.exposed.join(", ") };
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-credentials": "true",
    vary: "origin",
    ...exposed,
  };
}

/** The answer to a preflight: 204, or 403 without a word where the origin is not allowed. */
export function preflightReply(call: Call, rules: CorsRules): Reply {
  const headers = corsHeaders(call, rules);
  const denied =
    headers["access-control-allow-origin"] === undefined || call.query.get("simulate") === "preflight-denied";
  if (denied) return { status: 403, headers: {}, body: "" };
  const allowed = {
    "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
    "access-control-allow-headers": ALLOWED_HEADERS,
    "access-control-max-age": PREFLIGHT_SECONDS,
  };
  return { status: 204, headers: { ...headers, ...allowed }, body: "" };
}
