import type { CorpusCase, CorpusEntry } from "./case.ts";
import {
  CG_KEY,
  EMAIL,
  JWT,
  OPAQUE,
  OWN_KEY,
  PASSWORD,
  PEM,
  PEM_LINE,
  PHRASE,
  PRIVATE_KEY,
  REFRESH,
  SK_KEY,
  WEAK,
  WEBHOOK,
} from "./tokens.ts";

function url(address: string, secrets: readonly string[], keeps: readonly string[] = []): CorpusCase {
  return { name: `URL ${address.slice(0, 70)}`, entry: { url: address }, secrets, keeps };
}

function both(
  name: string,
  body: string,
  type: string,
  secrets: readonly string[],
  keeps: readonly string[] = [],
): readonly CorpusCase[] {
  const sent: CorpusEntry = { requestBody: body, requestType: type, requestHeaders: [["content-type", type]] };
  return [
    { name: `request body: ${name}`, entry: sent, secrets, keeps },
    { name: `response body: ${name}`, entry: { body, type }, secrets, keepsInResponse: keeps },
  ];
}

function json(
  name: string,
  value: unknown,
  secrets: readonly string[],
  keeps: readonly string[] = [],
): readonly CorpusCase[] {
  return both(name, typeof value === "string" ? value : JSON.stringify(value), "application/json", secrets, keeps);
}

function text(
  name: string,
  body: string,
  secrets: readonly string[],
  keeps: readonly string[] = [],
): readonly CorpusCase[] {
  return both(name, body, "text/plain", secrets, keeps);
}

