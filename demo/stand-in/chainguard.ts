import { type Api, createApi } from "./api.ts";
import { bearer, type Call, jsonObject, jsonReply, type Reply, textMember, withHeaders } from "./call.ts";
import { CHAINGUARD_ERRORS } from "./chainguard-errors.ts";
import type { DemoError } from "./demo-error.ts";
import { CHAINGUARD_HOST } from "./hosts.ts";
import { createMeter } from "./rate-limit.ts";
import { findRoute, route } from "./routes.ts";

export type ChainGuardOptions = {
  /** Requests a minute; the documents give 60 for the Free plan. */
  readonly limit: number;
  readonly windowSeconds: number;
  /** Requests a day; the documents give 1,000 for the Free plan. */
  readonly dailyQuota: number;
};

const CHAINS = new Map([
  ["ethereum", 1],
  ["bsc", 56],
  ["polygon", 137],
]);
const DAY_SECONDS = 86_400;

/**
 * ChainGuard: keys `cg_live_…` or `cg_test_…` as a bearer token or in the query (`api_key`). A key with "REVOKED" in it
 * was withdrawn, one with "SCAN" has only the scan scope.
 */
export function createChainGuard(options: ChainGuardOptions): Api {
  const minute = createMeter({ limit: options.limit, windowSeconds: options.windowSeconds, kind: "fixed" });
  const day = createMeter({ limit: options.dailyQuota, windowSeconds: DAY_SECONDS, kind: "fixed" });
  const quotaHeaders = { "x-ratelimit-limit": String(options.dailyQuota), "x-ratelimit-remaining": "0" };
  let requestNumber = 0;

  function meta(call: Call): Record<string, unknown> {
    requestNumber += 1;
    return {
      requestId: `req_cg_${String(requestNumber).padStart(6, "0")}`,
      timestamp: new Date(call.now).toISOString(),
    };
  }

  function ok(call: Call, data: unknown, status = 200): Reply {
    return jsonReply(status, { success: true, data, meta: { ...meta(call), processingTime: 47 } });
  }

  function envelope(error: DemoError, call: Call): Reply {
    const field = error.field === undefined ? {} : { field: error.field };
    const details = error.details === undefined ? {} : { details: error.details };
    return jsonReply(error.status, {
      success: false,
      error: { code: error.code, message: error.message, ...details, ...field },
      meta: meta(call),
    });
  }

  function fail(code: string, call: Call, more: Partial<DemoError> = {}): Reply {
    return envelope({ ...namedError(code), ...more }, call);
  }

  /** What is wrong with the chain that the caller names, or null. */
  function chainProblem(chain: string, call: Call): Reply | null {
    if (chain === "") return fail("MISSING_PARAMETER", call, { field: "chain" });
    if (CHAINS.has(chain) || [...CHAINS.values()].some((id) => String(id) === chain)) return null;
    return fail(/^\d+$/.test(chain) ? "CHAIN_NOT_SUPPORTED" : "INVALID_CHAIN", call);
  }

  function scanContract(call: Call): Reply {
    const body = jsonObject(call);
    if (body === null) return fail("VALIDATION_ERROR", call, { field: "body", details: {} });
    const address = textMember(body, "address");
    if (address === "") return fail("MISSING_PARAMETER", call, { field: "address" });
    if (!isAddress(address))
      return fail("VALIDATION_ERROR", call, {
        details: { provided: address, expected: "0x and 40 hexadecimal digits" },
      });
    return chainProblem(textMember(body, "chain"), call) ?? ok(call, { address, ...risk(address), threats: [] });
  }

  function score(entity: string, call: Call): Reply {
    const isUrl = entity.includes("://");
    if (isUrl && entity.includes("?")) return fail("INVALID_URL", call, { field: "entity" });
    if (!isUrl && !isAddress(entity)) return fail("INVALID_ADDRESS", call, { field: "entity" });
    const data = { entity, entityType: isUrl ? "url" : "wallet", ...risk(entity), confidence: 0.95, factors: [] };
    return chainProblem(call.query.get("chain") ?? "ethereum", call) ?? ok(call, data);
  }

  function scanUrl(call: Call): Reply {
    const url = textMember(jsonObject(call) ?? {}, "url");
    if (!url.startsWith("https://") && !url.startsWith("http://")) return fail("INVALID_URL", call);
    return ok(call, { riskScore: 85, threats: ["phishing", "new_domain"] });
  }

  function scanTransaction(call: Call): Reply {
    const body = jsonObject(call) ?? {};
    if (!isAddress(textMember(body, "to"))) return fail("INVALID_ADDRESS", call, { field: "to" });
    return chainProblem(textMember(body, "chain"), call) ?? ok(call, { riskScore: 4, riskLevel: "safe", effects: [] });
  }

  function webhook(call: Call, key: string): Reply {
    if (key.includes("SCAN")) return fail("INSUFFICIENT_SCOPE", call);
    const url = textMember(jsonObject(call) ?? {}, "url");
    return ok(
      call,
      { id: "wh_abc123def456", url, events: ["entity.risk_changed"], secret: "whsec_EXAMPLE", status: "active" },
      201,
    );
  }

  const routes = [
    route("POST /v1/scan/contract", scanContract),
    route("POST /v1/scan/url", scanUrl),
    route("POST /v1/scan/transaction", scanTransaction),
    route("GET /v1/scan/wallet/:address", (call, { address = "" }) =>
      isAddress(address)
        ? (chainProblem(call.query.get("chain") ?? "", call) ?? ok(call, { address, ...risk(address) }))
        : fail("INVALID_ADDRESS", call),
    ),
    route("GET /v1/risk/score/:entity", (call, { entity = "" }) => score(entity, call)),
    route("GET /v1/risk/report/:entity", (call, { entity = "" }) =>
      call.query.get("chain") === "bsc"
        ? fail("CONTRACT_NOT_FOUND", call)
        : ok(call, { entity, ...risk(entity), sections: [] }),
    ),
    route("POST /v1/webhooks", (call) => webhook(call, credential(call) ?? "")),
  ];

  function handle(call: Call): Reply {
    const key = credential(call);
    if (key === null) return fail("MISSING_AUTH", call);
    if (!/^cg_(?:live|test)_./.test(key)) return fail("INVALID_API_KEY", call);
    if (key.includes("REVOKED")) return fail("EXPIRED_API_KEY", call);
    if (!day.take(key, call.now).granted) {
      return { ...withHeaders(fail("QUOTA_EXCEEDED", call), quotaHeaders), withoutCounters: true };
    }
    const found = findRoute(routes, call);
    return found === null ? fail("NOT_FOUND", call) : found.route.answer(call, found.values);
  }

  return createApi({
    host: CHAINGUARD_HOST,
    errors: CHAINGUARD_ERRORS,
    meterOf: () => minute,
    accountOf: (call) => credential(call) ?? "anonymous",
    handle,
    errorReply: (error, call) => envelope(error, call),
    limitError: () => namedError("RATE_LIMIT_EXCEEDED"),
    quotas: { QUOTA_EXCEEDED: quotaHeaders },
    forget: () => day.clear(),
  });
}

function namedError(code: string): DemoError {
  const fallback: DemoError = { code, status: 500, message: code, method: "GET", path: "/" };
  return CHAINGUARD_ERRORS.find((error) => error.code === code) ?? fallback;
}

/** Null where no key was sent at all; what was sent otherwise, whole where it is no bearer token. */
function credential(call: Call): string | null {
  return bearer(call) ?? call.headers["authorization"] ?? call.query.get("api_key");
}

function isAddress(text: string): boolean {
  return /^0x[0-9a-fA-F]{40}$/.test(text);
}

/** A score that is always the same for one entity. */
function risk(entity: string): { readonly riskScore: number; readonly riskLevel: string } {
  let sum = 0;
  for (const character of entity) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 997;
  const riskScore = sum % 101;
  const levels = ["safe", "low", "medium", "high", "critical"];
  return { riskScore, riskLevel: levels[Math.min(4, Math.floor(riskScore / 20))] ?? "safe" };
}
