import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anEntry } from "../exchange/testing/an-entry.ts";
import { readEntry } from "../exchange/read-entry.ts";
import { allProviders } from "../providers/testing/sample-files.ts";
import { decode } from "./decode.ts";
import { decoded, urblockError } from "./testing/decoded.ts";

const BLOCKSECOPS = "https://api.blocksecops.com/api/v1/scans";
const CHAINGUARD = "https://api.chainguardai.dev/v1/scan/url";

describe("whose exchange it is", () => {
  test("given a host of no provider, decodes nothing, whatever key prefix is in it", () => {
    const read = readEntry(
      anEntry({ url: "https://api.stripe.example/v1", requestHeaders: { Authorization: "Bearer sk_live_EXAMPLE" } }),
      { id: "1" },
    );
    expect(read.ok && decode(read.exchange, allProviders())).toBeUndefined();
  });

  test("given a look-alike host, decodes nothing", () => {
    for (const url of [
      "https://api.urblock.io.evil.test/",
      "https://evil.test/api.urblock.io",
      "https://api.urblock.io@evil.test/",
    ]) {
      const read = readEntry(anEntry({ url }), { id: "1" });
      expect(read.ok && decode(read.exchange, allProviders())).toBeUndefined();
    }
  });
});

describe("what counts as a failure", () => {
  test.each([
    ["a 200", { status: 200, body: '{"data":[]}' }, "success"],
    ["a 404", { status: 404, body: urblockError("token_not_found") }, "failure"],
    ["no response", { status: 0, body: null, error: "net::ERR_ABORTED" }, "failure"],
    [
      "a 200 with success:false",
      { url: CHAINGUARD, status: 200, body: '{"success":false,"error":{"code":"NOT_FOUND","message":"x"},"meta":{}}' },
      "failure",
    ],
    ["a 200 with an error envelope of a known code", { status: 200, body: urblockError("internal_error") }, "failure"],
    [
      "a 200 with a member called error that is no envelope",
      { status: 200, body: '{"error":null,"data":{"error":{"code":"x"}}}' },
      "success",
    ],
    [
      "a transaction that failed on chain inside a 200",
      { url: "https://api.urblock.io/v1/transactions/tx_1", status: 200, body: '{"id":"tx_1","status":"failed"}' },
      "failure",
    ],
    [
      "another resource with a status of its own inside a 200",
      { url: "https://api.urblock.io/v1/webhook_endpoints/we_1", status: 200, body: '{"id":"we_1","status":"failed"}' },
      "success",
    ],
    [
      "a preflight that was refused",
      { method: "OPTIONS", status: 403, body: null, requestHeaders: { "Access-Control-Request-Method": "POST" } },
      "failure",
    ],
    [
      "a preflight that never arrived",
      {
        method: "OPTIONS",
        status: 0,
        body: null,
        error: "net::ERR_INTERNET_DISCONNECTED",
        requestHeaders: { "Access-Control-Request-Method": "POST" },
      },
      "failure",
    ],
    [
      "a preflight",
      { method: "OPTIONS", status: 204, body: null, requestHeaders: { "Access-Control-Request-Method": "POST" } },
      "evidence",
    ],
    ["a redirect hop", { status: 302, body: null, responseHeaders: { Location: "/x" } }, "evidence"],
    ["a 304", { status: 304, body: null }, "success"],
  ] as const)("given %s", (_, shape, outcome) => {
    expect(decoded(shape).outcome).toBe(outcome);
  });
});

