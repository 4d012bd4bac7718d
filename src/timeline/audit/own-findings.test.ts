import { describe, expect, test } from "vitest";
import { auditAll } from "../audit.ts";
import type { Finding, FindingId } from "../finding.ts";
import { anEvent, type EventShape } from "../testing/an-event.ts";

/** What one exchange shows by itself. */
const found = (shape: EventShape, holdBackAuth = false): readonly Finding[] =>
  [...auditAll([anEvent(shape)], { holdBackAuth }).values()].flat();
const shows = (id: FindingId, shape: EventShape): boolean => found(shape).some((finding) => finding.id === id);
const authorization = (value: string): EventShape => ({ status: 401, requestHeaders: { authorization: value } });

describe("missing-bearer", () => {
  test.each<[string, EventShape, boolean]>([
    ["the bare key", authorization("key-EXAMPLE"), true],
    ["another scheme", authorization("Basic ZXhhbXBsZQ=="), true],
    ["Bearer without a token", authorization("Bearer "), true],
    ["Bearer without the space", authorization("Bearerkey"), true],
    ["Bearer and a token", authorization("Bearer key"), false],
    ["bearer in lower case, a tab and a token", authorization("bearer\tkey"), false],
    ["an empty header", authorization("  "), false],
    ["no header", { status: 401 }, false],
    ["the bare key, answered 403", { ...authorization("key"), status: 403 }, false],
  ])("%s", (_what, shape, shown) => {
    expect(shows("missing-bearer", shape)).toBe(shown);
  });
});

describe("missing-auth-header", () => {
  test.each<[string, EventShape, boolean]>([
    ["a 401 without the header", { status: 401 }, true],
    ["a 401 with an empty header", authorization(""), true],
    ["a 401 with a header", authorization("anything"), false],
    ["a preflight", { status: 401, method: "OPTIONS" }, false],
    ["a wrong password", { status: 401, code: "invalid_credentials" }, false],
    ["a stale refresh token", { status: 401, code: "INVALID_REFRESH_TOKEN" }, false],
    ["another code", { status: 401, code: "missing_token" }, true],
    ["a 403", { status: 403 }, false],
  ])("%s", (_what, shape, shown) => {
    expect(shows("missing-auth-header", shape)).toBe(shown);
  });

  test("is held back if the recording lost all credentials", () => {
    expect(found({ status: 401 }, true)).toEqual([]);
  });
});

describe("content-type-not-json", () => {
  const sent = (contentType: string | null, shape: EventShape = {}): EventShape => ({
    status: 400,
    method: "POST",
    requestBody: '{"a":1}',
    requestHeaders: contentType === null ? {} : { "content-type": contentType },
    ...shape,
  });
  test.each<[string, EventShape, boolean]>([
    ["text/plain", sent("text/plain;charset=UTF-8"), true],
    ["no Content-Type", sent(null), true],
    ["a form's type", sent("application/x-www-form-urlencoded", { method: "PUT", status: 415 }), true],
    ["a list", sent("text/plain", { requestBody: "[1]", method: "PATCH" }), true],
    ["application/json with a parameter", sent("Application/JSON; charset=utf-8"), false],
    ["a +json type", sent("application/vnd.api+json"), false],
    ["application/jsonx", sent("application/jsonx"), true],
    ["a JSON string, which is neither object nor array", sent("text/plain", { requestBody: '"a"' }), false],
    ["text that is not JSON", sent("text/plain", { requestBody: "a=1" }), false],
    ["DELETE", sent("text/plain", { method: "DELETE" }), false],
    ["a 500", sent("text/plain", { status: 500 }), false],
    ["a 200", sent("text/plain", { status: 200 }), false],
  ])("%s", (_what, shape, shown) => {
    expect(shows("content-type-not-json", shape)).toBe(shown);
  });
});

describe("malformed-json-body", () => {
  const sent = (
    requestBody: EventShape["requestBody"],
    contentType = "application/json",
    status = 400,
  ): EventShape => ({
    status,
    method: "POST",
    requestHeaders: { "Content-Type": contentType },
    ...(requestBody === undefined ? {} : { requestBody }),
  });
  test.each<[string, EventShape, boolean]>([
    ["a trailing comma", sent('{"a":1,}'), true],
    ["an object that was never stringified", sent("[object Object]"), true],
    ["white space only", sent("  "), true],
    ["a +json type", sent("{", "application/problem+json; charset=utf-8"), true],
    ["good JSON", sent('{"a":1}'), false],
    ["a JSON number", sent("1"), false],
    ["no body", sent(""), false],
    ["another type", sent("a=1", "text/plain"), false],
    ["a 500", sent("{", "application/json", 500), false],
    ["a body the recorder cut", sent({ kind: "text", text: '{"a":', truncated: { by: "browser" } }), false],
    ["a body that is not there", sent({ kind: "unavailable", reason: "not-in-har" }), false],
  ])("%s", (_what, shape, shown) => {
    expect(shows("malformed-json-body", shape)).toBe(shown);
  });
});