export const URLS: readonly CorpusCase[] = [
  url(
    `https://api.chainguardai.dev/v1/risk/score/0x742d35Cc6634C0532925a3b844Bc454c459dFE2C?chain=ethereum&api_key=${CG_KEY}`,
    [CG_KEY],
    ["0x742d35Cc6634C0532925a3b844Bc454c459dFE2C", "chain=ethereum", "api_key="],
  ),
  url(`https://dev:${encodeURIComponent(PASSWORD)}@api.urblock.io/v1/tokens`, [PASSWORD], ["api.urblock.io/v1/tokens"]),
  url(`https://${SK_KEY}:@api.urblock.io/v1/tokens`, [SK_KEY], ["api.urblock.io/v1/tokens"]),
  url(`https://api.urblock.io/v1/tokens;jsessionid=${OPAQUE}?limit=3`, [OPAQUE], ["limit=3"]),
  url(
    `https://api.urblock.io/oauth/callback?code=EXAMPLEcode99x&state=EXAMPLEstate77`,
    ["EXAMPLEcode99x", "EXAMPLEstate77"],
    ["/oauth/callback"],
  ),
  url(`https://api.urblock.io/v1/x#access_token=${OPAQUE}&token_type=bearer&expires_in=3600`, [OPAQUE]),
  url(
    `https://api.chainguardai.dev/v1/risk/score/${encodeURIComponent(`https://bank.example/reset?token=${OPAQUE}`)}`,
    [OPAQUE],
    ["bank.example"],
  ),
  url(
    `https://api.chainguardai.dev/v1/risk/score/${encodeURIComponent(encodeURIComponent(`https://bank.example/?session_id=${OPAQUE}`))}`,
    [OPAQUE],
  ),
  url(`https://api.urblock.io/auth/reset-password/${OPAQUE}`, [OPAQUE], ["/auth/reset-password/"]),
  url(`https://api.urblock.io/magic-link/8c1f0d1e-1111-4222-8333-444455556666`, [
    "8c1f0d1e-1111-4222-8333-444455556666",
  ]),
  url(
    `https://mainnet.infura.io/v3/9f8e7d6c5b4a39281706f5e4dEXAMPLE`,
    ["9f8e7d6c5b4a39281706f5e4dEXAMPLE"],
    ["mainnet.infura.io/v3/"],
  ),
  url(`https://hooks.slack.com/services/T00EXAMPLE/B00EXAMPLE/abcdEXAMPLE1234567890efgh`, [
    "abcdEXAMPLE1234567890efgh",
  ]),
  url(
    `https://bucket.s3.amazonaws.com/a.json?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAEXAMPLE7EXAMPLE2%2F20260114%2Fus-east-1&X-Amz-Signature=0123456789abcdef0123456789abcdef01234567EXAMPLE`,
    ["AKIAEXAMPLE7EXAMPLE2", "0123456789abcdef0123456789abcdef01234567EXAMPLE"],
    ["AWS4-HMAC-SHA256"],
  ),
  url(
    `https://x.blob.core.windows.net/c/b?sv=2022-11-02&se=2026-01-15&sig=EXAMPLEsig%2Bab%3D`,
    ["EXAMPLEsig+ab="],
    ["sv=2022-11-02", "se=2026-01-15"],
  ),
  url(
    `https://maps.example.test/api?key=AIzaEXAMPLEx0123456789abcdefghijklmnopq&q=paris`,
    ["AIzaEXAMPLEx0123456789abcdefghijklmnopq"],
    ["q=paris"],
  ),
  url(`https://api.urblock.io/v1/x?KEY=${OPAQUE}&Api-Key=${SK_KEY}&user[password]=${WEAK}`, [OPAQUE, SK_KEY, WEAK]),
  url(`https://api.urblock.io/v1/x?%61ccess_token=${OPAQUE}`, [OPAQUE]),
  url(`https://api.urblock.io/v1/x?email=eve.example%40mail.example.test&ip=203.0.113.77`, [EMAIL, "203.0.113.77"]),
  url(`https://api.urblock.io/v1/x?redirect=${encodeURIComponent(`https://app.example.test/cb?token=${OPAQUE}`)}`, [
    OPAQUE,
  ]),
  url(`https://api.urblock.io/v1/x?data=${encodeURIComponent(JSON.stringify({ password: PASSWORD }))}`, [PASSWORD]),
  url(`https://api.urblock.io/v1/x?state=${Buffer.from(JSON.stringify({ secret: OPAQUE })).toString("base64url")}`, [
    OPAQUE,
  ]),
  url(
    `https://api.urblock.io/graphql?query=${encodeURIComponent(`mutation { login(password: "${PASSWORD}") { id } }`)}`,
    [PASSWORD],
  ),
  url(`https://api.urblock.io/v1/x?SAMLResponse=${Buffer.from("<Assertion>EXAMPLE</Assertion>").toString("base64")}`, [
    Buffer.from("<Assertion>EXAMPLE</Assertion>").toString("base64"),
  ]),
  url(`/relative/path?token=${OPAQUE}`, [OPAQUE]),
  url(`https://api.urblock.io/v1/%zz?token=${OPAQUE}&x=%E0%A4%A`, [OPAQUE]),
];

const NAMED = [
  "password",
  "userPassword",
  "Password",
  "DB_PASSWORD",
  "new-password",
  "Pass Phrase",
  "client_secret",
  "clientSecret",
  "ClientSecret",
  "api_key",
  "apiKey",
  "APIKey",
  "x-api-key",
  "API Key",
  "private_key",
  "privateKey",
  "access_token",
  "refreshToken",
  "id_token",
  "sessionToken",
  "csrfToken",
  "authToken",
  "mnemonic",
  "otp",
  "pin",
  "secret",
  "webhookSecret",
  "credentials",
  "signing_key",
  "encryptionKey",
  "MASTER_SEED",
  "seedPhrase",
  "passphrase",
  "recovery_code",
  "client-secret",
  "dbPassword",
  "password_confirmation",
  "currentPassword",
  "totp_secret",
  "secretAccessKey",
  "accessKey",
];

export const NAMES: readonly CorpusCase[] = NAMED.flatMap((name) => [
  ...json(`JSON ${name}`, { id: "tok_abc123", [name]: OPAQUE, amount: "1000" }, [OPAQUE], ["tok_abc123", "1000", name]),
  {
    name: `form ${name}`,
    entry: {
      requestType: "application/x-www-form-urlencoded",
      requestBody: `a=1&${encodeURIComponent(name)}=${OPAQUE}&scope=x`,
    },
    secrets: [OPAQUE],
    keeps: ["a=1", "scope=x"],
  },
  {
    name: `header map ${name}`,
    entry: {
      body: JSON.stringify({
        list: [
          { name, value: OPAQUE },
          { key: name, value: PASSWORD },
        ],
      }),
    },
    secrets: [OPAQUE, PASSWORD],
  },
]);

