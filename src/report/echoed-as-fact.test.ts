import { describe, expect, test } from "vitest";
import { harEntry, type CorpusEntry } from "./testing/corpus/case.ts";
import { eventOf, OUTPUTS, outputName, providers, reportOf } from "./testing/formats.ts";
import { leaksOf } from "./testing/leaks.ts";
import { presentEvent } from "./present-event.ts";

/*
 * A server may write anything into a code, a field or a request id, the caller's credential included. What is a
 * credential anywhere in the exchange is one there as well.
 */

const DOCUMENTED = "https://api.urblock.io/v1/tokens";
const UNDOCUMENTED = "https://api.shop.test/v1/orders";

const SHAPES: Readonly<Record<string, string>> = {
  "64 hexadecimal digits": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  "32 hexadecimal digits": "5d41402abc4b2a76b9719d911017c592",
  "a UUID": "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
  base64url: "Zx8kQ2mVt7Rb4LpN9sWc1Yh6Jd3Gf5Ta0Ue8Io2Kq7M-x_A",
  "dots and tildes": "abc.def~EXAMPLE.94kTnB5vLp",
  "a password": "EXAMPLE-Passw0rd123!",
  "words joined by hyphens": "correct-horse-battery-staple",
};

type Plant = (secret: string) => CorpusEntry;
const header =
  (name: string, write: (secret: string) => string = (secret) => secret): Plant =>
  (secret) => ({ requestHeaders: [[name, write(secret)]] });
const body =
  (write: (secret: string) => unknown): Plant =>
  (secret) => ({ requestBody: JSON.stringify(write(secret)) });
const base64 = (text: string): string => Buffer.from(text).toString("base64");

/** Every kind of place in which a credential is found; only what the facts need is left to the answer. */
const PLACES: Readonly<Record<string, Plant>> = {
  "Authorization: Bearer": header("Authorization", (secret) => `Bearer ${secret}`),
  "Authorization: Token": header("authorization", (secret) => `Token ${secret}`),
  "Authorization: Basic, the password": header("Authorization", (secret) => `Basic ${base64(`dev:${secret}`)}`),
  "Authorization: Basic, the user": header("Authorization", (secret) => `Basic ${base64(`${secret}1:`)}`),
  "Authorization: Digest": header(
    "Authorization",
    (secret) => `Digest username="dev", realm="r", response="${secret}"`,
  ),
  "Authorization without a scheme": header("Authorization"),
  "Proxy-Authorization": header("Proxy-Authorization", (secret) => `Bearer ${secret}`),
  "X-API-Key": header("X-API-Key"),
  "X-Auth-Token": header("X-Auth-Token"),
  "X-Acme-Secret": header("X-Acme-Secret"),
  "a session cookie": header("Cookie", (secret) => `theme=dark; session=${secret}`),
  "a query parameter": (secret) => ({ url: `${UNDOCUMENTED}?page=2&api_key=${encodeURIComponent(secret)}` }),
  "the user information of the URL": (secret) => ({
    url: `https://dev:${encodeURIComponent(secret)}@api.shop.test/v1/orders`,
  }),
  "a member of the request body": body((secret) => ({ login: "dev", password: secret })),
  "a nested member of the request body": body((secret) => ({ auth: { credentials: { client_secret: secret } } })),
  "JSON within JSON": body((secret) => ({ payload: JSON.stringify({ access_token: secret }) })),
  "a form body": (secret) => ({
    requestType: "application/x-www-form-urlencoded",
    requestBody: `grant_type=password&client_secret=${encodeURIComponent(secret)}`,
  }),
  "a form field that the recording lists": (secret) => ({
    requestType: "application/x-www-form-urlencoded",
    params: [{ name: "client_secret", value: secret }],
  }),
  "Idempotency-Key, reused from the bearer": (secret) => ({
    requestHeaders: [
      ["Authorization", `Bearer ${secret}`],
      ["Idempotency-Key", secret],
    ],
  }),
};
/** Those in which only the answer names it. */
const ANSWERED: Readonly<Record<string, Plant>> = {
  "Set-Cookie": (secret) => ({ responseHeaders: [["Set-Cookie", `session=${secret}; Path=/; HttpOnly`]] }),
  "a header of the response": (secret) => ({ responseHeaders: [["X-Auth-Token", secret]] }),
};

