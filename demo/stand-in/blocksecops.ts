import { type Api, createApi } from "./api.ts";
import { BLOCKSECOPS_ERRORS } from "./blocksecops-errors.ts";
import { bearer, type Call, jsonObject, jsonReply, type Reply, textMember, withHeaders } from "./call.ts";
import type { DemoError } from "./demo-error.ts";
import { BLOCKSECOPS_HOST } from "./hosts.ts";
import { createMeter } from "./rate-limit.ts";
import { findRoute, type PathValues, route } from "./routes.ts";
import { createScans, type Scan } from "./scans.ts";
import { uploadedFile } from "./upload.ts";

export type BlockSecOpsOptions = {
  /** Requests a window; the documents give 60 a minute for the Developer plan. */
  readonly limit: number;
  readonly windowSeconds: number;
  readonly scanSeconds: number;
  /** Scans that may run at once. */
  readonly scanPlaces: number;
  readonly uploadLimitBytes: number;
};

const FILE_TYPES = [".sol", ".vy", ".rs", ".zip", ".tar.gz"];
const ORGANISATION = "org_mintboard";

/**
 * BlockSecOps: keys `bso_live_…` or `bso_test_…` in either header. A key with "OLD" in it has expired, one with "READ"
 * may not write, and no key may manage webhooks. Paths without `/api` speak the lower-case dialect.
 */