export const BODIES: readonly CorpusCase[] = [
  ...json(
    "weak password",
    { email: EMAIL, password: WEAK, note: "we improve things" },
    [EMAIL, `"${WEAK}"`],
    ["we improve things"],
  ),
  ...json(
    "numbers",
    '{"pin":4821,"otp":193847,"password":12345678,"amount":1000000000000000000001,"price":1.10}',
    ["4821", "193847", "12345678"],
    ["1000000000000000000001", "1.10"],
  ),
  ...json(
    "containers",
    { credentials: { user: "bob", value: OPAQUE }, tokens: [SK_KEY, OPAQUE], secret: { nested: { deep: PASSWORD } } },
    [OPAQUE, SK_KEY, PASSWORD],
  ),
  ...json(
    "header map",
    { request: { headers: { authorization: `Bearer ${OPAQUE}`, cookie: `sid=${REFRESH}`, "x-api-key": [CG_KEY] } } },
    [OPAQUE, REFRESH, CG_KEY],
    ["Bearer"],
  ),
  ...json(
    "header tuples",
    {
      headers: [
        ["Authorization", `Bearer ${OPAQUE}`],
        ["Accept", "*/*"],
      ],
      raw: ["Host", "x.test", "Cookie", "a=EXAMPLEcookie1"],
    },
    [OPAQUE, "EXAMPLEcookie1"],
    ["x.test"],
  ),
  ...json("duplicate keys", `{"password":"${OPAQUE}","password":"x"}`, [OPAQUE]),
  ...json("__proto__", `{"__proto__":{"token":"${OPAQUE}"},"a":1}`, [OPAQUE]),
  ...json("truncated", `{"user":{"name":"a","password":"${PASSWORD}","tok`, [PASSWORD]),
  ...json("truncated in the secret", `{"user":1,"access_token":"${OPAQUE}`, [OPAQUE]),
  ...json("truncated at the front", `"1","access_token":"${OPAQUE}","b":2}`, [OPAQUE]),
  ...json("concatenated", `{"a":1}{"api_key":"${OPAQUE}"}`, [OPAQUE]),
  ...json("single quotes and comments", `{// x\n'password': '${PASSWORD}', token: '${OPAQUE}' /* y */}`, [
    PASSWORD,
    OPAQUE,
  ]),
  ...json("byte order mark", `\ufeff{"secret":"${OPAQUE}"}`, [OPAQUE]),
  ...json("escaped name", `{"\\u0070assword":"${PASSWORD}","api\\u005fkey":"${OPAQUE}"}`, [PASSWORD, OPAQUE]),
  ...json(
    "escaped value",
    `{"x":"sk\\u005ftest_EXAMPLE4eC39HqLyjWDarjtT1","u":"https:\\/\\/a.test\\/?token=${OPAQUE}"}`,
    [SK_KEY, OPAQUE],
  ),
  ...json("JSON in a string", { payload: JSON.stringify({ password: PASSWORD }) }, [PASSWORD]),
  ...json(
    "JSON in JSON in JSON",
    { a: JSON.stringify({ b: JSON.stringify({ c: JSON.stringify({ api_key: `${OPAQUE}"q` }) }) }) },
    [OPAQUE],
  ),
  ...json("base64 JSON", { blob: Buffer.from(JSON.stringify({ access_token: OPAQUE })).toString("base64") }, [OPAQUE]),
  ...json("base64url of a key", { blob: Buffer.from(SK_KEY).toString("base64url") }, [SK_KEY]),
  ...json("hex of a key", { blob: Buffer.from(SK_KEY).toString("hex") }, [SK_KEY]),
  ...json("key formats without names", { a: OWN_KEY, b: CG_KEY, c: SK_KEY, d: REFRESH, e: WEBHOOK, f: JWT }, [
    OWN_KEY,
    CG_KEY,
    SK_KEY,
    REFRESH,
    WEBHOOK,
    JWT,
    EMAIL,
  ]),
  ...json("secret as a member name", { [SK_KEY]: 1, [EMAIL]: 2 }, [SK_KEY, EMAIL]),
  ...json("PEM", { key_file: PEM }, [PEM_LINE]),
  ...json("PEM cut off", { a: PEM.slice(0, 90) }, [PEM_LINE.slice(0, 60)]),
  ...json(
    "phrase in an array",
    { words: PHRASE.split(" ") },
    PHRASE.split(" ").length === 12 ? ["sausage", "winner"] : [],
  ),
  ...json(
    "phrase numbered",
    {
      note: PHRASE.split(" ")
        .map((word, index) => `${index + 1}. ${word}`)
        .join(" "),
    },
    ["sausage"],
  ),
  ...json("phrase in prose", { note: `my words are ${PHRASE}, keep them` }, [PHRASE]),
  ...json("phrase with line breaks", { note: PHRASE.replaceAll(" ", "\n") }, ["sausage"]),
  ...json("phrase as objects", { list: PHRASE.split(" ").map((word, index) => ({ index, word })) }, ["sausage"]),
  ...json("private key by name", { privateKey: `0x${PRIVATE_KEY}` }, [PRIVATE_KEY]),
  ...json("private key in prose", { note: `private key: 0x${PRIVATE_KEY}` }, [PRIVATE_KEY]),
  ...json("byte array", { keypair: Array.from({ length: 64 }, (_, index) => (index * 7) % 256) }, ["7,14,21,28"]),
  ...json(
    "JSON-RPC",
    {
      jsonrpc: "2.0",
      method: "personal_unlockAccount",
      params: ["0x742d35Cc6634C0532925a3b844Bc454c459dFE2C", PASSWORD, 60],
    },
    [PASSWORD],
    ["0x742d35Cc6634C0532925a3b844Bc454c459dFE2C"],
  ),
  ...json(
    "JWK",
    { kty: "EC", crv: "P-256", x: "publicX0123456789", y: "publicY0123456789", d: "EXAMPLEprivateD0123456789" },
    ["EXAMPLEprivateD0123456789"],
    ["publicX0123456789"],
  ),
  ...json(
    "extended key",
    {
      x: "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi",
    },
    ["xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3"],
  ),
  ...json("WIF", { note: "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ" }, [
    "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ",
  ]),
  ...json("card", { note: "4242 4242 4242 4242", card_number: 4242424242424242 }, [
    "4242424242424242",
    "4242 4242 4242 4242",
  ]),
  ...json(
    "echo in the message",
    { error: { code: "invalid_api_key", message: `Incorrect API key provided: ${OPAQUE}. Check it.` } },
    [OPAQUE],
    ["invalid_api_key", "Incorrect API key provided"],
  ),
  ...json(
    "echo in details",
    { error: { code: "VALIDATION_ERROR", field: "password", details: { provided: WEAK, expected: "12 characters" } } },
    [`"${WEAK}"`],
    ["VALIDATION_ERROR", "12 characters"],
  ),
  ...json(
    "FastAPI",
    { detail: [{ loc: ["body", "api_key"], msg: "too short", type: "value_error", input: "weakkey" }] },
    ["weakkey"],
    ["too short", "value_error"],
  ),
  ...json(
    "GraphQL",
    {
      query: `mutation { login(email: "${EMAIL}", password: "${PASSWORD}", otp: 123456) { token } }`,
      variables: { input: { newPassword: OPAQUE } },
    },
    [EMAIL, PASSWORD, OPAQUE, "123456"],
    ["mutation { login(", "{ token }"],
  ),
  ...json("GraphQL block string", { query: `mutation { save(secret: """${OPAQUE}""") { id } }` }, [OPAQUE]),
  ...json(
    "database address",
    {
      url: `postgres://app:${encodeURIComponent(PASSWORD)}@db.example.test:5432/main`,
      b: `redis://:${OPAQUE}@cache.test:6379`,
    },
    [PASSWORD, OPAQUE],
    ["db.example.test:5432/main"],
  ),
  ...json(
    "connection string",
    { dsn: `Server=db;Database=x;User Id=sa;Password=${PASSWORD};Encrypt=true` },
    [PASSWORD],
    ["Encrypt=true"],
  ),
  ...json(
    "keystore",
    {
      version: 3,
      crypto: {
        cipher: "aes-128-ctr",
        ciphertext: "EXAMPLEciphertext5318b4d5bcd28de6",
        kdf: "scrypt",
        mac: "EXAMPLEmac103ac32911bc2046",
      },
    },
    ["EXAMPLEciphertext5318b4d5bcd28de6"],
    ["aes-128-ctr"],
  ),
  ...json("password hash", { hash: "$2b$12$EXAMPLEEXAMPLEEXAMPLEeuYQ1x3kL9vPq0aZs5Tn8Wm2BcDfGhIj" }, [
    "$2b$12$EXAMPLEEXAMPLEEXAMPLEeuYQ1x3kL9vPq0aZs5Tn8Wm2BcDfGhIj",
  ]),
  ...json(
    "client address",
    { client_ip: "203.0.113.77", remoteAddr: "2001:db8::9f", message: "session bound to 198.51.100.23" },
    ["203.0.113.77", "2001:db8::9f", "198.51.100.23"],
  ),
  ...text("NDJSON", `{"a":1}\n{"password":"${PASSWORD}"}\n{"token":"${OPAQUE}"}\n`, [PASSWORD, OPAQUE]),
  ...both(
    "event stream",
    `event: x\ndata: {"access_token":"${OPAQUE}"}\n\ndata: done\n`,
    "text/event-stream",
    [OPAQUE],
    ["data: done"],
  ),
  ...both("JSONP", `cb({"password":"${PASSWORD}"});`, "application/javascript", [PASSWORD], ["cb({"]),
  ...both("anti-hijacking prefix", `)]}',\n{"secret":"${OPAQUE}"}`, "application/json", [OPAQUE]),
  ...both("wrong content type", `{"secret":"${OPAQUE}"}`, "image/png", [OPAQUE]),
  ...both(
    "XML",
    `<?xml version="1.0"?><r><Password>${PASSWORD}</Password><ns:ApiKey x="1">${OPAQUE}</ns:ApiKey><token><![CDATA[${CG_KEY}]]></token><add key="ClientSecret" value="${REFRESH}"/></r>`,
    "application/xml",
    [PASSWORD, OPAQUE, CG_KEY, REFRESH],
    ["<Password>"],
  ),
  ...both(
    "HTML",
    `<meta name="csrf-token" content="${OPAQUE}"><input type="hidden" name="authenticity_token" value="${PASSWORD}"/><input type=password value='${WEAK}99x'><script>window.__STATE__={"auth":{"accessToken":"${JWT}"},"user":"${EMAIL}"};</script>`,
    "text/html",
    [OPAQUE, PASSWORD, `${WEAK}99x`, JWT, EMAIL],
    ["csrf-token"],
  ),
  ...both(
    "XML cut off",
    `<?xml version="1.0"?><r><user>bob</user><password>${PASSWORD}`,
    "application/xml",
    [PASSWORD],
    ["<user>bob</user>"],
  ),
  ...both(
    "HTML entities",
    `<div data-state="{&quot;apiKey&quot;:&quot;${OPAQUE}&quot;}">${SK_KEY.replace("_", "&#95;")}</div>`,
    "text/html",
    [OPAQUE, SK_KEY],
  ),
  ...text(
    "YAML",
    `user: bob\npassword: ${WEAK}\napi_key: ${OPAQUE}\nnested:\n  - token: ${CG_KEY}\n`,
    [` ${WEAK}`, OPAQUE, CG_KEY],
    ["user: bob"],
  ),
  ...text(
    "environment file",
    `DB_HOST=x\nDB_PASSWORD=${PASSWORD}\nexport API_KEY="${OPAQUE}"\n`,
    [PASSWORD, OPAQUE],
    ["DB_HOST=x"],
  ),
  ...both(
    "CSV",
    `email,password,plan\n${EMAIL},${WEAK}x1,free\nother@mail.example.test,"pw,two",pro\n`,
    "text/csv",
    [EMAIL, `${WEAK}x1`, "pw,two"],
    ["free", "pro"],
  ),
  ...text(
    "log",
    `[info] POST /login user=bob password=${PASSWORD} token=${OPAQUE} status=401`,
    [PASSWORD, OPAQUE],
    ["status=401", "POST /login"],
  ),
  ...text(
    "stack trace",
    `Error: bad key\n  at f (https://app.test/a.js?token=${OPAQUE}:1:2)\n  Authorization: Bearer ${CG_KEY}\n`,
    [OPAQUE, CG_KEY],
    ["Error: bad key"],
  ),
  ...text(
    "curl command",
    `curl -X POST https://x.test -H "Authorization: Bearer ${OPAQUE}" -H 'X-Api-Key: ${CG_KEY}' -u bob:${PASSWORD} -b 'sid=${REFRESH}'`,
    [OPAQUE, CG_KEY, PASSWORD, REFRESH],
    ["curl -X POST https://x.test"],
  ),
  ...text("PEM", `key:\n${PEM}\nend`, [PEM_LINE], ["end"]),
  ...text(
    "PGP",
    `-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQOYEXAMPLEBFkeyNotReal0123456789abcdef\n=abcd\n-----END PGP PRIVATE KEY BLOCK-----`,
    ["lQOYEXAMPLEBFkeyNotReal0123456789abcdef"],
  ),
  ...text("hex dump", [...SK_KEY].map((character) => character.charCodeAt(0).toString(16)).join(" "), [SK_KEY]),
  ...text(
    "percent every character",
    [...SK_KEY].map((character) => `%${character.charCodeAt(0).toString(16)}`).join(""),
    [SK_KEY],
  ),
  ...text("upper-case copy", `token=${OPAQUE} and again ${OPAQUE.toUpperCase()}`, [OPAQUE]),
  ...text("secret-token URI", `use secret-token:E92FB7EB-D882-47A4-A265-A0B6135DC842%20foo please`, [
    "E92FB7EB-D882-47A4-A265-A0B6135DC842",
  ]),
  {
    name: "multipart",
    entry: {
      requestType: "multipart/form-data; boundary=XBOUND",
      requestHeaders: [["content-type", "multipart/form-data; boundary=XBOUND"]],
      requestBody: `--XBOUND\r\nContent-Disposition: form-data; name="password"\r\n\r\n${PASSWORD}\r\n--XBOUND\r\nContent-Disposition: form-data; name="file"; filename="app.env"\r\nContent-Type: text/plain\r\n\r\nSOMETHING=${OPAQUE}\nprivate source code\r\n--XBOUND\r\nContent-Disposition: form-data; name="network"\r\n\r\nethereum\r\n--XBOUND--\r\n`,
    },
    secrets: [PASSWORD, OPAQUE, "private source code"],
    keeps: ["app.env", "ethereum"],
  },
  {
    name: "form text and params differ",
    entry: {
      requestType: "application/x-www-form-urlencoded",
      requestBody: `user=bob&password=${encodeURIComponent(PASSWORD)}`,
      params: [{ name: "password", value: OPAQUE }],
    },
    secrets: [PASSWORD, OPAQUE],
    keeps: ["user=bob"],
  },
  {
    name: "params only",
    entry: {
      requestType: "application/x-www-form-urlencoded",
      params: [
        { name: "password", value: PASSWORD },
        { name: "scope", value: "read" },
        { name: "upload", fileName: "Token.sol", contentType: "text/plain", value: "contract Secret {}" },
      ],
    },
    secrets: [PASSWORD, "contract Secret"],
    keeps: ["read", "Token.sol"],
  },
  {
    name: "base64 content",
    entry: {
      body: Buffer.from(JSON.stringify({ password: PASSWORD, note: "kept note" })).toString("base64"),
      encoding: "base64",
    },
    secrets: [PASSWORD],
    keepsInResponse: ["kept note"],
  },
];
