import type { CorpusCase } from "./case.ts";
import {
  CG_KEY,
  EMAIL,
  JWT,
  OPAQUE,
  OWN_KEY,
  PASSWORD,
  PHRASE,
  PRIVATE_KEY,
  REFRESH,
  SK_KEY,
  WEBHOOK,
} from "./tokens.ts";

const error = (code: string, message: string, more: object = {}): string =>
  JSON.stringify({ error: { type: "authentication_error", code, message, param: null, status: 401, ...more } });

function sent(
  name: string,
  requestBody: unknown,
  secrets: readonly string[],
  keeps: readonly string[] = [],
): CorpusCase {
  return {
    name,
    entry: { requestBody: typeof requestBody === "string" ? requestBody : JSON.stringify(requestBody) },
    secrets,
    keeps,
  };
}

function answered(
  name: string,
  body: unknown,
  secrets: readonly string[],
  keepsInResponse: readonly string[] = [],
  type = "application/json",
): CorpusCase {
  return {
    name,
    entry: { body: typeof body === "string" ? body : JSON.stringify(body), type },
    secrets,
    keepsInResponse,
  };
}

/** Whole exchanges and odd corners that a first pass over the threat list misses. */
export const SECOND_LOOK: readonly CorpusCase[] = [
  {
    name: "Urblock sign-in refused",
    entry: {
      method: "POST",
      url: "https://api.urblock.io/auth/login",
      status: 401,
      requestHeaders: [
        ["content-type", "application/json"],
        ["origin", "https://app.example.test"],
      ],
      requestBody: JSON.stringify({ email: EMAIL, password: PASSWORD }),
      responseHeaders: [
        ["x-ratelimit-limit", "10"],
        ["x-ratelimit-policy", "10;w=60"],
      ],
      body: error("invalid_credentials", "Invalid email or password."),
    },
    secrets: [EMAIL, PASSWORD],
    keeps: ["/auth/login", "https://app.example.test"],
    keepsInResponse: ["invalid_credentials", "Invalid email or password.", "authentication_error", "10;w=60"],
  },
  {
    name: "Urblock sign-in",
    entry: {
      method: "POST",
      url: "https://api.urblock.io/auth/login",
      status: 200,
      requestBody: JSON.stringify({ email: EMAIL, password: "improve" }),
      body: JSON.stringify({
        access_token: JWT,
        refresh_token: REFRESH,
        expires_in: 3600,
        user: { full_name: "Eve Example", id: "usr_1" },
      }),
    },
    secrets: [EMAIL, "improve", JWT, REFRESH, "Eve Example"],
    keeps: ["password", "email"],
    keepsInResponse: ["access_token", "refresh_token"],
  },
  {
    name: "Urblock account exists",
    entry: {
      method: "POST",
      url: "https://api.urblock.io/auth/register",
      status: 409,
      requestBody: JSON.stringify({
        email: EMAIL,
        password: PASSWORD,
        company_name: "Acme Widgets",
        full_name: "Eve Example",
      }),
      body: error("email_already_exists", `The email ${EMAIL} is already registered.`, {
        type: "conflict_error",
        status: 409,
      }),
    },
    secrets: [EMAIL, PASSWORD, "Acme Widgets", "Eve Example"],
    keepsInResponse: ["email_already_exists", "conflict_error", "is already registered."],
  },
  {
    name: "Urblock key created",
    entry: {
      method: "POST",
      url: "https://api.urblock.io/v1/api_keys",
      status: 201,
      requestBody: '{"name":"Backend","type":"secret"}',
      body: `{"id":"ak_abc123","key":"${SK_KEY}","type":"secret"}`,
    },
    secrets: [SK_KEY],
  },
  {
    name: "BlockSecOps upload",
    entry: {
      method: "POST",
      url: "https://api.blocksecops.com/api/v1/contracts/upload",
      status: 413,
      requestType: "multipart/form-data; boundary=----WebKitFormBoundaryEXAMPLE1",
      requestHeaders: [
        ["authorization", `Bearer ${OWN_KEY}`],
        ["content-type", "multipart/form-data; boundary=----WebKitFormBoundaryEXAMPLE1"],
      ],
      requestBody: `------WebKitFormBoundaryEXAMPLE1\r\nContent-Disposition: form-data; name="file"; filename="Token.sol"\r\nContent-Type: application/octet-stream\r\n\r\ncontract VerySecretToken { address owner; }\r\n------WebKitFormBoundaryEXAMPLE1--\r\n`,
      responseHeaders: [["x-request-id", "req_bsoUp0001"]],
      body: '{"error":{"code":"FILE_TOO_LARGE","message":"File exceeds 50MB"}}',
    },
    secrets: [OWN_KEY, "VerySecretToken"],
    keeps: ["req_bsoUp0001", "/api/v1/contracts/upload", "Token.sol"],
    keepsInResponse: ["FILE_TOO_LARGE", "File exceeds 50MB"],
  },
  {
    name: "BlockSecOps webhook with a chosen secret",
    entry: {
      method: "POST",
      url: "https://api.blocksecops.com/api/v1/webhooks",
      status: 403,
      requestHeaders: [
        ["authorization", `Bearer ${OWN_KEY}`],
        ["x-organization-id", "org_xyz"],
      ],
      requestBody:
        '{"url":"https://example.test/hook?k=EXAMPLEhook1","events":["scan.completed"],"secret":"improve-hooks"}',
      responseHeaders: [["x-request-id", "req_bso403"]],
      body: '{"error":{"code":"FORBIDDEN","message":"Insufficient permissions"}}',
    },
    secrets: [OWN_KEY, "improve-hooks", "EXAMPLEhook1"],
    keeps: ["org_xyz", "req_bso403"],
    keepsInResponse: ["FORBIDDEN", "Insufficient permissions"],
  },
  {
    name: "BlockSecOps inline source",
    entry: {
      method: "POST",
      url: "https://api.blocksecops.com/v1/scan",
      requestBody: JSON.stringify({
        contract: "A.sol",
        source: "pragma solidity ^0.8.20;\ncontract HiddenLogic { uint x; }",
        language: "solidity",
      }),
      body: '{"error":{"code":"validation_error","details":{"language":"not in list"}}}',
      status: 422,
    },
    secrets: ["HiddenLogic"],
    keeps: ["A.sol", "language"],
    keepsInResponse: ["validation_error", "not in list"],
  },
  {
    name: "ChainGuard webhook created",
    entry: {
      method: "POST",
      url: "https://api.chainguardai.dev/v1/webhooks",
      status: 201,
      requestHeaders: [["authorization", `Bearer ${CG_KEY}`]],
      requestBody: '{"url":"https://app.example/hooks","events":["entity.risk_changed"]}',
      body: JSON.stringify({
        success: true,
        data: { id: "wh_abc123def456", secret: WEBHOOK },
        meta: { requestId: "req_wh_1_Abc", timestamp: "2024-01-15T14:32:00Z" },
      }),
    },
    secrets: [CG_KEY, WEBHOOK],
    keepsInResponse: ["req_wh_1_Abc", "2024-01-15T14:32:00Z"],
  },
  {
    name: "ChainGuard echo of the input",
    entry: {
      method: "POST",
      url: "https://api.chainguardai.dev/v1/scan/contract",
      status: 400,
      requestBody: '{"address":"0xinvalid","chain":"ethereum"}',
      body: JSON.stringify({
        success: false,
        error: {
          code: "VALIDATION_ERROR",
          message: "Invalid Ethereum address format",
          field: "address",
          details: { provided: "0xinvalid", expected: "42 character hex string starting with 0x" },
        },
        meta: { requestId: "req_val_1", timestamp: "2024-01-15T14:32:00.847Z" },
      }),
    },
    secrets: [],
    keeps: ["0xinvalid", "ethereum"],
    keepsInResponse: ["VALIDATION_ERROR", "0xinvalid", "42 character hex string starting with 0x", "req_val_1"],
  },
  {
    name: "minting with an idempotency key",
    entry: {
      method: "POST",
      url: "https://api.urblock.io/v1/tokens/tok_abc123/mint",
      status: 409,
      requestHeaders: [["authorization", `Bearer ${SK_KEY}`]],
      requestBody:
        '{"to":"0x1234567890abcdef1234567890abcdef12345678","amount":"1000000000000000000000","idempotency_key":"mint-user42-0001"}',
      body: error("idempotency_conflict", "Same key, other parameters.", {
        type: "conflict_error",
        param: "idempotency_key",
      }),
    },
    secrets: [SK_KEY],
    keeps: ["0x1234567890abcdef1234567890abcdef12345678", "1000000000000000000000", "mint-user42-0001", "tok_abc123"],
    keepsInResponse: ["idempotency_conflict"],
  },
  // Names of tokens whose value is an ordinary word are secrets where the name leaves no doubt.
  sent("access token as a word", { access_token: "sunshine", auth_token: "letmein", session_token: "hello" }, [
    "sunshine",
    "letmein",
    '"hello"',
  ]),
  {
    name: "header token as a word",
    entry: {
      requestHeaders: [
        ["x-auth-token", "letmein"],
        ["x-api-key", "sunshine"],
      ],
    },
    secrets: ["letmein", "sunshine"],
  },
  sent("one-time code", { email: EMAIL, code: "482913" }, ["482913", EMAIL]),
  {
    name: "authorization code exchange",
    entry: {
      requestType: "application/x-www-form-urlencoded",
      requestBody:
        "grant_type=authorization_code&code=SplxlOBeEXAMPLEYbYS6WxSbIA&redirect_uri=https%3A%2F%2Fapp.test%2Fcb&client_id=web&code_verifier=EXAMPLEverifier0123456789",
    },
    secrets: ["SplxlOBeEXAMPLEYbYS6WxSbIA", "EXAMPLEverifier0123456789"],
    keeps: ["grant_type=authorization_code", "client_id=web"],
  },
  sent("password hash", { password_hash: "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8" }, [
    "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8",
  ]),
  sent("key alone", { id: 7, key: "kQ7mZ2xW9EXAMPLE4tB5vLp8R" }, ["kQ7mZ2xW9EXAMPLE4tB5vLp8R"]),
  sent(
    "Set-Cookie in JSON",
    { headers: { "set-cookie": [`sid=${OPAQUE}; Path=/app; HttpOnly`] } },
    [OPAQUE],
    ["Path=/app", "HttpOnly"],
  ),
  sent(
    "raw HTTP message",
    {
      raw: `POST /login HTTP/1.1\r\nHost: a.test\r\nAuthorization: Basic ${Buffer.from(`u:${PASSWORD}`).toString("base64")}\r\nCookie: a=EXAMPLEck1; b=EXAMPLEck2\r\nX-Api-Key: ${OPAQUE}\r\n\r\npassword=EXAMPLEpw9`,
    },
    [PASSWORD, "EXAMPLEck1", "EXAMPLEck2", OPAQUE, "EXAMPLEpw9"],
    ["POST /login HTTP/1.1", "Host: a.test"],
  ),
  sent(
    "AWS credentials in text",
    "[default]\naws_access_key_id = AKIAEXAMPLE7EXAMPLE2\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\nregion = eu-1",
    ["AKIAEXAMPLE7EXAMPLE2", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"],
    ["region = eu-1"],
  ),
  sent(
    "GCP service account",
    {
      type: "service_account",
      project_id: "demo",
      private_key_id: "abc123",
      private_key: "-----BEGIN PRIVATE KEY-----\nMIIEvEXAMPLEabc\n-----END PRIVATE KEY-----\n",
      client_email: "svc@demo.iam.example.test",
    },
    ["MIIEvEXAMPLEabc", "svc@demo.iam.example.test"],
    ["service_account", "demo", "abc123"],
  ),
  sent(
    "nested form in JSON",
    { body: `username=bob&password=${encodeURIComponent(PASSWORD)}` },
    [PASSWORD],
    ["username=bob"],
  ),
  sent("JSON in a form", `payload=${encodeURIComponent(JSON.stringify({ api_key: OPAQUE }))}&x=1`, [OPAQUE], ["x=1"]),
  sent(
    "batch of GraphQL",
    [
      { query: "query { me { id } }" },
      {
        query: "mutation($p: String!) { login(password: $p) { token } }",
        variables: { p: PASSWORD, password: OPAQUE },
      },
    ],
    [OPAQUE],
    ["query { me { id } }", "login(password: $p) { token }", "$p: String!"],
  ),
  sent(
    "SAML",
    `SAMLResponse=${encodeURIComponent(Buffer.from("<samlp:Response>EXAMPLEassertion</samlp:Response>").toString("base64"))}&RelayState=EXAMPLErelay0123456789abcd`,
    [Buffer.from("<samlp:Response>EXAMPLEassertion</samlp:Response>").toString("base64"), "EXAMPLErelay0123456789abcd"],
  ),
  answered(
    "SOAP",
    `<soap:Envelope><soap:Header><wsse:UsernameToken><wsse:Username>bob</wsse:Username><wsse:Password Type="x#PasswordText">${PASSWORD}</wsse:Password></wsse:UsernameToken><wsse:BinarySecurityToken>${OPAQUE}</wsse:BinarySecurityToken></soap:Header></soap:Envelope>`,
    [PASSWORD, OPAQUE],
    ["<wsse:Username>bob</wsse:Username>"],
    "text/xml",
  ),
  answered(
    "HTML error page with a dump",
    `<html><body><h1>500</h1><pre>api_key = '${OPAQUE}'\nHTTP_AUTHORIZATION: Bearer ${CG_KEY}\nHTTP_COOKIE: sid=${REFRESH}</pre><a href="https://a.test/?token=${SK_KEY}&amp;x=1">retry</a></body></html>`,
    [OPAQUE, CG_KEY, REFRESH, SK_KEY],
    ["<h1>500</h1>"],
    "text/html",
  ),
  answered(
    "URL-encoded JSON in HTML",
    `<script>var s = decodeURIComponent("${encodeURIComponent(JSON.stringify({ refreshToken: OPAQUE }))}")</script>`,
    [OPAQUE],
    [],
    "text/html",
  ),
  answered(
    "JavaScript state",
    `window.__INITIAL__ = {user: {apiKey: '${OPAQUE}', name: "Bob"}, token: "${JWT}"};`,
    [OPAQUE, JWT],
    ["Bob"],
    "application/javascript",
  ),
  answered(
    "PHP dump",
    `Array\n(\n    [user] => bob\n    [password] => ${PASSWORD}\n    [api_key] => ${OPAQUE}\n)`,
    [PASSWORD, OPAQUE],
    ["[user] => bob"],
    "text/plain",
  ),
  answered(
    "Python dict",
    `{'user': 'bob', 'password': '${OPAQUE}', 'ok': True, 'none': None}`,
    [OPAQUE],
    ["'user': 'bob'", "True"],
    "text/plain",
  ),
  answered(
    "Java object",
    `User(name=bob, password=${OPAQUE}, active=true)`,
    [OPAQUE],
    ["name=bob", "active=true"],
    "text/plain",
  ),
  answered(
    "Go struct",
    `{Name:bob Password:${OPAQUE} Active:true}`,
    [OPAQUE],
    ["Name:bob", "Active:true"],
    "text/plain",
  ),
  answered(
    "Ruby hash",
    `{:name=>"bob", :password=>"${PASSWORD}", "api_key"=>"${OPAQUE}"}`,
    [PASSWORD, OPAQUE],
    ['"bob"'],
    "text/plain",
  ),
  answered(
    "logfmt",
    `level=error msg="auth failed" token="${OPAQUE}" user=bob`,
    [OPAQUE],
    ["level=error", 'msg="auth failed"', "user=bob"],
    "text/plain",
  ),
  answered(
    "token in a sentence",
    { error: { code: "invalid_token", message: `The token '${OPAQUE}' is not valid for this tenant` } },
    [OPAQUE],
    ["is not valid for this tenant"],
  ),
  answered(
    "password in a sentence",
    { error: { code: "weak", message: `Password "Hunter2!" is too weak` } },
    ["Hunter2!"],
    ["is too weak"],
  ),
  answered(
    "key in a sentence",
    { error: { code: "bad", message: `No such API key: ${OPAQUE}` } },
    [OPAQUE],
    ["No such API key"],
  ),
  answered(
    "secret of unknown shape in a sentence",
    { error: { code: "bad", message: "Your secret is EXAMPLEabc12345, keep it" } },
    ["EXAMPLEabc12345"],
    ["keep it"],
  ),
  answered(
    "truncated echo",
    { error: { code: "bad", message: `Unknown key ${SK_KEY.slice(0, 24)}...` } },
    [SK_KEY.slice(0, 24)],
    ["Unknown key"],
  ),
  answered(
    "session list",
    { sessions: [{ id: "ses_1", ip: "203.0.113.77", user_agent: "Chrome/10.4.0.1", token: OPAQUE }] },
    ["203.0.113.77", OPAQUE],
    ["ses_1", "Chrome/10.4.0.1"],
  ),
  answered(
    "IP in text",
    "Blocked 203.0.113.77 (too many requests); see version 10.4.0.1",
    ["203.0.113.77"],
    ["version 10.4.0.1", "too many requests"],
    "text/plain",
  ),
  answered(
    "signing key hex",
    { signing_key: PRIVATE_KEY, tx_hash: "0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060" },
    [PRIVATE_KEY],
    ["0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060"],
  ),
  answered(
    "phrase under a name without check sum",
    { recoveryPhrase: "apple apple apple banana cherry dog eagle fish goat hat igloo jam" },
    ["banana cherry"],
    [],
  ),
  answered(
    "phrase as a form",
    `word1=${PHRASE.split(" ")
      .map((word, index) => (index === 0 ? word : `word${index + 1}=${word}`))
      .join("&")}`,
    ["sausage"],
    [],
    "application/x-www-form-urlencoded",
  ),
  answered("webhook secret in plain text", `secret: ${WEBHOOK}`, [WEBHOOK], [], "text/plain"),
  answered("double-encoded JSON", JSON.stringify(JSON.stringify({ password: PASSWORD, ok: 1 })), [PASSWORD]),
  answered("escaped slashes and unicode", `{"url":"https:\\/\\/u:${OPAQUE}@h.test\\/p","t":"\\u0062earer ${OPAQUE}"}`, [
    OPAQUE,
  ]),
  answered(
    "base64 with line breaks",
    {
      file: Buffer.from(JSON.stringify({ note: "x".repeat(60), password: OPAQUE }))
        .toString("base64")
        .replace(/(.{64})/g, "$1\n"),
    },
    [OPAQUE],
  ),
  answered("base64 of a header line", { h: Buffer.from(`Authorization: Bearer ${OPAQUE}`).toString("base64") }, [
    OPAQUE,
  ]),
  answered(
    "data URI",
    { img: `data:application/json;base64,${Buffer.from(JSON.stringify({ secret: OPAQUE })).toString("base64")}` },
    [OPAQUE],
  ),
  answered(
    "hex dump lines",
    "00000000: 736b 5f74 6573 745f 4558 414d 504c 4534  sk_test_EXAMPLE4\n00000010: 6543 3339 4871 4c79 6a57 4461 726a 7454  eC39HqLyjWDarjtT\n00000020: 31                                       1\n",
    ["eC39HqLyjWDarjtT", "6543 3339 4871 4c79"],
    [],
    "text/plain",
  ),
  answered(
    "Mongo address",
    { uri: `mongodb+srv://app:${OPAQUE}@cluster0.example.test/db?retryWrites=true` },
    [OPAQUE],
    ["cluster0.example.test/db?retryWrites=true"],
  ),
  answered(
    "OpenAI and other vendors",
    {
      a: "sk-proj-EXAMPLEabcdefghij0123456789",
      b: "ghp_EXAMPLEabcdefghijklmnopqrstuvwxyz01",
      c: "xoxb-123456789012-EXAMPLEabcdef",
      d: "glpat-EXAMPLEabcdefghij1234",
      e: "SG.EXAMPLEabcdefghijkl.mnopqrstuvwxyz0123456789",
      f: "npm_EXAMPLEabcdefghijklmnopqrstuvwxyz01",
    },
    [
      "sk-proj-EXAMPLEabcdefghij0123456789",
      "ghp_EXAMPLEabcdefghijklmnopqrstuvwxyz01",
      "xoxb-123456789012-EXAMPLEabcdef",
      "glpat-EXAMPLEabcdefghij1234",
      "SG.EXAMPLEabcdefghijkl.mnopqrstuvwxyz0123456789",
      "npm_EXAMPLEabcdefghijklmnopqrstuvwxyz01",
    ],
  ),
  answered("NUL bytes", `{"password":"${OPAQUE}\\u0000tail","x":"a\u0000b"}`, [OPAQUE]),
  answered("lone surrogates", '{"password":"\ud800EXAMPLEsur99","x":"\\ud83d"}', ["EXAMPLEsur99"]),
  answered("secret in a key of a map", { tokens: { [OPAQUE]: { active: true } }, access_token: OPAQUE }, [OPAQUE]),
  answered(
    "Luhn number in a sentence",
    { message: "Card 4242-4242-4242-4242 was declined" },
    ["4242-4242-4242-4242"],
    ["was declined"],
  ),
  answered(
    "keep order numbers",
    { order: "1234567890123456", reference: "4242424242424241" },
    [],
    ["1234567890123456", "4242424242424241"],
  ),
  answered(
    "keep a scan result",
    {
      id: "scan_a1b2c3d4e5",
      vulnerabilities: [
        {
          id: "vuln_9f8e",
          title: "Hardcoded secret key",
          severity: "high",
          line: 42,
          snippet: "address private owner; mapping(address => uint) tokens;",
        },
      ],
      page_info: { end_cursor: "eyJ2IjoxfQ" },
    },
    [],
    [
      "scan_a1b2c3d4e5",
      "Hardcoded secret key",
      "address private owner; mapping(address => uint) tokens;",
      "eyJ2IjoxfQ",
    ],
  ),
  answered(
    "keep a transaction",
    {
      id: "tx_abc123",
      status: "failed",
      tx_hash: "0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060",
      from: "0x742d35Cc6634C0532925a3b844Bc454c459dFE2C",
      nonce: 7,
      gas: 21000,
      revert_reason: "ERC20: transfer amount exceeds balance",
    },
    [],
    [
      "tx_abc123",
      "0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060",
      "ERC20: transfer amount exceeds balance",
      "21000",
    ],
  ),
  answered(
    "keep policy objects",
    {
      password_policy: { min_length: 12, require_symbols: true },
      token_limits: { max: 5 },
      secret_rotation_days: 90,
      session_timeout: 3600,
      auth_method: "api_key",
      api_key_name: "CI key",
      key_prefix: "sk_live_",
      token_name: "Gold",
      token_symbol: "GLD",
      tokenStandard: "ERC20",
      cookie_consent: "given",
      pinned: "yes",
      keyboard: "qwerty",
      monkey: "chimp",
      authority: "0x742d35Cc6634C0532925a3b844Bc454c459dFE2C",
    },
    [],
    ["12", "90", "CI key", "sk_live_", "Gold", "ERC20", "given", "qwerty", "chimp"],
  ),
  answered(
    "keep a schema",
    {
      properties: {
        password: { type: "string", minLength: 8, description: "The user's password" },
        token: { type: "string", format: "uuid" },
      },
      required: ["password", "token"],
    },
    [],
    ["The user's password", "minLength", '["password","token"]'],
  ),
  answered(
    "keep rate-limit text",
    { error: { code: "rate_limited", message: "Too many requests: 100 tokens per minute. Retry after 12 seconds." } },
    [],
    ["Too many requests: 100 tokens per minute. Retry after 12 seconds."],
  ),
  answered(
    "keep messages about headers",
    { error: { code: "missing_token", message: "Authorization header with Bearer token is required." } },
    [],
    ["Authorization header with Bearer token is required."],
  ),
  answered(
    "keep more messages",
    {
      a: "Authorization: header not provided",
      b: "API key is missing",
      c: "Token has been revoked by admin",
      d: "secret: must not be empty",
      e: "Basic authentication is not supported",
      f: "The password field is required",
      g: "cookie: not set",
      h: "Bearer authentication required",
      i: "invalid session: expired at 2026-01-14T10:30:00Z",
      j: "token expired 3600 seconds ago",
      k: "api_key parameter is required",
      l: "key 'name' is required",
      m: "unknown key: contract_id",
    },
    [],
    [
      "Authorization: header not provided",
      "API key is missing",
      "Token has been revoked by admin",
      "secret: must not be empty",
      "Basic authentication is not supported",
      "The password field is required",
      "cookie: not set",
      "Bearer authentication required",
      "invalid session: expired at 2026-01-14T10:30:00Z",
      "token expired 3600 seconds ago",
      "api_key parameter is required",
      "key 'name' is required",
      "unknown key: contract_id",
    ],
  ),
  {
    name: "keep trace headers beside a secret",
    entry: {
      requestHeaders: [
        ["authorization", `Bearer ${OPAQUE}`],
        ["x-datadog-trace-id", "7128364512873645"],
        ["b3", "80f198ee56343ba864fe8b2a57d3eff7-e457b5a2e4d86bd1-1"],
        ["sentry-trace", "d49d9bf66f13450b81f65bc51cf49c03-1cc4b26ab9094ef0-1"],
        ["x-github-request-id", "D2A1:1F4B:5C3D7:9E8F0:659C1A2B"],
      ],
    },
    secrets: [OPAQUE],
    keeps: [
      "7128364512873645",
      "80f198ee56343ba864fe8b2a57d3eff7-e457b5a2e4d86bd1-1",
      "d49d9bf66f13450b81f65bc51cf49c03-1cc4b26ab9094ef0-1",
      "D2A1:1F4B:5C3D7:9E8F0:659C1A2B",
    ],
  },
];
