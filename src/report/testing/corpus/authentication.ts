import type { CorpusCase } from "./case.ts";
import { CG_KEY, EMAIL, JWE, JWT, OPAQUE, OWN_KEY, PASSWORD, SESSION, SK_KEY } from "./tokens.ts";

function authorization(
  name: string,
  value: string,
  secrets: readonly string[],
  keeps: readonly string[] = [],
): CorpusCase {
  return {
    name: `Authorization: ${name}`,
    entry: {
      requestHeaders: [["authorization", value]],
      status: 401,
      body: '{"error":{"code":"invalid_token","message":"The token is not valid."}}',
    },
    secrets,
    keeps: ["uthorization", ...keeps],
    keepsInResponse: ["invalid_token", "The token is not valid."],
  };
}

function header(name: string, value: string, secrets: readonly string[], keeps: readonly string[] = []): CorpusCase {
  return {
    name: `request header ${name}: ${value.slice(0, 30)}`,
    entry: { requestHeaders: [[name, value]] },
    secrets,
    keeps: [name, ...keeps],
  };
}

function responseHeader(
  name: string,
  value: string,
  secrets: readonly string[],
  keeps: readonly string[] = [],
): CorpusCase {
  return {
    name: `response header ${name}`,
    entry: { responseHeaders: [[name, value]] },
    secrets,
    keepsInResponse: [name, ...keeps],
  };
}

