import type { CorpusCase } from "./case.ts";

const HASH = "0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060";
const ADDRESS = "0x742d35Cc6634C0532925a3b844Bc454c459dFE2C";

function kept(name: string, value: unknown, keeps: readonly string[]): CorpusCase {
  const body = typeof value === "string" ? value : JSON.stringify(value);
  return { name: `keep ${name}`, entry: { body }, secrets: [], keepsInResponse: keeps };
}

function keptHeader(name: string, value: string): CorpusCase {
  return {
    name: `keep header ${name}`,
    entry: { requestHeaders: [[name, value]], responseHeaders: [[name, value]] },
    secrets: [],
    keeps: [`${name}: ${value}`.includes("'") ? name : value],
  };
}

/** What a report is worth nothing without, and what looks like a secret and is none. */
export const KEEPS: readonly CorpusCase[] = [
  keptHeader("x-request-id", "req_abc123def456GHI789jkl"),
  keptHeader("x-request-id", "8c1f0d1e-1111-4222-8333-444455556666"),
  keptHeader("x-correlation-id", "9f8e7d6c5b4a39281706f5e4d3c2b1a0"),
  keptHeader("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
  keptHeader("x-b3-traceid", "80f198ee56343ba864fe8b2a57d3eff7"),
  keptHeader("x-amzn-trace-id", "Root=1-67891233-abcdef012345678912345678"),
  keptHeader("cf-ray", "8f1a2b3c4d5e6f70-FRA"),
  keptHeader("idempotency-key", "mint-8c1f0d1e11114222A833344445555"),
  keptHeader("x-organization-id", "org_9fK2mQ8xZ1pL4vT7"),
  keptHeader("etag", 'W/"5c504ed432cb51138bcf09aa5e8a410dd4a1e204"'),
  keptHeader("user-agent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/10.4.0.1 Safari/537.36"),
  keptHeader("sec-ch-ua", '"Chromium";v="10.4.0.1", "Not A;Brand";v="8"'),
  keptHeader("x-client-version", "10.4.0.1"),
  keptHeader("access-control-allow-headers", "Authorization, X-Api-Key, X-CSRF-Token"),
  keptHeader("access-control-request-headers", "authorization,x-api-key"),
  keptHeader("access-control-expose-headers", "X-Request-ID, X-RateLimit-Remaining"),
  keptHeader("vary", "Origin, Authorization, Cookie"),
  keptHeader(
    "www-authenticate",
    'Bearer realm="api", error="invalid_token", error_description="The access token expired"',
  ),
  keptHeader("x-ratelimit-policy", "100;w=60"),
  keptHeader("x-ratelimit-reset", "1705323600"),
  keptHeader("retry-after", "45"),
  keptHeader("date", "Wed, 14 Jan 2026 10:30:00 GMT"),
  keptHeader("content-type", "application/json; charset=utf-8"),
  keptHeader("content-md5", "Q2hlY2sgSW50ZWdyaXR5IQ=="),
  keptHeader("x-amz-content-sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
  keptHeader("accept-language", "en-US,en;q=0.9,sk_SK"),
  keptHeader("x-token-count", "4000"),
  kept(
    "ids and hashes",
    {
      id: "tok_abc123",
      tx_hash: HASH,
      hash: HASH.slice(2),
      address: ADDRESS,
      block: 19283746,
      uuid: "8c1f0d1e-1111-4222-8333-444455556666",
    },
    ["tok_abc123", HASH, ADDRESS, "19283746", "8c1f0d1e-1111-4222-8333-444455556666"],
  ),
  kept(
    "look-alike names",
    {
      token_id: "84213",
      tokenAddress: ADDRESS,
      token_type: "Bearer",
      author: "Ann Writer",
      passwordless: "enabled",
      max_tokens: 4096,
      total_tokens: 12345678,
      key_id: "kid-1234abcd",
      api_key_id: "ak_9f8e7d",
      public_key: "04bfcab8722991ae774db48f934ca79cfb7dd991229153b9f732ba5334aafcd8e7",
      secretary: "Jo Typist",
      tokenization: "sentence-piece",
      expires_in: 3600,
      has_password: true,
      password_required: true,
      secret_type: "hmac",
    },
    [
      "84213",
      ADDRESS,
      "Ann Writer",
      "enabled",
      "4096",
      "12345678",
      "kid-1234abcd",
      "ak_9f8e7d",
      "04bfcab8722991ae774db48f934ca79cfb7dd991229153b9f732ba5334aafcd8e7",
      "Jo Typist",
      "sentence-piece",
      "3600",
      "hmac",
    ],
  ),
  kept(
    "asset tokens",
    {
      token: {
        id: "tok_abc123",
        name: "Gold Token",
        symbol: "GLD",
        address: ADDRESS,
        decimals: 18,
        total_supply: "1000000000000000000000",
      },
      base_token: "USDC",
      quote_token: ADDRESS,
      tokens: [{ id: "tok_def456", name: "Silver" }],
    },
    ["tok_abc123", "Gold Token", "GLD", ADDRESS, "1000000000000000000000", "USDC", "tok_def456", "Silver"],
  ),
  kept("token as a symbol", { token: "USDC", pair: { token: ADDRESS } }, ["USDC", ADDRESS]),
  kept(
    "messages",
    {
      error: {
        code: "secret_key_required",
        type: "authorization_error",
        message:
          "A secret key is required: the token or API key you sent is a publishable key. Reset your password or rotate the token.",
        param: "api_key",
        status: 403,
      },
    },
    [
      "secret_key_required",
      "A secret key is required: the token or API key you sent is a publishable key. Reset your password or rotate the token.",
      "authorization_error",
    ],
  ),
  kept(
    "message with a header sample",
    {
      error: {
        code: "UNAUTHORIZED",
        message: "Use the header Authorization: Bearer YOUR_API_KEY or ?api_key=<your-key>",
      },
    },
    ["Authorization: Bearer YOUR_API_KEY or ?api_key="],
  ),
  kept(
    "messages with a bracketed name",
    {
      a: "Send Authorization: Bearer <token> with each request",
      b: "<token> is missing",
      c: "const authorization = headerValue(headers, name);",
    },
    [
      "Send Authorization: Bearer <token> with each request",
      "<token> is missing",
      "const authorization = headerValue(headers, name);",
    ],
  ),
  kept(
    "dependencies",
    { "js-tokens": "^4.0.0", "./CancelToken": "./CancelToken.js", "application/pgp-keys": { source: "iana" } },
    ["^4.0.0", "./CancelToken.js", "iana"],
  ),
  kept(
    "message about a parser",
    {
      error: {
        code: "INVALID_REQUEST",
        message: "Unexpected token } in JSON at position 42; token: expired; password must be at least 12 characters",
      },
    },
    ["Unexpected token } in JSON at position 42; token: expired; password must be at least 12 characters"],
  ),
  kept(
    "validation by field",
    {
      error: {
        code: "validation_error",
        details: { password: "must be at least 12 characters", api_key: "is required", token: "has expired" },
      },
    },
    ["must be at least 12 characters", "is required", "has expired"],
  ),
  kept("field errors in lists", { password: ["This field is required."], token: ["This value is not valid."] }, [
    "This field is required.",
    "This value is not valid.",
  ]),
  kept("documentation of a prefix", { message: "Keys start with sk_live_ or sk_test_; got pk_live_... instead" }, [
    "Keys start with sk_live_ or sk_test_; got pk_live_... instead",
  ]),
  kept("masked key", { key: "sk_live_****1234", hint: "sk_test_xxxxxxxx" }, ["sk_live_****1234", "sk_test_xxxxxxxx"]),
  kept(
    "nulls",
    {
      password: null,
      token: "",
      secret: false,
      api_key: "YOUR_API_KEY",
      access_token: "undefined",
      refresh_token: "<refresh_token>",
      otp: "{{otp}}",
    },
    ["YOUR_API_KEY", "undefined", "<refresh_token>", "{{otp}}"],
  ),
  kept(
    "JWKS",
    {
      keys: [
        {
          kty: "RSA",
          kid: "2011-04-29",
          use: "sig",
          alg: "RS256",
          n: "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4",
          e: "AQAB",
        },
      ],
    },
    ["2011-04-29", "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4"],
  ),
  kept("certificate", { cert: "-----BEGIN CERTIFICATE-----\nMIIBEXAMPLEcert0123456789\n-----END CERTIFICATE-----" }, [
    "MIIBEXAMPLEcert0123456789",
  ]),
  kept(
    "public key",
    { pem: "-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n-----END PUBLIC KEY-----" },
    ["MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE"],
  ),
  kept(
    "ABI",
    [
      {
        type: "function",
        name: "transfer",
        inputs: [{ name: "token", type: "address", internalType: "contract IERC20" }],
        stateMutability: "nonpayable",
        signature: "transfer(address,uint256)",
        selector: "0xa9059cbb",
      },
    ],
    ["contract IERC20", "nonpayable", "transfer(address,uint256)"],
  ),
  kept(
    "source code",
    {
      source_excerpt:
        "function setToken(address token) public { require(token != address(0)); password = keccak256(abi.encode(token)); string memory secret = getSecret(); }",
    },
    [
      "function setToken(address token) public { require(token != address(0)); password = keccak256(abi.encode(token)); string memory secret = getSecret(); }",
    ],
  ),
  kept(
    "numbers as written",
    '{"wei":123456789012345678901234567890,"price":1.10,"big":9007199254740993,"exp":1e400, "a" : 1 , "a": 2}',
    ["123456789012345678901234567890", "1.10", "9007199254740993", "1e400", '"a" : 1 , "a": 2'],
  ),
  kept("Luhn amounts", { value: "4000000000000002", balance: 4242424242424242, gas: "5555555555554444" }, [
    "4000000000000002",
    "4242424242424242",
    "5555555555554444",
  ]),
  kept("times", { timestamp: "2026-01-14T10:30:00.123Z", created_at: 1705323600, updated: 1705323600123 }, [
    "2026-01-14T10:30:00.123Z",
    "1705323600",
    "1705323600123",
  ]),
  kept(
    "cursor",
    {
      page_info: { end_cursor: Buffer.from('{"v":1,"id":"scan_a1","dir":"next"}').toString("base64url") },
      next_token: "aB3dE5gH7jK9mN1pQ3sT5",
      next_page_token: "CAUQAA1234abcd",
    },
    [
      "aB3dE5gH7jK9mN1pQ3sT5",
      "CAUQAA1234abcd",
      Buffer.from('{"v":1,"id":"scan_a1","dir":"next"}').toString("base64url"),
    ],
  ),
  kept(
    "request id in the body",
    {
      success: false,
      error: { code: "NOT_FOUND", message: "x" },
      meta: { requestId: "req_contract_abc123_DEF456", timestamp: "2024-01-15T14:32:00.847Z" },
    },
    ["req_contract_abc123_DEF456", "2024-01-15T14:32:00.847Z"],
  ),
  kept("idempotency", { idempotency_key: "mint-8c1f0d1e11114222A833344445555", nonce: 42 }, [
    "mint-8c1f0d1e11114222A833344445555",
    '"nonce":42',
  ]),
  kept(
    "Solana",
    {
      signature_status: "ok",
      mint: "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v",
      tx: "5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQpjKhoR4tjF3ZpRzrFmBV6UjKdiSZkQUW",
    },
    [
      "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v",
      "5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQpjKhoR4tjF3ZpRzrFmBV6UjKdiSZkQUW",
    ],
  ),
  kept(
    "calldata",
    {
      data: "0xa9059cbb000000000000000000000000742d35cc6634c0532925a3b844bc454c459dfe2c0000000000000000000000000000000000000000000000000de0b6b3a7640000",
    },
    [
      "0xa9059cbb000000000000000000000000742d35cc6634c0532925a3b844bc454c459dfe2c0000000000000000000000000000000000000000000000000de0b6b3a7640000",
    ],
  ),
  kept("versions", { version: "10.4.0.1", engine: "solc 0.8.24", ua: "sdk/10.4.0.1" }, ["10.4.0.1", "sdk/10.4.0.1"]),
  kept("our own mark", { note: "the key was \u00abredacted:api-key:3 sk_live_\u00bb and REDACTED-token-2" }, [
    "\u00abredacted:api-key:3 sk_live_\u00bb",
    "REDACTED-token-2",
  ]),
  {
    name: "keep query",
    entry: {
      url: "https://api.blocksecops.com/api/v1/scans?first=20&after=eyJ2IjoxLCJpZCI6InNjYW5fYTEifQ&status=running&token_id=42&sort=-created_at&fields=token,key&tx=0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060",
    },
    secrets: [],
    keeps: [
      "first=20",
      "after=eyJ2IjoxLCJpZCI6InNjYW5fYTEifQ",
      "status=running",
      "token_id=42",
      "sort=-created_at",
      "fields=token,key",
      "tx=0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060",
    ],
  },
  {
    name: "keep path ids",
    entry: {
      url: "https://api.urblock.io/v1/tokens/tok_a8Kd93jfLs02mXq9/mint/0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060/verify/0x742d35Cc6634C0532925a3b844Bc454c459dFE2C",
    },
    secrets: [],
    keeps: [
      "/v1/tokens/tok_a8Kd93jfLs02mXq9/mint/0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060/verify/0x742d35Cc6634C0532925a3b844Bc454c459dFE2C",
    ],
  },
];