export function createBlockSecOps(options: BlockSecOpsOptions): Api {
  const meter = createMeter({ limit: options.limit, windowSeconds: options.windowSeconds, kind: "fixed" });
  const scans = createScans(options.scanSeconds);
  let requestNumber = 0;

  function fail(code: string, more: Partial<DemoError> = {}): Reply {
    const error = BLOCKSECOPS_ERRORS.find((candidate) => candidate.code === code);
    return envelope({ code, status: 500, message: code, method: "GET", path: "/", ...error, ...more });
  }

  function scanView(scan: Scan, now: number): Record<string, unknown> {
    const created = new Date(scan.createdAt).toISOString();
    return {
      id: scan.id,
      contract_id: scan.contractId,
      preset: scan.preset,
      status: scans.status(scan, now),
      created_at: created,
    };
  }

  function startScan(call: Call): Reply {
    const body = jsonObject(call);
    if (body === null)
      return fail("INVALID_REQUEST", {
        message: "The body is no JSON object.",
        details: { field: "body", reason: "malformed" },
      });
    const contractId = textMember(body, "contract_id");
    if (contractId === "") return fail("INVALID_REQUEST");
    const unfinished = scans.unfinished(call.now);
    if (unfinished.some((scan) => scan.contractId === contractId)) return fail("SCAN_IN_PROGRESS");
    if (unfinished.length >= options.scanPlaces) return fail("CONCURRENT_LIMIT");
    return jsonReply(
      202,
      scanView(scans.start(contractId, textMember(body, "preset") || "standard", call.now), call.now),
    );
  }

  function listScans(call: Call): Reply {
    const after = call.query.get("after");
    if (after !== null && !isCursor(after)) return fail("INVALID_CURSOR");
    const page = {
      has_next_page: false,
      has_previous_page: false,
      start_cursor: null,
      end_cursor: null,
      total_count: null,
    };
    return jsonReply(200, { scans: scans.list().map((scan) => scanView(scan, call.now)), page_info: page });
  }

  function oneScan(call: Call, values: PathValues): Reply {
    const scan = scans.find(values["id"] ?? "");
    return scan === undefined ? fail("NOT_FOUND") : jsonReply(200, scanView(scan, call.now));
  }

  function results(call: Call, values: PathValues): Reply {
    const scan = scans.find(values["id"] ?? "");
    if (scan === undefined || scans.status(scan, call.now) !== "completed") return fail("NOT_FOUND");
    return jsonReply(200, { scan_id: scan.id, risk_score: 34, vulnerabilities: FINDINGS });
  }

  function upload(call: Call): Reply {
    const file = uploadedFile(call);
    if (file === null)
      return fail("INVALID_REQUEST", { message: "No file was sent.", details: { field: "file", reason: "missing" } });
    if (!FILE_TYPES.some((ending) => file.name.toLowerCase().endsWith(ending))) return fail("INVALID_FILE_TYPE");
    if (call.bodyBytes > options.uploadLimitBytes) return fail("FILE_TOO_LARGE");
    return jsonReply(201, {
      id: `contract_${file.name.length}${call.bodyBytes}`,
      filename: file.name,
      size: call.bodyBytes,
    });
  }

  const routes = [
    route("GET /api/v1/me", () => jsonReply(200, { id: "user_1", email: "dev@mintboard.example", plan: "developer" })),
    route("GET /api/v1/projects", () =>
      jsonReply(200, { data: [{ id: "proj_1", name: "Mintboard" }], total: 1, page: 1, page_size: 20 }),
    ),
    route("GET /api/v1/scans", listScans),
    route("POST /api/v1/scans", startScan),
    route("GET /api/v1/scans/:id", oneScan),
    route("GET /api/v1/scans/:id/results", results),
    route("GET /api/v1/vulnerabilities", () => jsonReply(200, { vulnerabilities: FINDINGS })),
    route("POST /api/v1/contracts/upload", upload),
    route("POST /api/v1/upload", (call) =>
      uploadedFile(call) === null ? jsonReply(422, { detail: "No file field in the form." }) : upload(call),
    ),
    route("POST /api/v1/webhooks", () => fail("FORBIDDEN")),
    route("GET /api/v1/audit-logs", () => fail("PERMISSION_DENIED")),
    route("POST /api/v1/api-keys", (call) =>
      jsonReply(201, { id: "key_1", name: textMember(jsonObject(call) ?? {}, "name"), key: "bso_test_EXAMPLENEWKEY" }),
    ),
    route("POST /v1/scan", (call) =>
      textMember(jsonObject(call) ?? {}, "language") === "solidity"
        ? jsonReply(202, { id: "scan_v1", status: "queued" })
        : fail("validation_error"),
    ),
    route("GET /v1/users/me", () =>
      jsonReply(200, { id: "user_1", email: "dev@mintboard.example", plan: "developer" }),
    ),
  ];

  function handle(call: Call): Reply {
    const openApi = !call.path.startsWith("/api/");
    const key = credential(call);
    if (!/^bso_(?:live|test)_./.test(key)) return fail(openApi ? "unauthorized" : "UNAUTHORIZED");
    if (key.includes("OLD")) return fail("KEY_EXPIRED");
    const organisation = call.headers["x-organization-id"];
    if (organisation !== undefined && organisation !== ORGANISATION && call.method === "GET") return fail("NOT_FOUND");
    if (key.includes("READ") && call.method !== "GET") return fail("FORBIDDEN");
    const found = findRoute(routes, call);
    return found === null ? fail(openApi ? "not_found" : "NOT_FOUND") : found.route.answer(call, found.values);
  }

  /** Every reply of the API carries a request id, in a header. */
  function stamped(reply: Reply): Reply {
    requestNumber += 1;
    return withHeaders(reply, { "x-request-id": `req_bso${String(requestNumber).padStart(6, "0")}` });
  }

  return createApi({
    host: BLOCKSECOPS_HOST,
    errors: BLOCKSECOPS_ERRORS,
    meterOf: () => meter,
    accountOf: (call) => credential(call) || "anonymous",
    handle: (call) => stamped(handle(call)),
    errorReply: (error, _call, waitSeconds) => stamped(envelope(error, waitSeconds)),
    limitError: (call) => namedError(call.path.startsWith("/api/") ? "RATE_LIMITED" : "rate_limited"),
    quotas: {},
    forget: () => scans.clear(),
  });
}

function namedError(code: string): DemoError {
  const fallback: DemoError = { code, status: 429, message: "The window is full.", method: "GET", path: "/" };
  return BLOCKSECOPS_ERRORS.find((error) => error.code === code) ?? fallback;
}

function envelope(error: DemoError, waitSeconds?: number): Reply {
  const details = error.details === undefined ? {} : { details: error.details };
  const wait = waitSeconds === undefined || error.dialect === "openapi" ? {} : { retry_after: waitSeconds };
  return jsonReply(error.status, { error: { code: error.code, message: error.message, ...details, ...wait } });
}

function credential(call: Call): string {
  return bearer(call) ?? call.headers["x-api-key"] ?? "";
}

function isCursor(cursor: string): boolean {
  try {
    JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return true;
  } catch {
    return false;
  }
}

const FINDINGS = [
  { id: "vuln_1", severity: "medium", title: "Unchecked return value", line: 42 },
  { id: "vuln_2", severity: "low", title: "Floating compiler version", line: 1 },
];
