import fc from "fast-check";
import type { CorpusEntry } from "./corpus/case.ts";

const BASE62 = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"];
const HEX = [..."0123456789abcdef"];
const PRINTABLE = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));

function word(characters: readonly string[], least: number, most: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...characters), { minLength: least, maxLength: most }).map((found) => found.join(""));
}

/** Secrets that only their name gives away, distinctive enough to be followed everywhere. */
const opaque = fc
  .oneof(word(BASE62, 14, 40), word(HEX, 20, 64), word([...BASE62, "-", "_", "."], 16, 48))
  .map((text) => `Q7${text}9x`);
const password = word(PRINTABLE, 8, 20).map((text) => `p4${text}!Z`);
/** Full of what has a meaning in JSON, HTML, URLs and strings of code. */
const punctuated = word([..."{}[]<>&\"'\\%:,=/ab7"], 10, 20).map((text) => `p4${text}!Z`);
const ownKey = fc
  .tuple(
    fc.constantFrom("bso_live_", "bso_test_", "cg_live_", "cg_test_", "sk_live_", "sk_test_", "pk_live_", "whsec_"),
    word(BASE62, 10, 32),
  )
  .map(([prefix, tail]) => `${prefix}7${tail}`);
const jwt = fc.tuple(word(BASE62, 4, 20), word(BASE62, 43, 43)).map(([subject, signature]) => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "HS256", typ: "JWT" })}.${part({ sub: subject, exp: 1768382100 })}.${signature}`;
});

export const named = fc.oneof(opaque, password, punctuated, ownKey, jwt);
export const headerSafe = fc.oneof(opaque, ownKey, jwt);
export const formatted = fc.oneof(ownKey, jwt);

const benign = fc.oneof(
  fc.constantFrom(
    "ok",
    "pending",
    "Gold Token",
    "0x742d35Cc6634C0532925a3b844Bc454c459dFE2C",
    "tok_abc123",
    'it\'s "fine" & <b>',
  ),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);

const NAMES = [
  "password",
  "apiKey",
  "client_secret",
  "access_token",
  "refreshToken",
  "x-api-key",
  "DB_PASSWORD",
  "user[password]",
  "API Key",
  "webhookSecret",
  "credentials",
];

/** A JSON value with the secret under a secret name somewhere in it. */
function planted(secret: string): fc.Arbitrary<unknown> {
  const leaf = fc.constantFrom(...NAMES).map((name) => ({ [name]: secret }));
  const wrap = (inner: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc.oneof(
      fc.record({ data: inner, id: benign }),
      inner.map((value) => ({ payload: JSON.stringify(value) })),
      fc.array(benign, { maxLength: 3 }).chain((others) => inner.map((value) => [...others, value])),
      inner.map((value) => ({ blob: Buffer.from(JSON.stringify(value)).toString("base64") })),
      inner.map((value) => ({ list: [{ name: "x", value }] })),
    );
  return fc.integer({ min: 0, max: 3 }).chain((depth) => {
    let value: fc.Arbitrary<unknown> = leaf;
    for (let level = 0; level < depth; level++) value = wrap(value);
    return value;
  });
}

/** Ways a secret comes into an exchange under a name; for any printable secret. */
export function plantings(secret: string): fc.Arbitrary<CorpusEntry> {
  const encoded = encodeURIComponent(secret);
  return fc.oneof(
    planted(secret).map((value): CorpusEntry => ({ requestBody: JSON.stringify(value) })),
    planted(secret).map((value): CorpusEntry => ({ requestBody: JSON.stringify(value, null, 2) })),
    fc
      .constantFrom("password", "api_key", "token", "client_secret", "access_token")
      .map((name): CorpusEntry => ({ url: `https://api.urblock.io/v1/x?a=1&${name}=${encoded}` })),
    fc.constant<CorpusEntry>({ url: `https://dev:${encoded}@api.urblock.io/v1/x` }),
    fc.constant<CorpusEntry>({
      requestType: "application/x-www-form-urlencoded",
      requestBody: `scope=x&password=${encoded.replaceAll("%20", "+")}`,
    }),
    fc.constant<CorpusEntry>({
      requestHeaders: [["authorization", `Basic ${Buffer.from(`user:${secret}`).toString("base64")}`]],
    }),
    fc.constant<CorpusEntry>({
      requestType: "multipart/form-data; boundary=B",
      requestBody: `--B\r\ncontent-disposition: form-data; name="secret"\r\n\r\n${secret}\r\n--B--\r\n`,
    }),
    fc.constant<CorpusEntry>({
      requestType: "application/xml",
      requestBody: `<r><password>${secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</password></r>`,
    }),
  );
}

/** Ways through headers, for secrets without characters that a header could not carry. */
export function headerPlantings(secret: string): fc.Arbitrary<CorpusEntry> {
  return fc.constantFrom<CorpusEntry>(
    { requestHeaders: [["authorization", `Bearer ${secret}`]] },
    { requestHeaders: [["Authorization", secret]] },
    { requestHeaders: [["x-api-key", secret]] },
    { requestHeaders: [["cookie", `theme=dark; sid=${secret}`]] },
    { requestHeaders: [["x-auth-token", `Token ${secret}`]] },
  );
}

function spellings(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  return [
    secret,
    `x${secret}y`,
    secret.toUpperCase(),
    encodeURIComponent(secret),
    encodeURIComponent(encodeURIComponent(secret)),
    [...bytes].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""),
    bytes.toString("base64"),
    bytes.toString("base64url"),
    bytes.toString("hex"),
    bytes.toString("hex").toUpperCase(),
    Buffer.from(`a${secret}b`).toString("base64"),
    Buffer.from(`ab${secret}cd`).toString("base64"),
    [...secret].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
    [...secret].map((character) => `&#${character.charCodeAt(0)};`).join(""),
    JSON.stringify(secret).slice(1, -1),
    secret.replace(
      /[&<>"]/g,
      (character) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[character] ?? "",
    ),
  ];
}

/** Places without a telling name in which the other side repeats the secret, in any spelling. */
export function echoes(secret: string): fc.Arbitrary<CorpusEntry> {
  return fc
    .constantFrom(...spellings(secret))
    .chain((spelling) =>
      fc.constantFrom<CorpusEntry>(
        { body: JSON.stringify({ error: { code: "invalid_token", message: `got ${spelling} here` } }) },
        { body: JSON.stringify({ a: [{ b: spelling }] }) },
        { body: JSON.stringify({ log: JSON.stringify({ mirror: spelling }) }) },
        { body: `<html><p>${spelling}</p></html>`, type: "text/html" },
        { body: `line ${spelling}\nmore`, type: "text/plain" },
        { responseHeaders: [["x-note", `was ${spelling.replace(/[\r\n]/g, "")}`]], body: "{}" },
        { redirectUrl: `https://app.test/x/${encodeURIComponent(spelling)}`, status: 302 },
        { statusText: `Bad ${spelling}` },
      ),
    );
}