type Facts = { readonly error?: object; readonly headers?: readonly (readonly [string, string])[] };
/** What reports print as a fact of the failure. */
const FACTS: Readonly<Record<string, (secret: string) => Facts>> = {
  code: (secret) => ({ error: { code: secret } }),
  type: (secret) => ({ error: { code: "refused", type: secret } }),
  field: (secret) => ({ error: { code: "refused", param: secret } }),
  "the request id in the body": (secret) => ({ error: { code: "refused", request_id: secret } }),
  "the request id in a header": (secret) => ({ headers: [["X-Request-ID", secret]] }),
  timestamp: (secret) => ({ error: { code: "refused", timestamp: secret } }),
  message: (secret) => ({ error: { code: "refused", message: `cannot use ${secret} here` } }),
  title: (secret) => ({ error: { code: "refused", title: secret } }),
  details: (secret) => ({ error: { code: "refused", message: "no", details: { given: secret } } }),
  "the name of a window": (secret) => ({ headers: [["RateLimit-Policy", `"${secret}";q=10;w=60`]] }),
};

function exchangeOf(plant: Plant, fact: Facts, secret: string): CorpusEntry {
  const planted = plant(secret);
  return {
    url: UNDOCUMENTED,
    ...planted,
    body: JSON.stringify({ error: { message: "no", ...fact.error } }),
    responseHeaders: [...(planted.responseHeaders ?? []), ...(fact.headers ?? [])],
  };
}

/** Where the secret can still be read, in every format and on a shared screen. */
function leaksIn(entry: CorpusEntry, secret: string): readonly string[] {
  const event = eventOf(harEntry(entry));
  const shown = JSON.stringify(presentEvent(event, providers).event);
  return [
    ...OUTPUTS.flatMap((output) => {
      const result = reportOf(event, output);
      if (!result.ok) return [`${outputName(output)}: refused: ${result.reason}`];
      return leaksOf(result.text, secret).length === 0 ? [] : [outputName(output)];
    }),
    ...(leaksOf(shown, secret).length === 0 ? [] : ["presentation"]),
  ];
}

const EVERY_PLACE = Object.entries({ ...PLACES, ...ANSWERED });

describe.each(EVERY_PLACE)("a credential in %s that the server echoes", (_place, plant) => {
  test.each(Object.entries(FACTS))("as %s is cut there too", (_fact, write) => {
    const secret = SHAPES["base64url"] ?? "";
    expect(leaksIn(exchangeOf(plant, write(secret), secret), secret)).toEqual([]);
  });

  test.each(Object.entries(SHAPES))("is cut from every fact at once if it is %s", (_shape, secret) => {
    const all = Object.values(FACTS).map((write) => write(secret));
    const error = Object.assign({}, ...all.map((fact) => fact.error)) as object;
    const headers = all.flatMap((fact) => fact.headers ?? []);
    expect(leaksIn(exchangeOf(plant, { error, headers }, secret), secret)).toEqual([]);
    const documented = { ...exchangeOf(plant, { error, headers }, secret), url: DOCUMENTED };
    if (plant(secret).url === undefined) expect(leaksIn(documented, secret)).toEqual([]);
  });
});

describe("a fact that is a credential nowhere", () => {
  const stays = (entry: CorpusEntry, facts: readonly string[]): void => {
    const result = reportOf(eventOf(harEntry(entry)), { format: "json" });
    if (!result.ok) throw new Error(result.reason);
    for (const fact of facts) expect(result.text).toContain(fact);
  };

  test("stays, though it looks generated", () => {
    const facts = Object.values(SHAPES);
    const [code = "", type = "", id = "", field = ""] = facts;
    stays(
      {
        requestHeaders: [
          ["Authorization", "Bearer EXAMPLEq7Wm2Zx94kTnB5vLp"],
          ["Idempotency-Key", id],
        ],
        body: JSON.stringify({ error: { code, type, param: field, message: "no" } }),
        responseHeaders: [["X-Request-ID", "8c1f0e7a-EXAMPLE-4be2"]],
      },
      [code, type, id, field, "8c1f0e7a-EXAMPLE-4be2"],
    );
  });

  test.each(["invalid_api_key", "token_expired", "PASSWORD_TOO_WEAK", "session_not_found"])(
    "stays if it is the code %s",
    (code) => {
      const entry = { body: JSON.stringify({ error: { code, message: "no" } }), status: 401 };
      stays({ ...entry, requestHeaders: [["X-API-Key", "EXAMPLEq7Wm2Zx94kTnB5vLp"]] }, [code]);
    },
  );

  test("stays if the documents list it as a code, whatever the request calls it", () => {
    const entry = { url: DOCUMENTED, status: 401, requestBody: '{"password":"invalid_credentials"}' };
    stays({ ...entry, body: '{"error":{"code":"invalid_credentials","message":"no"}}' }, [
      '"code": "invalid_credentials"',
    ]);
  });
});