export const AUTHENTICATION: readonly CorpusCase[] = [
  authorization("Bearer opaque", `Bearer ${OPAQUE}`, [OPAQUE], ["Bearer"]),
  authorization("Bearer own key", `Bearer ${OWN_KEY}`, [OWN_KEY], ["Bearer"]),
  authorization("lower-case bearer", `bearer ${SK_KEY}`, [SK_KEY], ["bearer"]),
  authorization("JWT", `Bearer ${JWT}`, [JWT, JWT.split(".")[1] ?? "", JWT.split(".")[2] ?? "", EMAIL], ["Bearer"]),
  authorization("JWE", `Bearer ${JWE}`, [JWE, "EXAMPLEciphertext0123456789"], ["Bearer"]),
  authorization("alg none", `Bearer ${JWT.split(".").slice(0, 2).join(".")}.`, [JWT.split(".")[1] ?? ""], ["Bearer"]),
  authorization(
    "Basic",
    `Basic ${Buffer.from(`user:${PASSWORD}`).toString("base64")}`,
    [PASSWORD, `user:${PASSWORD}`],
    ["Basic"],
  ),
  authorization("Basic, key as user", `Basic ${Buffer.from(`${SK_KEY}:`).toString("base64")}`, [SK_KEY], ["Basic"]),
  authorization("Token", `Token token="${OPAQUE}"`, [OPAQUE], ["Token"]),
  authorization("ApiKey", `ApiKey ${OPAQUE}`, [OPAQUE], ["ApiKey"]),
  authorization("Key", `Key ${OPAQUE}`, [OPAQUE], ["Key"]),
  authorization("Negotiate", `Negotiate YIIZEXAMPLEAYGKwYBBQUCoIIZ`, ["YIIZEXAMPLEAYGKwYBBQUCoIIZ"], ["Negotiate"]),
  authorization(
    "Hawk",
    `Hawk id="dh37fgj492je", ts="1353832234", nonce="j4h3g2", mac="6R4rV5iEXAMPLEk7BqmWJuQ="`,
    ["6R4rV5iEXAMPLEk7BqmWJuQ"],
    ["Hawk", "1353832234"],
  ),
  authorization(
    "OAuth 1",
    `OAuth oauth_consumer_key="ckEXAMPLE1234", oauth_token="tkEXAMPLE5678", oauth_signature_method="HMAC-SHA1", oauth_timestamp="1705320000", oauth_signature="tnEXAMPLE3fVdE%3D"`,
    ["ckEXAMPLE1234", "tkEXAMPLE5678", "tnEXAMPLE3fVdE"],
    ["HMAC-SHA1", "1705320000"],
  ),
  authorization(
    "AWS4",
    `AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE7EXAMPLE2/20260114/us-east-1/execute-api/aws4_request, SignedHeaders=host;x-amz-date, Signature=fe5f80EXAMPLE77ceab3a47c8ba05e2c`,
    ["AKIAEXAMPLE7EXAMPLE2", "fe5f80EXAMPLE77ceab3a47c8ba05e2c"],
    ["AWS4-HMAC-SHA256", "SignedHeaders=host;x-amz-date"],
  ),
  authorization(
    "Digest",
    `Digest username="dev", realm="api", nonce="dcdEXAMPLE98b7102dd2f0", uri="/v1/tokens", response="6629faEXAMPLE49393a05397450978507c4ef1"`,
    ["dcdEXAMPLE98b7102dd2f0", "6629faEXAMPLE49393a05397450978507c4ef1"],
    ['realm="api"'],
  ),
  authorization("DPoP", `DPoP ${OPAQUE}`, [OPAQUE], ["DPoP"]),
  authorization("no scheme", OPAQUE, [OPAQUE]),
  authorization("own key without scheme", OWN_KEY, [OWN_KEY], ["bso_live_"]),
  authorization("scheme twice", `Bearer Bearer ${OPAQUE}`, [OPAQUE], ["Bearer Bearer"]),
  authorization("quoted", `Bearer "${OPAQUE}"`, [OPAQUE], ["Bearer"]),
  authorization("folded", `Bearer\r\n ${OPAQUE}`, [OPAQUE], ["Bearer"]),
  authorization("two joined", `Bearer ${OPAQUE}, Bearer ${CG_KEY}`, [OPAQUE, CG_KEY]),
  authorization("unknown scheme", `MyScheme ${OPAQUE}`, [OPAQUE]),
  authorization("several words", "my pass EXAMPLE99", ["EXAMPLE99", "my pass"]),
  authorization("weak", `Bearer improve`, ["improve"], ["Bearer"]),
  {
    name: "two Authorization headers",
    entry: {
      requestHeaders: [
        ["Authorization", `Bearer ${OPAQUE}`],
        ["authorization", `Bearer ${CG_KEY}`],
      ],
    },
    secrets: [OPAQUE, CG_KEY],
  },
  // What is missing or a placeholder is the diagnosis.
  authorization("placeholder", "Bearer YOUR_API_KEY", [], ["Bearer YOUR_API_KEY"]),
  authorization("undefined", "Bearer undefined", [], ["Bearer undefined"]),
  authorization("null", "Bearer null", [], ["Bearer null"]),
  authorization("template", "Bearer {{api_key}}", [], ["Bearer {{api_key}}"]),
  authorization("variable", "Bearer ${API_KEY}", [], ["Bearer ${API_KEY}"]),
  authorization("object", "Bearer [object Object]", [], ["Bearer [object Object]"]),
  authorization("scheme alone", "Bearer", [], ["Bearer"]),
  header("proxy-authorization", `Basic ${Buffer.from(`p:${PASSWORD}`).toString("base64")}`, [PASSWORD], ["Basic"]),
  header("x-forwarded-authorization", `Bearer ${OPAQUE}`, [OPAQUE]),
  header("x-api-key", OPAQUE, [OPAQUE]),
  header("X-API-Key", "abc123def", ["abc123def"]),
  header("api-key", OPAQUE, [OPAQUE]),
  header("apikey", OPAQUE, [OPAQUE]),
  header("x-auth-token", OPAQUE, [OPAQUE]),
  header("x-auth-token", `Bearer ${OPAQUE}`, [OPAQUE], ["Bearer"]),
  header("x-access-token", OPAQUE, [OPAQUE]),
  header("x-csrf-token", OPAQUE, [OPAQUE]),
  header("X-XSRF-TOKEN", OPAQUE, [OPAQUE]),
  header("x-amz-security-token", OPAQUE, [OPAQUE]),
  header("x-vault-token", `hvs.EXAMPLE${OPAQUE}`, [OPAQUE]),
  header("x-goog-api-key", "AIzaEXAMPLEx0123456789abcdefghijklmnopq", ["AIzaEXAMPLEx0123456789abcdefghijklmnopq"]),
  header("cf-access-client-secret", OPAQUE, [OPAQUE]),
  header("ocp-apim-subscription-key", "9f8eEXAMPLE7d6c5b4a39281706f5e4d", ["9f8eEXAMPLE7d6c5b4a39281706f5e4d"]),
  header("x-session-id", OPAQUE, [OPAQUE]),
  header("x-client-secret", OPAQUE, [OPAQUE]),
  header("x-partner-credential", OPAQUE, [OPAQUE]),
  header("x-custom-thing", "aB3dE5gH7jK9mN1pQ3sT5", ["aB3dE5gH7jK9mN1pQ3sT5"]),
  header("sec-websocket-protocol", `graphql-ws, ${JWT}`, [JWT], ["graphql-ws"]),
  header(
    "sec-websocket-protocol",
    `base64url.bearer.authorization.example.io.${Buffer.from(OPAQUE).toString("base64url")}`,
    [OPAQUE],
  ),
  header(
    "cookie",
    `sid=${SESSION}; theme=dark-mode; _ga=GA1.2.3EXAMPLE.4`,
    [SESSION, "dark-mode", "GA1.2.3EXAMPLE.4"],
    ["sid=", "theme=", "_ga="],
  ),
  header(
    "cookie",
    `__Secure-next-auth.session-token.0=${JWT.slice(0, 80)}; __Secure-next-auth.session-token.1=${JWT.slice(80)}`,
    [JWT.slice(0, 80), JWT.slice(80)],
  ),
  header("cookie", `user=${encodeURIComponent(JSON.stringify({ email: EMAIL, token: OPAQUE }))}`, [EMAIL, OPAQUE]),
  header("cookie", `state=${Buffer.from(JSON.stringify({ password: PASSWORD })).toString("base64")}`, [PASSWORD]),
  header(
    "referer",
    `https://app.example.test/reset/${OPAQUE}?token=${CG_KEY}#access_token=${SK_KEY}`,
    [OPAQUE, CG_KEY, SK_KEY],
    ["https://app.example.test/reset/"],
  ),
  header("x-original-url", `/v1/scan?api_key=${CG_KEY}`, [CG_KEY], ["/v1/scan?api_key="]),
  {
    name: "pseudo header :path",
    entry: { requestHeaders: [[":path", `/v1/tokens?access_token=${OPAQUE}`]] },
    secrets: [OPAQUE],
  },
  header("x-forwarded-for", "203.0.113.77, 198.51.100.2", ["203.0.113.77", "198.51.100.2"]),
  header(
    "forwarded",
    'for=203.0.113.77;proto=https;by="[2001:db8:cafe::17]:4711"',
    ["203.0.113.77", "2001:db8:cafe::17"],
    ["proto=https"],
  ),
  header("x-real-ip", "2001:db8::9f", ["2001:db8::9f"]),
  header("from", EMAIL, [EMAIL]),
  responseHeader(
    "set-cookie",
    `sid=${OPAQUE}; Path=/; Domain=example.test; HttpOnly; SameSite=Lax\nrefresh=EXAMPLErefresh0123; Max-Age=3600; Secure`,
    [OPAQUE, "EXAMPLErefresh0123"],
    ["Path=/", "Domain=example.test", "HttpOnly", "SameSite=Lax", "Max-Age=3600", "Secure"],
  ),
  responseHeader(
    "location",
    `https://app.example.test/callback?code=EXAMPLEcode123&state=EXAMPLEstate9`,
    ["EXAMPLEcode123", "EXAMPLEstate9"],
    ["https://app.example.test/callback"],
  ),
  responseHeader(
    "link",
    `<https://api.urblock.io/v1/tokens?limit=2&access_token=${OPAQUE}>; rel="next"`,
    [OPAQUE],
    ['rel="next"', "limit=2"],
  ),
  responseHeader("refresh", `5; url=https://app.example.test/?token=${OPAQUE}`, [OPAQUE]),
  responseHeader("x-new-token", OPAQUE, [OPAQUE]),
  responseHeader("authentication-info", `nextnonce="EXAMPLEnonce0123456789", qop=auth`, []),
  responseHeader(
    "www-authenticate",
    `Bearer realm="api", error="invalid_token", error_description="The token ${OPAQUE} expired"`,
    [OPAQUE],
    ['error="invalid_token"'],
  ),
  responseHeader("x-debug", `user=${EMAIL} token=${OPAQUE}`, [EMAIL, OPAQUE]),
];
