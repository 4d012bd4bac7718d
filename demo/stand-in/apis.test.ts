import { beforeEach, describe, expect, test } from "vitest";
import type { Api } from "./api.ts";
import { createBlockSecOps } from "./blocksecops.ts";
import { type Call, type Reply } from "./call.ts";
import { createChainGuard } from "./chainguard.ts";
import { limitsOf } from "./limits.ts";
import { createUrblock } from "./urblock.ts";
import { sessionToken } from "./urblock-sessions.ts";

const START = Date.UTC(2026, 0, 14, 10, 30);
const ADDRESS = "0xdAC17F958D2ee523a2206206994597C13D831ec7";
const HOLDER = "0x1234567890abcdef1234567890abcdef12345678";
const MINT = { to: HOLDER, amount: "1000", idempotency_key: "mint-0001" };

let now = START;
let apis: { readonly bso: Api; readonly cg: Api; readonly ub: Api };
beforeEach(() => {
  now = START;
  const limits = limitsOf({ blocksecops: { uploadLimitBytes: 1000 }, chainguard: { dailyQuota: 3 } });
  apis = {
    bso: createBlockSecOps(limits.blocksecops),
    cg: createChainGuard(limits.chainguard),
    ub: createUrblock(limits.urblock),
  };
});

type Sent = {
  readonly key?: string | null;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly bodyBytes?: number;
};
const KEYS = { bso: "Bearer bso_test_EXAMPLE", cg: "Bearer cg_test_EXAMPLE", ub: "Bearer sk_test_EXAMPLE" };

/** Sends "GET /path" to an API with its key, or with the credentials given. */
function send(
  name: keyof typeof KEYS,
  request: string,
  { key = KEYS[name], body = "", headers = {}, bodyBytes }: Sent = {},
): Reply {
  const [method = "GET", target = "/"] = request.split(" ");
  const url = new URL(target, "https://api.example");
  const bytes = Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  const authorization = key === null ? {} : { authorization: key };
  const call: Call = {
    method,
    host: apis[name].host,
    path: url.pathname,
    query: url.searchParams,
    headers: { ...authorization, ...headers },
    body: bytes,
    bodyBytes: bodyBytes ?? bytes.length,
    now,
  };
  return apis[name].answer(call);
}

/** "STATUS code", or the status alone for a success. */
function verdict(reply: Reply): string {
  const body: unknown = reply.body === "" ? {} : JSON.parse(reply.body.toString());
  const error = typeof body === "object" && body !== null && "error" in body ? body.error : undefined;
  return typeof error === "object" && error !== null && "code" in error
    ? `${reply.status} ${String(error.code)}`
    : String(reply.status);
}

function upload(name: string): Sent {
  const body = `--X\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\ncontract\r\n--X--\r\n`;
  return { body, headers: { "content-type": "multipart/form-data; boundary=X" } };
}

describe("BlockSecOps answers like the documented API", () => {
  test.each([
    ["no key", "GET /api/v1/me", { key: null }, "401 UNAUTHORIZED"],
    ["a key without Bearer", "GET /api/v1/me", { key: "bso_test_EXAMPLE" }, "401 UNAUTHORIZED"],
    ["another API's key", "GET /api/v1/me", { key: KEYS.cg }, "401 UNAUTHORIZED"],
    ["the vendor's other header", "GET /api/v1/me", { key: null, headers: { "x-api-key": "bso_test_EXAMPLE" } }, "200"],
    ["an expired key", "GET /api/v1/me", { key: "Bearer bso_live_EXAMPLEOLD" }, "401 KEY_EXPIRED"],
    ["another organisation", "GET /api/v1/scans", { headers: { "x-organization-id": "org_xyz" } }, "404 NOT_FOUND"],
    ["a reading key that writes", "POST /api/v1/scans", { key: "Bearer bso_test_EXAMPLEREAD" }, "403 FORBIDDEN"],
    ["a scan without contract", "POST /api/v1/scans", { body: { preset: "deep" } }, "400 INVALID_REQUEST"],
    ["a body that is no JSON", "POST /api/v1/scans", { body: "contract_id=1" }, "400 INVALID_REQUEST"],
    ["a cursor that is none", "GET /api/v1/scans?after=%%%", {}, "400 INVALID_CURSOR"],
    ["a file of another kind", "POST /api/v1/contracts/upload", upload("notes.txt"), "415 INVALID_FILE_TYPE"],
    [
      "a file over the limit",
      "POST /api/v1/contracts/upload",
      { ...upload("A.sol"), bodyBytes: 2000 },
      "413 FILE_TOO_LARGE",
    ],
    ["a file that fits", "POST /api/v1/contracts/upload", upload("A.sol"), "201"],
    ["an upload without a form", "POST /api/v1/upload", {}, "422"],
    ["the lower-case dialect", "GET /v1/nothing", {}, "404 not_found"],
    ["a language that is not in the list", "POST /v1/scan", { body: { language: "cobol" } }, "422 validation_error"],
  ])("%s", (_what, request, sent, expected) => {
    expect(verdict(send("bso", request, sent))).toBe(expected);
  });

  test("a contract is scanned once at a time, and two scans fill all places", () => {
    const start = (contract: string): string =>
      verdict(send("bso", "POST /api/v1/scans", { body: { contract_id: contract } }));
    expect([start("a"), start("a"), start("b"), start("c")]).toEqual([
      "202",
      "409 SCAN_IN_PROGRESS",
      "202",
      "429 CONCURRENT_LIMIT",
    ]);
    now += 6_000;
    expect(start("a")).toBe("202");
  });

  test("a scan is queued, runs and is completed as time passes; results come with the end", () => {
    send("bso", "POST /api/v1/scans", { body: { contract_id: "a" } });
    const states: unknown[] = [];
    for (const elapsed of [0, 1_000, 6_000]) {
      now = START + elapsed;
      states.push(JSON.parse(send("bso", "GET /api/v1/scans/scan_demo0001").body.toString()));
    }
    expect(states).toMatchObject([{ status: "queued" }, { status: "running" }, { status: "completed" }]);
    expect(verdict(send("bso", "GET /api/v1/scans/scan_demo0001/results"))).toBe("200");
  });

  test("every reply has a request id of its own in the header", () => {
    const ids = [
      send("bso", "GET /api/v1/me"),
      send("bso", "GET /none"),
      send("bso", "GET /api/v1/me?simulate=INTERNAL_ERROR"),
    ].map((reply) => reply.headers["x-request-id"]);
    expect(new Set(ids).size).toBe(3);
    expect(ids.every((id) => id?.startsWith("req_") === true)).toBe(true);
  });
});

