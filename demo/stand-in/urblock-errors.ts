import type { DemoError } from "./demo-error.ts";

const ADDRESS = "0x1234567890abcdef1234567890abcdef12345678";
const ZERO_ADDRESS = `0x${"0".repeat(40)}`;
const MINT = { to: ADDRESS, amount: "1000", idempotency_key: "mint-0001" };
const MINT_PATH = "/v1/tokens/tok_abc123/mint";
const TRANSFER_PATH = "/v1/tokens/tok_abc123/transfer";

/** A session token whose `exp` is 2023-11-14. Its signature is no signature. */
const OLD_SESSION =
  "Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJkZXZAbWludGJvYXJkLmV4YW1wbGUiLCJ0ZW5hbnQiOiJtaW50Ym9hcmQiLCJyb2xlIjoibWVtYmVyIiwiZXhwIjoxNzAwMDAwMDAwfQ.EXAMPLEsignature";

/** Codes that are about other credentials than the account's key. */
const CREDENTIALS: Readonly<Record<string, string | null>> = {
  missing_credentials: null,
  missing_token: null,
  token_expired: OLD_SESSION,
  invalid_credentials: null,
  invalid_refresh_token: null,
  invalid_api_key: "Bearer sk_test_EXAMPLEREVOKED",
  session_ip_mismatch: OLD_SESSION,
  account_locked: null,
  insufficient_scope: "Bearer sk_test_EXAMPLEREAD",
  secret_key_required: "Bearer pk_test_EXAMPLE0001",
  email_already_exists: null,
};

/** Codes that no single request brings about. */
const SIMULATED: ReadonlySet<string> = new Set([
  "invalid_credentials", // five of them lock the account
  "session_ip_mismatch",
  "account_locked",
  "scope_insufficient",
  "idempotency_conflict",
  "rate_limited",
  "rate_limit_exceeded",
  "usage_limit_exceeded",
  "nonce_collision",
  "deployment_failed",
  "rpc_error",
  "internal_error",
  "service_unavailable",
  "request_timeout",
]);

type Row = readonly [
  code: string,
  status: number,
  request: string,
  message: string,
  more?: { readonly field?: string; readonly body?: Readonly<Record<string, unknown>> },
];

function rows(type: string, list: readonly Row[]): DemoError[] {
  return list.map(([code, status, request, message, more]) => {
    const [method, path] = request.split(" ");
    const authorization = CREDENTIALS[code];
    return {
      ...(authorization === undefined ? {} : { authorization }),
      ...(SIMULATED.has(code) ? { simulated: true as const } : {}),
      code,
      status,
      type,
      message,
      method: method === "POST" || method === "PUT" ? method : "GET",
      path: path ?? "/",
      ...more,
    };
  });
}

