import type { CorpusCase } from "../case.ts";
import { base64, base64url, entry, json } from "./build.ts";

const S = "vR8nEXAMPLEk2Qw7tLp0Zd";
const T = "mN4xEXAMPLE8sVb1Yc6HgJ";
const HEX = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
const P = 'Tr0ub4dor&3/"EXAMPLE';
const KEY64 = `${HEX}${HEX}`;
const JWT = `${base64url('{"alg":"HS256"}')}.${base64url('{"sub":"EXAMPLE-42","exp":1768390000}')}.EXAMPLEsigEXAMPLEsigEXAMPLEsig_-7`;

/** Secrets under names and in shapes of JSON. */
export const MEMBERS: readonly CorpusCase[] = [
  json("snake", { client_secret: S, id: 7 }, [S], ['"id":7']),
  json("camel", { clientSecret: S }, [S]),
  json("Pascal", { ClientSecret: S }, [S]),
  json("kebab", { "client-secret": S }, [S]),
  json("SCREAMING", { CLIENT_SECRET: S }, [S]),
  json("spaces", { "Client Secret": S }, [S]),
  json("dotted", { "auth.client.secret": S }, [S]),
  json("one word", { clientsecret: S }, [S]),
  json("number at the end", { password1: P, password2: P }, [P]),
  json("numbered key", { api_key_2: S }, [S]),
  json("old and new", { old_password: "improve", newPassword: P, passwordConfirmation: P }, [P]),
  json("umlaut", { kennwort: P, "mot de passe": P, contraseña: P }, [P]),
  json("weak password", { password: "password", user: "ann" }, [], ['"user":"ann"']),
  json("short password", { password: "ab" }, [], []),
  json("password that is a number", { password: 49302187 }, ["49302187"]),
  json("pin as number", { pin: 4931, retries: 2 }, ["4931"], ['"retries":2']),
  json("otp as number", { otp: 493021 }, ["493021"]),
  json("otp as text", { one_time_code: "493021", mfaCode: "493022", totp: "493023" }, ["493021", "493022", "493023"]),
  json(
    "cvv",
    { card: { number: "4111 1111 1111 1111", cvv: "493", exp_month: 12 } },
    ["4111 1111 1111 1111", '"493"'],
    ['"exp_month":12'],
  ),
  json("iban", { iban: "DE89370400440532013000" }, ["DE89370400440532013000"]),
  json("ssn", { ssn: "078-05-1120" }, ["078-05-1120"]),
  json("array of secrets", { secrets: [S, T], count: 2 }, [S, T], ['"count":2']),
  json("array of tokens", { refresh_tokens: [S, { value: T }] }, [S, T]),
  json("object under a secret name", { credentials: { user: "ann", value: S } }, [S]),
  json("object of keys", { api_keys: { live: S, test: T } }, [S, T]),
  json("deep object under a secret name", { secret: { inner: { more: [S] } } }, [S]),
  json("named pair", [{ name: "X-Api-Key", value: S }], [S], ["X-Api-Key"]),
  json(
    "keyed pair",
    {
      vars: [
        { key: "DB_PASSWORD", value: P },
        { key: "PORT", value: "8080" },
      ],
    },
    [P],
    ["8080"],
  ),
  json("value before its name", [{ value: S, name: "password" }], [S]),
  json("capitalised pair", [{ Name: "ApiKey", Value: S }], [S]),
  json(
    "header map",
    { headers: { Authorization: `Bearer ${S}`, "x-api-key": T, accept: "*/*" } },
    [S, T],
    ['"accept":"*/*"', "Bearer"],
  ),
  json(
    "header tuples",
    {
      headers: [
        ["authorization", `Bearer ${S}`],
        ["accept", "*/*"],
      ],
    },
    [S],
    ["*/*"],
  ),
  json(
    "flat header list",
    { rawHeaders: ["Host", "x.test", "Cookie", `sid=${S}`, "X-Api-Key", T] },
    [S, T],
    ["x.test"],
  ),
  json("header map of arrays", { headers: { Authorization: [`Bearer ${S}`], Cookie: [`a=${T}`] } }, [S, T]),
  json("cookie map", { cookies: { sid: S, theme: "dark" } }, [S]),
  json("cookie list", { cookies: [{ name: "sid", value: S, path: "/" }] }, [S], ['"path":"/"']),
  json("environment", { env: { API_KEY: S, NODE_ENV: "production" } }, [S], ["production"]),
  json("environment lines", { env: [`API_KEY=${S}`, "NODE_ENV=production"] }, [S], ["NODE_ENV=production"]),
  json(
    "connection string",
    { database_url: "postgres://ann:Tr0ub4dorEXAMPLE@db.example.test:5432/app" },
    ["Tr0ub4dorEXAMPLE"],
    ["db.example.test:5432"],
  ),
  json("redis url", { redis: "redis://:Tr0ub4dorEXAMPLE@10.0.0.5:6379/0" }, ["Tr0ub4dorEXAMPLE"]),
  json(
    "sql server string",
    { conn: "Server=db;User Id=sa;Password=Tr0ub4dorEXAMPLE;Encrypt=true" },
    ["Tr0ub4dorEXAMPLE"],
    ["Encrypt=true"],
  ),
  json("amqp", { broker: "amqps://ann:Tr0ub4dor%2FEXAMPLE@mq.example.test/vhost" }, ["Tr0ub4dor/EXAMPLE"]),
  json("JSON in a string", { payload: JSON.stringify({ password: P }) }, [P]),
  json("JSON in a string twice", { payload: JSON.stringify({ p: JSON.stringify({ api_key: S }) }) }, [S]),
  json(
    "JSON in a string three times",
    { a: JSON.stringify({ b: JSON.stringify({ c: JSON.stringify({ password: P }) }) }) },
    [P],
  ),
  json("base64 of JSON", { blob: base64(JSON.stringify({ password: P })) }, [P]),
  json("base64url of JSON", { blob: base64url(JSON.stringify({ access_token: S })) }, [S]),
  json("base64 of JSON in base64", { blob: base64(JSON.stringify({ b: base64(JSON.stringify({ secret: S })) })) }, [S]),
  json("data URI", { file: `data:application/json;base64,${base64(JSON.stringify({ secret: S }))}` }, [S]),
  json("form text in a string", { body: `user=ann&password=${encodeURIComponent(P)}` }, [P], ["user=ann"]),
  json("query string in a string", { query_string: `limit=3&api_key=${S}` }, [S], ["limit=3"]),
  json("address in a string", { callback: `https://x.example.test/in?secret=${S}&id=4` }, [S], ["id=4"]),
  json("header line in a string", { line: `Authorization: Bearer ${S}` }, [S], ["Bearer"]),
  json(
    "curl in a string",
    { repro: `curl -H 'X-Api-Key: ${S}' -u ann:${T} https://x.test` },
    [S, T],
    ["https://x.test"],
  ),
  json(
    "multi-line environment file",
    { dotenv: `# x\nAPI_KEY=${S}\nexport DB_PASSWORD='${T}'\nPORT=1\n` },
    [S, T],
    ["PORT=1"],
  ),
  json("YAML in a string", { config: `auth:\n  token: ${S}\n  user: ann\n` }, [S], ["user: ann"]),
  json("XML in a string", { soap: `<Login><Password>${T}</Password></Login>` }, [T]),
  json("escaped name", `{"pass\\u0077ord":"${S}"}`, [S]),
  json("escaped value", `{"token":"vR8n\\u0045XAMPLEk2Qw7tLp0Zd"}`, [S]),
  json("escaped slash", `{"secret":"a\\/EXAMPLE\\/b9Q7"}`, ["a/EXAMPLE/b9Q7"]),
  json("first of two equal names", `{"password":"${S}","password":"x"}`, [S]),
  json("proto", `{"__proto__":{"password":"${S}"},"a":1}`, [S], ['"a":1']),
  json("cut in the value", `{"user":"ann","password":"${S.slice(0, 16)}`, [S.slice(0, 16)], ['"user":"ann"']),
  json("cut after a nested object", `{"a":{"token":"${S}"},"b":[1,2`, [S], ['"b":[1,2']),
  json("cut inside JSON in a string", JSON.stringify({ p: JSON.stringify({ password: S }) }).slice(0, -8), [
    S.slice(0, -4),
  ]),
  json("two documents", `{"token":"${S}"}{"token":"${T}"}`, [S, T]),
  json("single quotes", `{'password': '${S}', 'a': 1}`, [S]),
  json("comments", `{/* x */ "password" /* y */ : // z\n "${S}"}`, [S]),
  json("bare names", `{password: "${S}", a: 1}`, [S]),
  json("trailing comma", `{"password":"${S}",}`, [S]),
  json("python", `{'token': '${S}', 'ok': True, 'x': None}`, [S], ["None"]),
  json("NUL bytes", `{"a":"\\u0000","password":"${S}"}`, [S]),
  json("byte order mark", `\ufeff{"password":"${S}"}`, [S]),
  json("anti-hijacking prefix", `)]}',\n{"password":"${S}"}`, [S]),
  json("while loop prefix", `while(1);{"password":"${S}"}`, [S]),
  json("400 levels", `${'{"a":'.repeat(400)}{"password":"${S}"}${"}".repeat(400)}`, [S]),
  json("under a long name", { ["x".repeat(200) + "_password"]: S }, [S]),
  json("secret as a name", { sessions: { [S]: { ip: "203.0.113.77" } }, token: S }, [S, "203.0.113.77"]),
  json("secret as a name of a token map", { tokens: { [S]: "ann" } }, [S]),
  json("JWT anywhere", { a: [JWT] }, [JWT]),
  json("JWT in prose", { note: `sent ${JWT}, rejected` }, [JWT], ["rejected"]),
  json("JWT without signature", { t: JWT.split(".").slice(0, 2).join(".") + "." }, [JWT.split(".")[1] ?? ""]),
  json(
    "JWE",
    {
      t: `${base64url('{"alg":"dir","enc":"A256GCM"}')}..${base64url("EXAMPLEiv12x")}.${base64url("EXAMPLE ciphertext here")}.${base64url("EXAMPLEtag123456")}`,
    },
    [base64url("EXAMPLE ciphertext here")],
  ),
  json(
    "JWK",
    { keys: [{ kty: "EC", crv: "P-256", kid: "k1", x: "EXAMPLEx", d: "EXAMPLEprivateD0a1b2c3d4e5f6" }] },
    ["EXAMPLEprivateD0a1b2c3d4e5f6"],
    ['"kid":"k1"', "EXAMPLEx"],
  ),
  json("OCT JWK", { kty: "oct", k: base64url(`${S}${T}`), alg: "HS256" }, [base64url(`${S}${T}`)], ["HS256"]),
  json("private key by name", { privateKey: `0x${KEY64}` }, [KEY64]),
  json("private key without 0x", { signer_key: KEY64, deployer_private_key: KEY64 }, [KEY64]),
  json("key pair array", { secretKey: Array.from({ length: 64 }, (_, index) => (index * 37 + 11) % 256) }, [
    "11,48,85,122,159",
  ]),
  json(
    "wallet seed",
    { wallet: { seed: KEY64, address: "0x742d35Cc6634C0532925a3b844Bc454c459dFE2C" } },
    [KEY64],
    ["0x742d35Cc6634C0532925a3b844Bc454c459dFE2C"],
  ),
  json(
    "mnemonic words",
    { words: "legal winner thank year wave sausage worth useful legal winner thank yellow".split(" ") },
    ['"legal","winner","thank"', "sausage"],
  ),
  json("mnemonic phrase", { backup: "legal winner thank year wave sausage worth useful legal winner thank yellow" }, [
    "legal winner thank year",
  ]),
  json(
    "numbered phrase",
    {
      note: "1. legal 2. winner 3. thank 4. year 5. wave 6. sausage 7. worth 8. useful 9. legal 10. winner 11. thank 12. yellow",
    },
    ["6. sausage"],
  ),
  json(
    "keystore",
    {
      crypto: { cipher: "aes-128-ctr", ciphertext: KEY64, kdf: "scrypt", mac: KEY64.split("").toReversed().join("") },
      version: 3,
    },
    [KEY64],
    ['"version":3', "aes-128-ctr"],
  ),
  json(
    "personal_unlockAccount",
    {
      jsonrpc: "2.0",
      id: 1,
      method: "personal_unlockAccount",
      params: ["0x742d35Cc6634C0532925a3b844Bc454c459dFE2C", "improve42", 30],
    },
    ["improve42"],
    ["personal_unlockAccount", '"id":1'],
  ),
  json("personal_importRawKey", { jsonrpc: "2.0", method: "personal_importRawKey", params: [KEY64, "improve42"] }, [
    KEY64,
    "improve42",
  ]),
  json(
    "PEM",
    { pem: `-----BEGIN RSA PRIVATE KEY-----\nEXAMPLE${S}${T}\n${S}${T}==\n-----END RSA PRIVATE KEY-----\n` },
    [`EXAMPLE${S}${T}`],
  ),
  json("PEM on one line", { pem: `-----BEGIN PRIVATE KEY-----\\nEXAMPLE${S}${T}\\n-----END PRIVATE KEY-----` }, [
    `EXAMPLE${S}${T}`,
  ]),
  json("cut PEM", { pem: `-----BEGIN EC PRIVATE KEY-----\nEXAMPLE${S}${T}` }, [`EXAMPLE${S}${T}`]),
  json(
    "PGP",
    { key: `-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQEXAMPLE${S}${T}\n=abcd\n-----END PGP PRIVATE KEY BLOCK-----` },
    [`lQEXAMPLE${S}${T}`],
  ),
  json(
    "OpenSSH",
    { key: `-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaEXAMPLE${S}\n-----END OPENSSH PRIVATE KEY-----` },
    [`b3BlbnNzaEXAMPLE${S}`],
  ),
  json(
    "service account",
    {
      type: "service_account",
      project_id: "p1",
      private_key_id: "0a1b2c",
      private_key: `-----BEGIN PRIVATE KEY-----\nEXAMPLE${S}\n-----END PRIVATE KEY-----\n`,
      client_email: "svc@p1.example.test",
    },
    [`EXAMPLE${S}`, "svc@p1.example.test"],
    ["service_account", "0a1b2c"],
  ),
  json("secret-token URI", { x: "secret-token:EXAMPLE%20vR8n" }, ["EXAMPLE%20vR8n"]),
  json(
    "webhook secret",
    { url: "https://x.test/h", signing_secret: "whsec_EXAMPLE0a1b2c3d" },
    ["whsec_EXAMPLE0a1b2c3d", "EXAMPLE0a1b2c3d"],
    ["https://x.test/h"],
  ),
  json("key in an unnamed member", { data: { value: "bso_live_EXAMPLE0a1b2c3d4e5f" } }, [
    "bso_live_EXAMPLE0a1b2c3d4e5f",
  ]),
  json("rt_ refresh token", { x: "rt_EXAMPLE0a1b2c3d4e5f" }, ["rt_EXAMPLE0a1b2c3d4e5f"]),
  json("GitHub", { x: "ghp_EXAMPLE0a1b2c3d4e5f6g7h8i9j0k1l2m3n4" }, ["ghp_EXAMPLE0a1b2c3d4e5f6g7h8i9j0k1l2m3n4"]),
  json("Slack", { x: "xoxb-EXAMPLE-0a1b2c3d4e5f" }, ["xoxb-EXAMPLE-0a1b2c3d4e5f"]),
  json("OpenAI", { x: "sk-proj-EXAMPLE0a1b2c3d4e5f6g7h8" }, ["sk-proj-EXAMPLE0a1b2c3d4e5f6g7h8"]),
  json(
    "AWS pair",
    { AccessKeyId: "AKIAEXAMPLE234567QRS", SecretAccessKey: "EXAMPLE/wJalrXUtnFEMI0K7MDENG0bPxRfiCYz" },
    ["AKIAEXAMPLE234567QRS", "EXAMPLE/wJalrXUtnFEMI0K7MDENG0bPxRfiCYz"],
  ),
  json("bcrypt", { hash: "$2b$12$EXAMPLEabcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUV" }, [
    "EXAMPLEabcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUV",
  ]),
  json("e-mail", { contact: "Ann.Example+x@mail.example", n: 1 }, ["Ann.Example+x@mail.example"], ['"n":1']),
  json("client IP", { client: { ip: "203.0.113.77", ipv6: "2001:db8::17" } }, ["203.0.113.77", "2001:db8::17"]),
  json("device and session", { session: { id: HEX, device: "mac" } }, [HEX], ['"device":"mac"']),
  json(
    "login answer",
    { access_token: S, refresh_token: T, token_type: "Bearer", expires_in: 3600, scope: "read write" },
    [S, T],
    ['"token_type":"Bearer"', '"expires_in":3600', "read write"],
  ),
  json(
    "key listing",
    { data: [{ id: "key_1", name: "CI", prefix: "sk_live_", key: "sk_live_EXAMPLE0a1b2c3d", last4: "2c3d" }] },
    ["sk_live_EXAMPLE0a1b2c3d"],
    ['"name":"CI"', "key_1"],
  ),
  json(
    "rejected input",
    { error: { code: "weak_password", message: "too weak", details: { field: "password", provided: "improve42" } } },
    ["improve42"],
    ["weak_password", "too weak"],
  ),
  json(
    "rejected input in a list",
    { errors: [{ loc: ["body", "password"], msg: "too short", input: "improve42" }] },
    ["improve42"],
    ["too short"],
  ),
  json(
    "rejected input beside its pointer",
    { errors: [{ pointer: "/user/api_key", value: S }] },
    [S],
    ["/user/api_key"],
  ),
  json(
    "GraphQL variables",
    {
      query: "mutation($i: L!){login(input:$i){ok}}",
      variables: { i: { email: "ann.example@mail.example", password: P } },
    },
    [P, "ann.example@mail.example"],
    ["mutation($i: L!)"],
  ),
  json(
    "GraphQL inline argument",
    { query: `mutation { login(email: "ann.example@mail.example", password: "${T}") { token } }` },
    [T],
    ["{ token }"],
  ),
  json("GraphQL block string", { query: `mutation { set(secret: """${T}""") { ok } }` }, [T]),
  json(
    "GraphQL batch",
    [
      { query: "{a}", variables: {} },
      { query: "q", variables: { apiKey: S } },
    ],
    [S],
    ["{a}"],
  ),
  json("extensions with a debug mirror", { data: null, extensions: { request: { headers: { cookie: `sid=${S}` } } } }, [
    S,
  ]),
  json(
    "environment as rows",
    {
      rows: [
        ["API_KEY", S],
        ["PORT", "1"],
      ],
    },
    [S],
  ),
  json(
    "two-factor setup",
    { otpauth: `otpauth://totp/Urblock:ann?secret=JBSWY3DPEHPK3PXP&issuer=Urblock` },
    ["JBSWY3DPEHPK3PXP"],
    ["issuer=Urblock"],
  ),
  json("recovery codes", { recovery_codes: ["a1b2-c3d4", "e5f6-g7h8"] }, ["a1b2-c3d4", "e5f6-g7h8"]),
  json("long secret in a short name", { pw: S, pwd: T }, [S, T]),
  json("auth object", { auth: { username: "ann", password: P } }, [P], ['"username":"ann"']),
  json("basic in a member", { auth: `Basic ${base64(`ann:${P}`)}` }, [P, base64(`ann:${P}`)], ["Basic"]),
  json("bearer in a member", { x: `Bearer ${S}` }, [S], ["Bearer"]),
  json("hmac signature", { payload: "{}", signature: `${HEX}${HEX}` }, [`${HEX}${HEX}`]),
].flat();