describe("ChainGuard answers like the documented API", () => {
  test.each([
    ["no key", "GET /v1/risk/score/x", { key: null }, "401 MISSING_AUTH"],
    ["a key that is none", "GET /v1/risk/score/x", { key: "Bearer nonsense" }, "401 INVALID_API_KEY"],
    ["a withdrawn key", "GET /v1/risk/score/x", { key: "Bearer cg_live_EXAMPLEREVOKED" }, "401 EXPIRED_API_KEY"],
    ["a key in the query", `GET /v1/risk/score/${ADDRESS}?api_key=cg_test_EXAMPLE`, { key: null }, "200"],
    ["a scan key at webhooks", "POST /v1/webhooks", { key: "Bearer cg_test_EXAMPLESCAN" }, "403 INSUFFICIENT_SCOPE"],
    [
      "an address that is none",
      "POST /v1/scan/contract",
      { body: { address: "0xinvalid", chain: "ethereum" } },
      "400 VALIDATION_ERROR",
    ],
    ["a chain by name", "POST /v1/scan/contract", { body: { address: ADDRESS, chain: "solana" } }, "400 INVALID_CHAIN"],
    ["a chain by number", `GET /v1/risk/score/${ADDRESS}?chain=5`, {}, "400 CHAIN_NOT_SUPPORTED"],
    ["no chain", "POST /v1/scan/contract", { body: { address: ADDRESS } }, "400 MISSING_PARAMETER"],
    ["a wallet that is none", "GET /v1/scan/wallet/0x1?chain=bsc", {}, "400 INVALID_ADDRESS"],
    [
      "a page's address with a query as entity",
      "GET /v1/risk/score/https%3A%2F%2Fa.example%2F%3Ftoken%3DEXAMPLE",
      {},
      "400 INVALID_URL",
    ],
    ["no contract on that chain", `GET /v1/risk/report/${ADDRESS}?chain=bsc`, {}, "404 CONTRACT_NOT_FOUND"],
    ["a path that is none", "GET /v1/nothing", {}, "404 NOT_FOUND"],
  ])("%s", (_what, request, sent, expected) => {
    expect(verdict(send("cg", request, sent))).toBe(expected);
  });

  test("the request id is in the body, and validation echoes what was sent", () => {
    const reply = send("cg", "POST /v1/scan/contract", { body: { address: "0xinvalid", chain: "ethereum" } });
    expect(JSON.parse(reply.body.toString())).toMatchObject({
      success: false,
      error: { field: "address", details: { provided: "0xinvalid" } },
      meta: { requestId: expect.stringMatching(/^req_/), timestamp: new Date(START).toISOString() },
    });
    expect(reply.headers).not.toHaveProperty("x-request-id");
  });

  test("the day's quota ends in a 429 that names no time", () => {
    for (let call = 0; call < 3; call += 1) send("cg", `GET /v1/risk/score/${ADDRESS}`);
    const reply = send("cg", `GET /v1/risk/score/${ADDRESS}`);
    expect(verdict(reply)).toBe("429 QUOTA_EXCEEDED");
    expect(reply.headers).toMatchObject({ "x-ratelimit-limit": "3", "x-ratelimit-remaining": "0" });
    expect(Object.keys(reply.headers)).not.toContain("retry-after");
  });
});

