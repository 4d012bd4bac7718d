import { describe, expect, test } from "vitest";
import { CHECKS, type CheckName } from "../../catalogue/check-names.ts";
import type { EntryShape } from "../../exchange/testing/an-entry.ts";
import { anExchange } from "../../exchange/testing/an-exchange.ts";
import { receivedAt } from "../../exchange/exchange.ts";
import { findProvider } from "../../catalogue/find-provider.ts";
import { allProviders } from "../../providers/testing/sample-files.ts";
import { parseRateLimit } from "../../timing/parse-rate-limit.ts";
import { credentialsOf } from "../credential.ts";
import { runCheck } from "./run-check.ts";
import { authorization, type Case, type Given, jwt, STARTED_SECONDS } from "./testing/case.ts";
import { HEADER_CASES } from "./testing/header-cases.ts";
import { KEY_CASES } from "./testing/key-cases.ts";

const providers = allProviders();

function run(name: CheckName, shape: EntryShape, given: Given = {}) {
  const exchange = anExchange({ method: "POST", status: 400, ...shape });
  const found = findProvider(
    given.provider === undefined ? providers : { providers: [given.provider], mappings: [] },
    exchange.request.url,
  );
  if (found === undefined) throw new Error("not a watched host");
  const { url } = exchange.request;
  const rateLimit = parseRateLimit({
    url,
    status: exchange.response.status,
    headers: exchange.response.headers,
    body: null,
    receivedAt: receivedAt(exchange),
  });
  return runCheck(name, {
    exchange,
    provider: found.provider,
    providers,
    credentials: credentialsOf(exchange, found.provider),
    field: given.field ?? null,
    echoed: given.echoed ?? null,
    rateLimit,
    argument: given.argument ?? "",
  });
}