describe("what is said about a body that is not the expected envelope", () => {
  test.each([
    ["an HTML page", "<html><head><title>502 Bad Gateway</title></head></html>", "unreadable", /HTML page/],
    ["nothing", "", "unreadable", /no body/],
    ["JSON that ends in the middle", '{"error":{"code":"internal_err', "unreadable", /ends in the middle/],
    ["text", "upstream connect error", "unreadable", /text, not/],
    ["JSON of another shape", '{"fault":"x"}', "unreadable", /none of the envelopes/],
    ["an unknown code", urblockError("quota_frozen"), "unknown-code", /no code "quota_frozen"/],
    ["no body at all", null, "unavailable", /withheld|hand/],
  ])("given %s, is named so and explained by its status", (_, body, meaning, words) => {
    const event = decoded({ status: 502, body, ...(body === null ? { error: "net::ERR_FAILED" } : {}) });
    expect(event).toMatchObject({ meaning, outcome: "failure", advice: { retry: "yes", basis: "status" } });
    expect(event.explanation).toMatch(words);
    expect(event.title).not.toBe("");
  });

  test("given an HTML page, gives its title as the message", () => {
    expect(decoded({ status: 502, body: "<html><title> 502\n Bad Gateway </title>" }).message).toBe("502 Bad Gateway");
  });

  test("given an unknown code with a known type, explains the type", () => {
    const event = decoded({ status: 403, body: urblockError("plan_paused", { type: "authorization_error" }) });
    expect(event).toMatchObject({ explainedBy: "type", code: "plan_paused", type: "authorization_error" });
    expect(event.title).toBe("Unknown code plan_paused");
  });

  test("given a code in another case, finds it and says how the catalogue spells it", () => {
    expect(decoded({ status: 404, body: urblockError("TOKEN_NOT_FOUND") })).toMatchObject({
      meaning: "known",
      code: "TOKEN_NOT_FOUND",
      catalogueCode: "token_not_found",
    });
  });

  test("given a code that names a member of every object, it is just unknown", () => {
    for (const code of ["__proto__", "constructor", "toString"])
      expect(decoded({ status: 400, body: urblockError(code) }).meaning).toBe("unknown-code");
  });

  test("given an unknown code in a 200 that fails, says what the body says and not that the call was carried out", () => {
    const body = '{"success":false,"error":{"code":"BRAND_NEW","message":"x"},"meta":{}}';
    const event = decoded({ url: CHAINGUARD, status: 200, body });
    expect(event).toMatchObject({ outcome: "failure", meaning: "unknown-code", code: "BRAND_NEW" });
    expect(event.explanation).toContain("The body says success: false");
    expect(event.explanation).not.toContain("carried out");
    expect(event.advice.reason).not.toContain("succeeded");
  });

  test("given a transaction that failed inside a 200, advises by the catalogue and not by the class of 200", () => {
    const event = decoded({
      url: "https://api.urblock.io/v1/transactions/tx_1",
      status: 200,
      body: '{"id":"tx_1","status":"failed"}',
    });
    expect(event.advice).toMatchObject({ retry: "no", basis: "status" });
    expect(event.advice.reason).toContain("idempotency_key");
    expect(event.fixes).not.toEqual([]);
  });

  test("given a body that says another status than HTTP, notes both", () => {
    expect(decoded({ status: 400, body: urblockError("token_not_found", { status: 404 }) }).notes).toContain(
      "The body says status 404, HTTP says 400.",
    );
  });

  test("given a response that CORS kept from the page, says so and where to look", () => {
    const event = decoded({ status: 401, body: null, error: "net::ERR_FAILED" });
    expect(event).toMatchObject({ meaning: "unavailable", bodyAbsence: "cors-blocked", advice: { retry: "no" } });
    expect(event.notes.join(" ")).toMatch(/cannot read this response.*allowed origins/);
  });

  test("given status 0 in Firefox, says that Firefox does not say why", () => {
    const firefox = decode({ ...readOk(anEntry({ status: 0, body: null })), recorder: "firefox" }, allProviders());
    expect(firefox?.title).toBe("No response (Firefox does not say why)");
  });
});

function readOk(entry: object) {
  const read = readEntry(entry, { id: "1" });
  if (!read.ok) throw new Error(read.problem);
  return read.exchange;
}

describe("the request id", () => {
  test("comes from the header that BlockSecOps documents", () => {
    expect(decoded({ url: BLOCKSECOPS, status: 500, responseHeaders: { "x-request-id": "req_1" } }).requestId).toEqual({
      value: "req_1",
      from: "header",
      name: "X-Request-ID",
    });
  });

  test("comes from the body where ChainGuard documents it, not from a header", () => {
    const body =
      '{"success":false,"error":{"code":"NOT_FOUND","message":"x"},"meta":{"requestId":"req_a_1","timestamp":"2026-01-14T10:30:00Z"}}';
    expect(decoded({ url: CHAINGUARD, status: 404, body })).toMatchObject({
      requestId: { value: "req_a_1", from: "body" },
      timestamp: "2026-01-14T10:30:00Z",
    });
  });

  test("is null for Urblock, which documents none", () => {
    expect(decoded({ status: 500, body: urblockError("internal_error") }).requestId).toBeNull();
  });
});

describe("never throws", () => {
  const bodies = fc.oneof(
    fc.json({ maxDepth: 6 }),
    fc.string(),
    fc.jsonValue().map((error) => JSON.stringify({ error, success: false, meta: error })),
    fc.string().map((code) => urblockError(code)),
    fc.json().map((text) => text.slice(0, text.length / 2)),
  );
  const headers = fc.dictionary(
    fc.constantFrom(
      "Retry-After",
      "X-RateLimit-Reset",
      "X-RateLimit-Remaining",
      "Date",
      "Age",
      "X-Request-ID",
      "Content-Type",
    ),
    fc.string({ unit: "binary", maxLength: 40 }),
  );

  test("given any body, headers, status, query and request body of a watched host", () => {
    fc.assert(
      fc.property(
        bodies,
        headers,
        fc.integer({ min: 0, max: 999 }),
        fc.string(),
        fc.option(bodies),
        fc.constantFrom(
          "api.urblock.io/v1/tokens",
          "api.blocksecops.com/api/v1/scans",
          "api.chainguardai.dev/v1/scan/url",
        ),
        (body, responseHeaders, status, query, requestBody, place) => {
          const event = decoded({
            url: `https://${place}?${query}`,
            method: "POST",
            status,
            body,
            responseHeaders,
            requestHeaders: { Authorization: query, "Content-Type": "application/json" },
            ...(requestBody === null ? {} : { requestBody }),
          });
          expect(JSON.parse(JSON.stringify(event))).toEqual(event);
          expect(event.title.length).toBeLessThanOrEqual(60);
        },
      ),
      { numRuns: 400 },
    );
  });

  test("given JSON nested 100,000 levels deep", () => {
    const deep = `{"error":{"code":"internal_error","message":"x","details":${"[".repeat(100_000)}${"]".repeat(100_000)}}}`;
    expect(decoded({ url: BLOCKSECOPS, status: 500, body: deep }).code).toBe("internal_error");
  });
});