describe("Urblock answers like the documented API", () => {
  const session = (change: Partial<Parameters<typeof sessionToken>[0]> = {}): string =>
    `Bearer ${sessionToken({ sub: "dev@mintboard.example", tenant: "t", role: "member", exp: START / 1000 + 60, ...change })}`;

  test.each([
    ["no key", "GET /v1/tokens", { key: null }, "401 missing_credentials"],
    ["no session", "GET /auth/me", { key: null }, "401 missing_token"],
    ["an API key where a session is needed", "GET /v1/api_keys", {}, "401 invalid_token"],
    ["a session", "GET /v1/api_keys", { key: session() }, "200"],
    ["an old session", "GET /v1/tokens", { key: session({ exp: START / 1000 }) }, "401 token_expired"],
    ["a revoked key", "GET /v1/tokens", { key: "Bearer sk_test_EXAMPLEREVOKED" }, "401 invalid_api_key"],
    [
      "a publishable key that writes",
      "POST /v1/tokens/tok_abc123/mint",
      { key: "Bearer pk_test_EXAMPLE", body: MINT },
      "403 secret_key_required",
    ],
    ["a key with few scopes", "POST /v1/tokens", { key: "Bearer sk_test_EXAMPLEREAD" }, "403 insufficient_scope"],
    ["another tenant's token", "GET /v1/tokens/tok_othertenant1", {}, "403 tenant_mismatch"],
    ["a token without name", "POST /v1/tokens", { body: { symbol: "GLD" } }, "400 missing_field"],
    ["a symbol that is none", "POST /v1/tokens", { body: { name: "Gold", symbol: "g!" } }, "400 invalid_field"],
    ["an id without its prefix", "GET /v1/tokens/gold", {}, "400 invalid_id_format"],
    ["no chain", "GET /v1/connect/accounts", {}, "400 chain_id_required"],
    ["a page of 500", "GET /v1/tokens?limit=500", {}, "400 invalid_pagination"],
    [
      "an amount below nothing",
      "POST /v1/tokens/tok_abc123/mint",
      { body: { ...MINT, amount: "-5" } },
      "400 invalid_amount",
    ],
    [
      "a write without idempotency key",
      "POST /v1/tokens/tok_abc123/mint",
      { body: { to: HOLDER, amount: "1" } },
      "400 missing_field",
    ],
    [
      "too little gas",
      "POST /v1/tokens/tok_abc123/transfer",
      { body: { ...MINT, gas_limit: 5 } },
      "422 insufficient_gas",
    ],
    ["a token that is none", "GET /v1/tokens/tok_nonexistent", {}, "404 token_not_found"],
    ["a taken e-mail", "POST /auth/register", { body: { email: "dev@mintboard.example" } }, "409 email_already_exists"],
  ])("%s", (_what, request, sent, expected) => {
    expect(verdict(send("ub", request, sent))).toBe(expected);
  });

  test("the same write again gives the first transaction, another write under the same key conflicts", () => {
    const mint = (amount: string): Reply =>
      send("ub", "POST /v1/tokens/tok_abc123/mint", { body: { ...MINT, amount } });
    const [first, again, other] = [mint("1000"), mint("1000"), mint("2000")];
    expect([first, again, other].map(verdict)).toEqual(["201", "200", "409 idempotency_conflict"]);
    expect(JSON.parse(again.body.toString())).toEqual(JSON.parse(first.body.toString()));
  });

  test("minting over the cap is accepted and fails later inside a 200", () => {
    send("ub", "POST /v1/tokens/tok_abc123/mint", { body: { ...MINT, amount: "9000000" } });
    now += 3_000;
    expect(JSON.parse(send("ub", "GET /v1/transactions/tx_demo0001").body.toString())).toMatchObject({
      status: "failed",
    });
  });

  test("five wrong passwords lock the account for a while, and the right one does not open it", () => {
    const signIn = (password: string): string =>
      verdict(send("ub", "POST /auth/login", { key: null, body: { email: "dev@mintboard.example", password } }));
    expect(Array.from({ length: 6 }, () => signIn("wrong"))).toEqual([
      ...Array<string>(5).fill("401 invalid_credentials"),
      "423 account_locked",
    ]);
    expect(signIn("EXAMPLE-pass")).toBe("423 account_locked");
    now += 30_000;
    expect(signIn("EXAMPLE-pass")).toBe("200");
  });

  test("a refresh token works once", () => {
    const session = JSON.parse(
      send("ub", "POST /auth/login", {
        key: null,
        body: { email: "dev@mintboard.example", password: "EXAMPLE-pass" },
      }).body.toString(),
    );
    const refresh = (): string =>
      verdict(send("ub", "POST /auth/refresh", { key: null, body: { refresh_token: session.refresh_token } }));
    expect([refresh(), refresh()]).toEqual(["200", "401 invalid_refresh_token"]);
  });

  test("sign-in, refresh and batches have windows of their own, named by the policy header", () => {
    const policy = (request: string): string | undefined => send("ub", request).headers["x-ratelimit-policy"];
    expect([
      policy("GET /v1/tokens"),
      policy("POST /auth/login"),
      policy("POST /auth/refresh"),
      policy("POST /v1/batch"),
    ]).toEqual(["100;w=60", "10;w=60", "30;w=60", "20;w=60"]);
  });
});
