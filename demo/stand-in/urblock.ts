import { type Api, createApi } from "./api.ts";
import { bearer, type Call, jsonObject, jsonReply, type Reply, textMember } from "./call.ts";
import { URBLOCK_HOST } from "./hosts.ts";
import { createMeter, type LimitPolicy, type Meter, type Standing } from "./rate-limit.ts";
import { findRoute, type Route, route } from "./routes.ts";
import { createAccounts, readSessionToken } from "./urblock-sessions.ts";
import { authRoutes } from "./urblock-auth.ts";
import { URBLOCK_ERRORS } from "./urblock-errors.ts";
import { envelope, fail, namedError } from "./urblock-fail.ts";
import { createLedger } from "./urblock-ledger.ts";
import { tokenRoutes } from "./urblock-tokens.ts";

export type UrblockOptions = {
  /** Requests per window and tenant; the documents give 100 a minute. The further buckets keep their documented size. */
  readonly limit: number;
  readonly windowSeconds: number;
  /** How long five wrong passwords lock an account. */
  readonly lockSeconds: number;
  /** How long a transaction takes to be confirmed or to fail. */
  readonly settleSeconds: number;
};

/**
 * Urblock: `sk_…` and `pk_…` keys or a session token as bearer. A key with "REVOKED" in it is no longer known, one
 * with "READ" has too few scopes. All keys that end alike belong to one tenant and share its window.
 */
export function createUrblock(options: UrblockOptions): Api {
  const bucket = (limit: number): Meter =>
    createMeter({ limit, windowSeconds: options.windowSeconds, kind: "sliding" });
  const buckets = { general: bucket(options.limit), auth: bucket(10), refresh: bucket(30), batch: bucket(20) };
  const accounts = createAccounts(options.lockSeconds);
  const ledger = createLedger(options.settleSeconds);
  const routes: readonly Route[] = [...authRoutes(accounts), ...tokenRoutes(ledger), ...lookups()];

  function meterOf(call: Call): Meter {
    if (call.path === "/auth/login" || call.path === "/auth/register") return buckets.auth;
    if (call.path === "/auth/refresh") return buckets.refresh;
    return call.path.startsWith("/v1/batch") ? buckets.batch : buckets.general;
  }

  function handle(call: Call): Reply {
    const refused = call.path.startsWith("/auth/") ? sessionProblem(call) : keyProblem(call);
    if (refused !== null) return refused;
    const found = findRoute(routes, call);
    return found === null
      ? fail("invalid_field", { status: 404, message: "No such endpoint." })
      : found.route.answer(call, found.values);
  }

  return createApi({
    host: URBLOCK_HOST,
    errors: URBLOCK_ERRORS,
    meterOf,
    accountOf: tenant,
    handle,
    errorReply: (error) => envelope(error),
    limitError: (call) => namedError(call.path.startsWith("/auth/") ? "rate_limit_exceeded" : "rate_limited"),
    extraHeaders: (standing: Standing) => ({ "x-ratelimit-policy": policyText(standing.policy) }),
    quotas: { usage_limit_exceeded: {} },
    forget: () => {
      accounts.clear();
      ledger.clear();
    },
  });
}

const OPEN_PATHS = ["/auth/login", "/auth/register", "/auth/refresh", "/auth/logout"];

function sessionProblem(call: Call): Reply | null {
  if (OPEN_PATHS.includes(call.path)) return null;
  const token = bearer(call);
  if (token === null) return fail("missing_token");
  const claims = readSessionToken(token);
  if (claims === null) return fail("invalid_token");
  return claims.exp * 1000 <= call.now ? fail("token_expired") : null;
}

function keyProblem(call: Call): Reply | null {
  const key = bearer(call);
  if (key === null || key === "") return fail("missing_credentials");
  if (key.startsWith("eyJ")) return sessionProblem(call);
  if (!/^[sp]k_(?:live|test)_./.test(key)) return fail("invalid_token");
  if (key.includes("REVOKED")) return fail("invalid_api_key");
  if (call.path.startsWith("/v1/api_keys")) return fail("invalid_token");
  if (call.method === "GET") return null;
  if (key.startsWith("pk_")) return fail("secret_key_required");
  return key.includes("READ") ? fail("insufficient_scope") : null;
}

/** Keys that differ only in their prefix are of one tenant. */
function tenant(call: Call): string {
  const key = bearer(call);
  if (key === null) return "anonymous";
  return readSessionToken(key)?.tenant ?? key.replace(/^[sp]k_/, "");
}

function policyText(policy: LimitPolicy): string {
  return `${policy.limit};w=${policy.windowSeconds}`;
}

/** Resources of which there is none: every id is unknown. */
function lookups(): Route[] {
  const missing = {
    nfts: "nft",
    identities: "identity",
    governance: "governance",
    vesting: "vesting",
    vaults: "vault",
    webhook_endpoints: "webhook",
    users: "user",
  };
  return [
    ...Object.entries(missing).map(([resource, name]) =>
      route(`GET /v1/${resource}/:id`, () => fail(`${name}_not_found`)),
    ),
    route("GET /v1/networks", () =>
      jsonReply(200, { data: [{ id: "polygon_amoy", chain_id: 80002 }], has_more: false, total: 1 }),
    ),
    route("GET /v1/networks/:id", (_call, { id = "" }) =>
      id === "polygon_amoy" ? jsonReply(200, { id, chain_id: 80002 }) : fail("network_not_found"),
    ),
    route("GET /v1/connect/accounts", connectAccounts),
    route("GET /v1/connect/accounts/:address", () => fail("connect_account_not_found")),
    route("POST /v1/webhook_endpoints", (call) =>
      textMember(jsonObject(call) ?? {}, "url") === "https://mintboard.example/hooks"
        ? fail("duplicate_webhook")
        : jsonReply(201, { id: "whk_1" }),
    ),
    route("GET /v1/api_keys", () =>
      jsonReply(200, { data: [{ id: "ak_abc123", type: "secret", revoked: false }], has_more: false, total: 1 }),
    ),
    route("POST /v1/api_keys", () => jsonReply(201, { id: "ak_abc123", key: "sk_test_EXAMPLENEW", type: "secret" })),
    route("PUT /v1/settings/cors", () => fail("admin_required")),
  ];
}

function connectAccounts(call: Call): Reply {
  const chain = call.query.get("chain_id");
  if (chain === null) return fail("chain_id_required");
  if (!/^[1-9]\d*$/.test(chain)) return fail("invalid_chain_id");
  return chain === "80002" ? jsonReply(200, { data: [], has_more: false, total: 0 }) : fail("chain_not_supported");
}