/** Every code that Urblock documents, in both spellings where two pages differ. */
export const URBLOCK_ERRORS: readonly DemoError[] = [
  ...rows("authentication_error", [
    ["missing_credentials", 401, "GET /v1/tokens?limit=3", "Send a token or a key."],
    ["missing_token", 401, "GET /auth/me", "Send a bearer token."],
    ["invalid_token", 401, "GET /v1/api_keys", "This token or key is not valid."],
    ["token_expired", 401, "GET /auth/me", "The session ran out; refresh it."],
    [
      "invalid_credentials",
      401,
      "POST /auth/login",
      "E-mail or password do not match.",
      { body: { email: "dev@mintboard.example", password: "EXAMPLE-wrong-pass" } },
    ],
    [
      "invalid_refresh_token",
      401,
      "POST /auth/refresh",
      "This refresh token cannot be used.",
      { body: { refresh_token: "rt_EXAMPLEOLD" } },
    ],
    ["invalid_api_key", 401, "GET /v1/wallets", "No such key, or it was revoked."],
    ["session_ip_mismatch", 401, "GET /auth/me", "The session belongs to another address."],
    [
      "account_locked",
      423,
      "POST /auth/login",
      "Too many failed sign-ins; locked for a while.",
      { body: { email: "dev@mintboard.example", password: "EXAMPLE-wrong-pass" } },
    ],
  ]),
  ...rows("authorization_error", [
    [
      "insufficient_scope",
      403,
      "POST /v1/tokens",
      "The key's scopes do not cover this.",
      { body: { name: "Silver", symbol: "SLV", network: "polygon_amoy" } },
    ],
    [
      "scope_insufficient",
      403,
      "POST /v1/tokens",
      "The key's scopes do not cover this.",
      { body: { name: "Silver", symbol: "SLV", network: "polygon_amoy" } },
    ],
    ["secret_key_required", 403, `POST ${MINT_PATH}`, "Writing needs a secret key.", { body: MINT }],
    [
      "admin_required",
      403,
      "PUT /v1/settings/cors",
      "Only an administrator may do this.",
      { body: { allowed_origins: ["https://mintboard.example"] } },
    ],
    ["tenant_mismatch", 403, "GET /v1/tokens/tok_othertenant1", "This belongs to another tenant."],
  ]),
  ...rows("invalid_request_error", [
    ["missing_field", 400, "POST /v1/tokens", "The field name is needed.", { field: "name", body: { symbol: "GLD" } }],
    [
      "invalid_field",
      400,
      "POST /v1/tokens",
      "The symbol must be 2 to 8 capital letters.",
      { field: "symbol", body: { name: "Gold", symbol: "g!", network: "polygon_amoy" } },
    ],
    ["validation_error", 400, "GET /v1/tokens?limit=many", "The query does not pass.", { field: "limit" }],
    [
      "invalid_amount",
      400,
      `POST ${MINT_PATH}`,
      "The amount must be a positive number in a string.",
      { field: "amount", body: { ...MINT, amount: "-5" } },
    ],
    ["invalid_id_format", 400, "GET /v1/tokens/gold", "Token ids start with tok_.", { field: "token_id" }],
    [
      "invalid_address",
      400,
      `POST ${MINT_PATH}`,
      "That is no Ethereum address.",
      { field: "to", body: { ...MINT, to: "0x123" } },
    ],
    ["chain_id_required", 400, "GET /v1/connect/accounts", "Say which chain_id.", { field: "chain_id" }],
    [
      "invalid_chain_id",
      400,
      "GET /v1/connect/accounts?chain_id=-1",
      "chain_id must be a positive whole number.",
      { field: "chain_id" },
    ],
    [
      "invalid_network",
      400,
      "POST /v1/tokens",
      "This network is not active.",
      { field: "network", body: { name: "Gold", symbol: "GLD", network: "ropsten" } },
    ],
    ["invalid_pagination", 400, "GET /v1/tokens?limit=500", "limit goes from 1 to 100.", { field: "limit" }],
  ]),
  ...rows("not_found_error", [
    ["token_not_found", 404, "GET /v1/tokens/tok_nonexistent", "No such token here.", { field: "token_id" }],
    ["wallet_not_found", 404, "GET /v1/wallets/wal_nonexistent", "No such wallet here."],
    ["transaction_not_found", 404, "GET /v1/transactions/tx_nonexistent", "No such transaction here."],
    ["nft_not_found", 404, "GET /v1/nfts/nft_nonexistent", "No such NFT here."],
    ["identity_not_found", 404, "GET /v1/identities/idn_nonexistent", "No such identity here."],
    ["governance_not_found", 404, "GET /v1/governance/gov_nonexistent", "No such governance contract here."],
    ["vesting_not_found", 404, "GET /v1/vesting/vst_nonexistent", "No such vesting schedule here."],
    ["vault_not_found", 404, "GET /v1/vaults/vlt_nonexistent", "No such vault here."],
    ["webhook_not_found", 404, "GET /v1/webhook_endpoints/whk_nonexistent", "No such webhook endpoint here."],
    ["network_not_found", 404, "GET /v1/networks/ropsten", "No such network."],
    ["user_not_found", 404, "GET /v1/users/usr_nonexistent", "No such user."],
    ["connect_account_not_found", 404, `GET /v1/connect/accounts/${ADDRESS}?chain_id=80002`, "No such smart account."],
  ]),
  ...rows("conflict_error", [
    [
      "email_already_exists",
      409,
      "POST /auth/register",
      "This e-mail is taken.",
      {
        field: "email",
        body: {
          email: "dev@mintboard.example",
          password: "EXAMPLE-pass",
          company_name: "Mintboard",
          full_name: "A. Tester",
        },
      },
    ],
    [
      "idempotency_conflict",
      409,
      `POST ${MINT_PATH}`,
      "This key was used with other parameters.",
      { field: "idempotency_key", body: { ...MINT, amount: "2000" } },
    ],
    [
      "token_already_deployed",
      409,
      "POST /v1/tokens/tok_abc123/deploy",
      "It is on that network already.",
      { body: { network: "polygon_amoy" } },
    ],
    [
      "duplicate_webhook",
      409,
      "POST /v1/webhook_endpoints",
      "This URL is registered already.",
      { field: "url", body: { url: "https://mintboard.example/hooks", events: ["token.minted"] } },
    ],
  ]),
  ...rows("rate_limit_error", [
    ["rate_limited", 429, "GET /v1/tokens?limit=3", "The window is full."],
    [
      "rate_limit_exceeded",
      429,
      "POST /auth/login",
      "The window is full.",
      { body: { email: "dev@mintboard.example", password: "EXAMPLE-pass" } },
    ],
    ["usage_limit_exceeded", 429, `POST ${MINT_PATH}`, "This month's allowance is used up.", { body: MINT }],
  ]),
  ...rows("blockchain_error", [
    [
      "contract_reverted",
      422,
      `POST ${TRANSFER_PATH}`,
      "Reverted: transfer to the zero address.",
      { body: { ...MINT, to: ZERO_ADDRESS, idempotency_key: "transfer-0001" } },
    ],
    [
      "insufficient_gas",
      422,
      `POST ${TRANSFER_PATH}`,
      "Ran out of gas at 21000.",
      { body: { ...MINT, gas_limit: 1000, idempotency_key: "transfer-0002" } },
    ],
    [
      "nonce_collision",
      422,
      `POST ${TRANSFER_PATH}`,
      "The nonce is used.",
      { body: { ...MINT, idempotency_key: "transfer-0003" } },
    ],
    [
      "deployment_failed",
      422,
      "POST /v1/tokens/tok_new001/deploy",
      "The deployment failed on chain.",
      { body: { network: "polygon_amoy" } },
    ],
    [
      "chain_not_supported",
      400,
      "GET /v1/connect/accounts?chain_id=424242",
      "This chain is not set up.",
      { field: "chain_id" },
    ],
    ["rpc_error", 502, `GET /v1/wallets/wal_abc123/balance`, "The chain's node answered with an error."],
  ]),
  ...rows("api_error", [
    ["internal_error", 500, "GET /v1/wallets", "Something broke on our side."],
    ["service_unavailable", 503, "GET /v1/wallets", "Not available right now."],
    ["request_timeout", 408, "GET /v1/transactions?limit=100", "It took too long."],
  ]),
];