/** The same secret once where it is known and once where nothing names it. */
export const REPEATED: readonly CorpusCase[] = [
  entry("cookie in the body", { requestHeaders: [["Cookie", `sid=${S}`]], body: JSON.stringify({ dump: [S] }) }, [S]),
  entry(
    "password in the message",
    { requestBody: JSON.stringify({ password: T }), body: JSON.stringify({ error: { message: `bad ${T}` } }) },
    [T],
  ),
  entry(
    "header key in the answer's text",
    { requestHeaders: [["X-Api-Key", S]], body: `<p>${S}</p>`, type: "text/html" },
    [S],
  ),
  entry(
    "body token in the location",
    {
      body: JSON.stringify({ access_token: S }),
      responseHeaders: [["Location", `https://x.test/a/${S}/b`]],
      status: 201,
    },
    [S],
  ),
  entry(
    "query key in the body in base64",
    { url: `https://api.urblock.io/v1?api_key=${S}`, body: JSON.stringify({ e: base64(S) }) },
    [S],
  ),
  entry(
    "query key in the body in base64 of more",
    { url: `https://api.urblock.io/v1?api_key=${S}`, body: JSON.stringify({ e: base64(`x:${S}:y`) }) },
    [S],
  ),
  entry(
    "key cut in an error",
    {
      requestHeaders: [["Authorization", `Bearer ${S}${T}`]],
      body: JSON.stringify({ error: { message: `no key ${(S + T).slice(0, 28)}...` } }),
    },
    [(S + T).slice(0, 28)],
  ),
  entry("key in the status text", { requestHeaders: [["X-Api-Key", S]], statusText: `No ${S}` }, [S]),
  entry("key in the method", { method: S, requestHeaders: [["X-Api-Key", S]] }, [S]),
  entry(
    "user of Basic as e-mail elsewhere",
    {
      requestHeaders: [["Authorization", `Basic ${base64(`ann.example@mail.example:${T}`)}`]],
      body: JSON.stringify({ a: T }),
    },
    [T, "ann.example@mail.example"],
  ),
  entry(
    "private key without 0x",
    {
      requestBody: JSON.stringify({ private_key: `0x${KEY64}` }),
      body: JSON.stringify({ error: { message: `bad key ${KEY64.toUpperCase()}` } }),
    },
    [KEY64],
  ),
  entry(
    "key beside the request id",
    { requestHeaders: [["X-Api-Key", S]], body: JSON.stringify({ meta: { requestId: "req_abc123", key: S } }) },
    [S],
    [],
  ),
];