describe("multipart-without-boundary", () => {
  const sent = (value: string, status = 200): EventShape => ({ status, requestHeaders: { "Content-Type": value } });
  test.each<[string, EventShape, boolean]>([
    ["no parameter", sent("multipart/form-data"), true],
    ["another parameter", sent("Multipart/Form-Data; charset=utf-8", 400), true],
    ["an empty boundary", sent("multipart/form-data; boundary="), true],
    ["a boundary", sent("multipart/form-data; boundary=----x"), false],
    ["a quoted boundary behind another parameter", sent('multipart/form-data; a=b; Boundary="x y"'), false],
    ["a boundary behind empty quotes", sent('multipart/form-data; a=""; boundary=x; b=""'), false],
    ["a boundary only inside another parameter's quotes", sent('multipart/form-data; a="; boundary=x"'), true],
    ["multipart/mixed", sent("multipart/mixed"), false],
  ])("%s", (_what, shape, shown) => {
    expect(shows("multipart-without-boundary", shape)).toBe(shown);
  });
});

describe("secret-key-in-browser", () => {
  const key = "sk_live_EXAMPLE00";
  test.each<[string, EventShape, boolean]>([
    ["in a header", { requestHeaders: { Authorization: `Bearer ${key}` } }, true],
    ["in the URL", { url: `https://api.example.test/?key=${key}` }, true],
    ["in the body", { requestBody: `{"key":"${key}"}` }, true],
    ["with exactly six characters", { requestBody: "sk_abc123" }, true],
    ["with five", { requestBody: "sk_abc12" }, false],
    ["after a letter", { requestBody: `x${key}` }, false],
    ["behind an underscore", { requestBody: "task_sk_abcdef" }, false],
    ["after a hyphen", { requestBody: "a-sk_abcdef" }, true],
    ["in upper case", { requestBody: "SK_ABCDEF" }, false],
    ["after a false start", { requestBody: "sk_ab sk_abcdef" }, true],
    ["a publishable key", { requestBody: "pk_live_EXAMPLE00" }, false],
    ["in the response only", { responseBody: { kind: "text", text: key } }, false],
  ])("%s", (_what, shape, shown) => {
    expect(shows("secret-key-in-browser", shape)).toBe(shown);
  });

  test("names the place, the prefix and the length, and no more of the key", () => {
    const [finding] = found({ requestHeaders: { "X-Api-Key": key } });
    expect(finding?.text).toBe(
      "A secret key (sk_live_…, 17 characters) was sent from the browser in the X-Api-Key header.",
    );
    expect(JSON.stringify(finding)).not.toContain("EXAMPLE");
  });

  test("reads a megabyte of false starts in one pass", () => {
    expect(shows("secret-key-in-browser", { requestBody: "sk_".repeat(400_000) })).toBe(true);
    expect(shows("secret-key-in-browser", { requestBody: "sk_ ".repeat(300_000) })).toBe(false);
  });
});

describe("publishable-key-for-write", () => {
  const denied: EventShape = { status: 403, code: "secret_key_required", method: "POST" };
  test.each<[string, EventShape, boolean]>([
    ["a POST", denied, true],
    ["a DELETE", { ...denied, method: "DELETE" }, true],
    ["a GET, which needs none", { ...denied, method: "GET" }, false],
    ["another code", { ...denied, code: "admin_required" }, false],
    ["another status", { ...denied, status: 401 }, false],
  ])("%s", (_what, shape, shown) => {
    expect(shows("publishable-key-for-write", shape)).toBe(shown);
  });

  test("does not send anybody's secret key to the browser", () => {
    expect(
      found(denied)
        .map((finding) => finding.change)
        .join(),
    ).toContain("never put a secret key into the page");
  });
});