const CASES: readonly Case[] = [
  ["auth-header-missing", "confirmed", "no credential", {}],
  ["auth-header-missing", "confirmed", "an empty header", authorization("  ")],
  ["auth-header-missing", "ruled-out", "a header", authorization("Bearer sk_test_EXAMPLE")],
  [
    "auth-header-missing",
    "ruled-out",
    "a key in the query where it is accepted",
    { url: "https://api.chainguardai.dev/v1/x?api_key=cg_test_EXAMPLE" },
  ],
  ["bearer-missing", "confirmed", "a bare key", authorization("sk_test_EXAMPLE")],
  ["bearer-missing", "confirmed", "another scheme", authorization("Token sk_test_EXAMPLE")],
  ["bearer-missing", "confirmed", "the word alone", authorization("Bearer")],
  ["bearer-missing", "ruled-out", "any case of the word", authorization("bearer sk_test_EXAMPLE")],
  ["bearer-missing", "ruled-out", "no header", {}],
  ["key-malformed", "confirmed", "undefined in place of a key", authorization("Bearer undefined")],
  ["key-malformed", "confirmed", "an unknown prefix", authorization("Bearer nonsense")],
  ["key-malformed", "ruled-out", "a documented prefix", authorization("Bearer sk_test_EXAMPLE")],
  ["key-malformed", "ruled-out", "a JWT where JWTs are accepted", authorization(`Bearer ${jwt({})}`)],
  ["key-of-other-provider", "confirmed", "another API's key", authorization("Bearer cg_live_EXAMPLE")],
  ["key-of-other-provider", "ruled-out", "an own key", authorization("Bearer sk_live_EXAMPLE")],
  ["key-of-test-environment", "confirmed", "a test key", authorization("Bearer sk_test_EXAMPLE")],
  ["key-of-test-environment", "ruled-out", "a live key", authorization("Bearer sk_live_EXAMPLE")],
  ["key-of-test-environment", "cannot-tell", "a JWT", authorization(`Bearer ${jwt({})}`)],
  ["publishable-key-sent", "confirmed", "a publishable key", authorization("Bearer pk_test_EXAMPLE")],
  ["publishable-key-sent", "ruled-out", "a secret key", authorization("Bearer sk_test_EXAMPLE")],
  [
    "jwt-expired",
    "confirmed",
    "exp before the response",
    authorization(`Bearer ${jwt({ exp: STARTED_SECONDS - 60 })}`),
  ],
  ["jwt-expired", "ruled-out", "exp after the response", authorization(`Bearer ${jwt({ exp: STARTED_SECONDS + 60 })}`)],
  ["jwt-expired", "cannot-tell", "no exp", authorization(`Bearer ${jwt({})}`)],
  ["jwt-expired", "ruled-out", "an API key", authorization("Bearer sk_test_EXAMPLE")],
  ["organization-header-missing", "confirmed", "no header", { url: "https://api.blocksecops.com/api/v1/scans/scan_1" }],
  [
    "organization-header-missing",
    "ruled-out",
    "a header",
    { url: "https://api.blocksecops.com/api/v1/scans/scan_1", requestHeaders: { "x-organization-id": "org_1" } },
  ],
  [
    "body-not-json",
    "confirmed",
    "cut JSON",
    { requestBody: '{"a":', requestHeaders: { "Content-Type": "application/json" } },
  ],
  ["body-not-json", "ruled-out", "JSON", { requestBody: '{"a":1}' }],
  ["content-type-not-json", "confirmed", "no Content-Type", { requestBody: '{"a":1}' }],
  [
    "content-type-not-json",
    "confirmed",
    "text/plain",
    { requestBody: '{"a":1}', requestHeaders: { "Content-Type": "text/plain" } },
  ],
  [
    "content-type-not-json",
    "ruled-out",
    "a +json type",
    { requestBody: '{"a":1}', requestHeaders: { "Content-Type": "application/merge-patch+json; charset=utf-8" } },
  ],
  [
    "multipart-without-boundary",
    "confirmed",
    "a type set by hand",
    { requestHeaders: { "Content-Type": "multipart/form-data" } },
  ],
  [
    "multipart-without-boundary",
    "ruled-out",
    "a boundary",
    { requestHeaders: { "Content-Type": "multipart/form-data; boundary=X" } },
  ],
  ["named-field-absent", "confirmed", "a body without it", { requestBody: '{"symbol":"GLD"}' }, { field: "name" }],
  [
    "named-field-absent",
    "ruled-out",
    "a body with it, nested",
    { requestBody: '{"options":{"chain":"x"}}' },
    { field: "options.chain" },
  ],
  [
    "named-field-absent",
    "ruled-out",
    "a query with it",
    { url: "https://api.urblock.io/v1/x?chain_id=1" },
    { field: "chain_id" },
  ],
  ["named-field-absent", "cannot-tell", "no field named", { requestBody: "{}" }],
  ["named-field-absent", "cannot-tell", "a path parameter", { method: "GET" }, { field: "token_id" }],
  ["named-field-present", "confirmed", "a body with it", { requestBody: '{"amount":-1}' }, { field: "amount" }],
  ["query-parameter-missing", "confirmed", "a query without it", {}, { argument: "chain_id" }],
  [
    "query-parameter-missing",
    "ruled-out",
    "a query with it",
    { url: "https://api.urblock.io/v1/x?chain_id=1" },
    { argument: "chain_id" },
  ],
  ["address-malformed", "confirmed", "a short address", { requestBody: '{"to":"0x12"}' }, { field: "to" }],
  ["address-malformed", "confirmed", "an echoed one", {}, { echoed: "0xinvalid" }],
  ["address-malformed", "ruled-out", "40 digits", { requestBody: `{"to":"0x${"a".repeat(40)}"}` }, { field: "to" }],
  ["id-format-wrong", "confirmed", "an id without prefix", { url: "https://api.urblock.io/v1/tokens/12345" }],
  [
    "id-format-wrong",
    "confirmed",
    "undefined in place of an id",
    { url: "https://api.urblock.io/v1/tokens/undefined" },
  ],
  ["key-malformed", "confirmed", "a refresh token in place of a key", authorization("Bearer rt_EXAMPLE")],
  ["id-format-wrong", "ruled-out", "an id with prefix", { url: "https://api.urblock.io/v1/tokens/tok_12345" }],
  [
    "file-too-large",
    "confirmed",
    "more bytes than allowed",
    { requestHeaders: { "Content-Length": "60000000" } },
    { argument: "50000000" },
  ],
  ["file-too-large", "ruled-out", "fewer", { requestHeaders: { "Content-Length": "10" } }, { argument: "50000000" }],
  [
    "file-type-unsupported",
    "confirmed",
    "another ending",
    { requestBody: '--X\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n' },
    { argument: ".sol,.zip" },
  ],
  [
    "file-type-unsupported",
    "ruled-out",
    "an accepted ending",
    { requestBody: '--X\r\nContent-Disposition: form-data; name="file"; filename="A.SOL"\r\n\r\n' },
    { argument: ".sol,.zip" },
  ],
  ["idempotency-key-missing", "confirmed", "a body without one", { requestBody: "{}" }],
  ["idempotency-key-missing", "ruled-out", "a GET", { method: "GET" }],
  ["idempotency-key-present", "confirmed", "a body with one", { requestBody: '{"idempotency_key":"a"}' }],
  ["idempotency-key-present", "ruled-out", "a GET", { method: "GET" }],
  [
    "pagination-out-of-range",
    "confirmed",
    "limit=1000",
    { url: "https://api.urblock.io/v1/tokens?limit=1000" },
    { argument: "1-100" },
  ],
  [
    "pagination-out-of-range",
    "confirmed",
    "limit=abc",
    { url: "https://api.urblock.io/v1/tokens?limit=abc" },
    { argument: "1-100" },
  ],
  [
    "pagination-out-of-range",
    "ruled-out",
    "limit=100",
    { url: "https://api.urblock.io/v1/tokens?limit=100" },
    { argument: "1-100" },
  ],
  [
    "cursor-unreadable",
    "confirmed",
    "a cut cursor",
    { url: "https://api.blocksecops.com/api/v1/scans?after=eyJ2Ijox" },
  ],
  ["cursor-unreadable", "confirmed", "no base64", { url: "https://api.blocksecops.com/api/v1/scans?before=%25%25" }],
  [
    "cursor-unreadable",
    "ruled-out",
    "encoded JSON without padding",
    { url: `https://api.blocksecops.com/api/v1/scans?after=${btoa('{"v":12}').replaceAll("=", "")}` },
  ],
  ["cursor-unreadable", "cannot-tell", "no cursor", { url: "https://api.blocksecops.com/api/v1/scans?first=20" }],
  [
    "limit-exhausted",
    "confirmed",
    "nothing remaining",
    { responseHeaders: { "X-RateLimit-Limit": "60", "X-RateLimit-Remaining": "0" } },
  ],
  ["limit-exhausted", "cannot-tell", "no headers", {}],
  [
    "limit-not-exhausted",
    "confirmed",
    "some remaining",
    { responseHeaders: { "X-RateLimit-Limit": "60", "X-RateLimit-Remaining": "3" } },
  ],
];

describe("evidence checks", () => {
  const cases = [...CASES, ...KEY_CASES, ...HEADER_CASES].map(([name, verdict, about, shape, given]) => ({
    name,
    verdict,
    about,
    shape,
    given,
  }));

  test.each(cases)("$name is $verdict given $about", ({ name, verdict, shape, given }) => {
    expect(run(name, shape, given).verdict).toBe(verdict);
  });

  test("every check has a case here", () => {
    expect(CHECKS.filter((name) => !cases.some((tested) => tested.name === name))).toEqual([]);
  });

  test("no evidence holds the credential", () => {
    for (const { name, shape, given } of cases)
      expect(run(name, shape, given).evidence ?? "").not.toMatch(/_EXAMPLE|eyJ/);
  });
});
