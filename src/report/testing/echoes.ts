import { presentEvent } from "../present-event.ts";
import { type CorpusEntry, harEntry } from "./corpus/case.ts";
import { eventOf, type Output, OUTPUTS, outputName, providers, reportOf } from "./formats.ts";
import { leaksOf } from "./leaks.ts";

/*
 * Exchanges in which a server repeats the caller's credential as a fact of its answer: as the code, the field, the request
 * id.
 */

export const DOCUMENTED_URL = "https://api.urblock.io/v1/tokens";
const UNDOCUMENTED = "https://api.shop.test/v1/orders";

export type Plant = (secret: string) => CorpusEntry;
const header =
  (name: string, write: (secret: string) => string = (secret) => secret): Plant =>
  (secret) => ({ requestHeaders: [[name, write(secret)]] });
const body =
  (write: (secret: string) => unknown): Plant =>
  (secret) => ({ requestBody: JSON.stringify(write(secret)) });
const base64 = (text: string): string => Buffer.from(text).toString("base64");

/** Every kind of place in which a credential is found; only what the facts need is left to the answer. */
const SENT: Readonly<Record<string, Plant>> = {
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

/** Every place in which a credential is found. */
export const PLACES: Readonly<Record<string, Plant>> = { ...SENT, ...ANSWERED };

export type Facts = { readonly error?: object; readonly headers?: readonly (readonly [string, string])[] };
/** What reports print as a fact of the failure. */
export const FACTS: Readonly<Record<string, (secret: string) => Facts>> = {
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

/** An exchange with the credential in one place, and the server's answer with it as a fact. */
export function echoing(plant: Plant, fact: Facts, secret: string): CorpusEntry {
  const planted = plant(secret);
  return {
    url: UNDOCUMENTED,
    ...planted,
    body: JSON.stringify({ error: { message: "no", ...fact.error } }),
    responseHeaders: [...(planted.responseHeaders ?? []), ...(fact.headers ?? [])],
  };
}

/** Where the secret can still be read, in every format and on a shared screen. */
export function leaksIn(entry: CorpusEntry, secret: string, outputs: readonly Output[] = OUTPUTS): readonly string[] {
  const event = eventOf(harEntry(entry));
  const shown = JSON.stringify(presentEvent(event, providers).event);
  return [
    ...outputs.flatMap((output) => {
      const result = reportOf(event, output);
      if (!result.ok) return [`${outputName(output)}: refused: ${result.reason}`];
      return leaksOf(result.text, secret).length === 0 ? [] : [outputName(output)];
    }),
    ...(leaksOf(shown, secret).length === 0 ? [] : ["presentation"]),
  ];
}