describe("what CORS keeps from the page", () => {
  const origin = "https://app.example.test";
  const crossing = (response: Readonly<Record<string, string>>, shape: EventShape = {}): EventShape => ({
    status: 429,
    requestHeaders: { Origin: origin },
    responseHeaders: { "Retry-After": "5", "Access-Control-Allow-Origin": origin, ...response },
    ...shape,
  });
  const exposing = (names: string): Readonly<Record<string, string>> => ({ "access-control-expose-headers": names });

  test.each<[string, EventShape, boolean]>([
    ["nothing exposed", crossing({}), true],
    ["exposed", crossing(exposing("X-Request-ID, retry-after")), false],
    ["others exposed", crossing(exposing("X-Request-ID")), true],
    ["everything exposed, no cookie", crossing(exposing("*")), false],
    [
      "everything exposed, no cookie but Authorization",
      crossing(exposing("*"), { requestHeaders: { Origin: origin, Authorization: "Bearer x" } }),
      false,
    ],
    [
      "everything exposed, with a cookie",
      crossing(exposing("*"), { requestHeaders: { Origin: origin, Cookie: "a=1" } }),
      true,
    ],
    ["the origin null", crossing({}, { requestHeaders: { Origin: "null" } }), true],
    ["the same origin", crossing({}, { requestHeaders: { Origin: "https://api.example.test" } }), false],
    [
      "the same origin, port and case written out",
      crossing({}, { requestHeaders: { Origin: "HTTPS://API.example.test:443" } }),
      false,
    ],
    ["another port", crossing({}, { requestHeaders: { Origin: "https://api.example.test:8443" } }), true],
    ["another scheme", crossing({}, { requestHeaders: { Origin: "http://api.example.test" } }), true],
    ["no Origin", crossing({}, { requestHeaders: {} }), false],
    ["a success", crossing({}, { status: 202 }), false],
    ["a 503", crossing({}, { status: 503 }), true],
  ])("retry-after-not-exposed-to-page: %s", (_what, shape, shown) => {
    expect(shows("retry-after-not-exposed-to-page", shape)).toBe(shown);
  });

  test("rate-limit-headers-not-exposed-to-page: names those of a 429 that are hidden", () => {
    const limits = { "X-RateLimit-Remaining": "0", "x-ratelimit-reset": "1", RateLimit: '"a";r=1', "X-Limit": "1" };
    const [finding] = found(crossing({ ...limits, ...exposing("Retry-After, X-RateLimit-Reset") }));
    expect(finding?.id).toBe("rate-limit-headers-not-exposed-to-page");
    expect(finding?.text).toBe(
      "The page cannot read 2 rate-limit headers of this 429: X-RateLimit-Remaining, RateLimit.",
    );
    expect(shows("rate-limit-headers-not-exposed-to-page", crossing(limits, { status: 500 }))).toBe(false);
  });

  test("request-id-not-exposed-to-page: only for an id that came in a header", () => {
    const header = { value: "req_1", from: "header", name: "X-Request-ID" } as const;
    const body = { value: "req_1", from: "body", name: "/requestId" } as const;
    expect(shows("request-id-not-exposed-to-page", crossing({}, { requestId: header }))).toBe(true);
    expect(shows("request-id-not-exposed-to-page", crossing(exposing("x-request-id"), { requestId: header }))).toBe(
      false,
    );
    expect(shows("request-id-not-exposed-to-page", crossing({}, { requestId: body }))).toBe(false);
  });

  const unallowed: EventShape = { status: 401, requestHeaders: { Origin: origin, Authorization: "Bearer x" } };
  const allowing = (value: string, extra: Readonly<Record<string, string>> = {}): EventShape => ({
    ...unallowed,
    responseHeaders: { "Access-Control-Allow-Origin": value, ...extra },
  });
  test.each<[string, EventShape, boolean]>([
    ["marked by Chromium", { ...unallowed, recorder: "chromium", error: "net::ERR_FAILED" }, true],
    ["not marked by Chromium", { ...unallowed, recorder: "chromium" }, false],
    ["not allowed, in Firefox", { ...unallowed, recorder: "firefox" }, true],
    ["allowed", allowing(origin), false],
    ["allowed to all", allowing("*"), false],
    ["allowed to another", allowing("https://other.example.test"), true],
    ["allowed to all, with a cookie", { ...allowing("*"), requestHeaders: { Origin: origin, Cookie: "a=1" } }, true],
    [
      "allowed with credentials",
      {
        ...allowing(origin, { "Access-Control-Allow-Credentials": "true" }),
        requestHeaders: { Origin: origin, Cookie: "a=1" },
      },
      false,
    ],
    [
      "a mode without the check",
      { ...unallowed, requestHeaders: { Origin: origin, "Sec-Fetch-Mode": "no-cors" } },
      false,
    ],
    ["a preflight", { ...unallowed, method: "OPTIONS", resourceType: "preflight" }, false],
    ["a success", { ...unallowed, status: 200 }, false],
  ])("cors-blocked-error: %s", (_what, shape, shown) => {
    expect(shows("cors-blocked-error", shape)).toBe(shown);
  });
});

describe("served-from-cache", () => {
  test.each<[string, EventShape, boolean]>([
    ["a 404 from the disk", { status: 404, fromCache: "disk" }, true],
    ["a 503 with an age", { status: 503, rateLimit: { stale: true } }, true],
    ["a 404 from the server", { status: 404 }, false],
    ["a success from the disk", { status: 200, fromCache: "disk" }, false],
  ])("%s", (_what, shape, shown) => {
    expect(shows("served-from-cache", shape)).toBe(shown);
  });
});
