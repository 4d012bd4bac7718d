import { describe } from "vitest";
import { KEY, lastShows, post, type Step } from "../testing/sequence.ts";

describe("what one call shows by itself", () => {
  const denied = (authorization: string, members: Step = {}): readonly Step[] => [
    { status: 401, requestHeaders: { Authorization: authorization }, ...members },
  ];
  const sent = (type: string, requestBody: string, status = 400): readonly Step[] => [
    { method: "POST", status, requestBody, requestHeaders: { ...KEY, "Content-Type": type } },
  ];
  const asked = (origin: string, more: Readonly<Record<string, string>> = {}, request = {}): readonly Step[] => [
    {
      status: 429,
      requestHeaders: { ...KEY, Origin: origin, ...request },
      responseHeaders: { "Retry-After": "5", ...more },
    },
  ];
  const expose = (names: string) => ({ "Access-Control-Expose-Headers": names });
  lastShows([
    ["a bare key", denied("pk_EXAMPLE"), ["missing-bearer"]],
    ["Bearer and nothing", denied("Bearer "), ["missing-bearer"]],
    ["another scheme", denied("Basic EXAMPLE"), ["missing-bearer"]],
    ["Bearer in lower case, with a tab", denied("bearer\tpk_EXAMPLE"), []],
    ["a bare key that was only forbidden", denied("pk_EXAMPLE", { status: 403 }), []],
    ["no header", [{ status: 401, requestHeaders: {} }], ["missing-auth-header"]],
    ["an empty header", denied(""), ["missing-auth-header"]],
    ["a wrong password", [{ status: 401, requestHeaders: {}, code: "invalid_credentials" }], []],
    ["a preflight", [{ status: 401, requestHeaders: {}, method: "OPTIONS" }], []],
    ["JSON as text", sent("text/plain", '{"a":1}'), ["content-type-not-json"]],
    ["JSON as text/json", sent("text/json", "[1]", 422), ["content-type-not-json"]],
    ["a number as text", sent("text/plain", "42"), []],
    ["JSON as text that the server failed on", sent("text/plain", "{}", 500), []],
    ["JSON under a +json type", sent("application/merge-patch+json", "{}"), []],
    ["what is not JSON as JSON", sent("application/json; charset=utf-8", "{'a':1}"), ["malformed-json-body"]],
    ["an empty body as JSON", sent("application/json", ""), []],
    [
      "a form without boundary, whatever the status",
      sent("multipart/form-data; charset=utf-8", "x", 200),
      ["multipart-without-boundary"],
    ],
    ["a form with boundary", sent("Multipart/Form-Data; BOUNDARY=x", "x"), []],
    ["a secret key in the URL", [{ url: "https://api.urblock.io/v1/tokens?key=sk_EXAMPL" }], ["secret-key-in-browser"]],
    ["one that is too short", [{ url: "https://api.urblock.io/v1/tokens?key=sk_EXAMP" }], []],
    ["a word that ends in sk_", [{ url: "https://api.urblock.io/v1/tokens?key=task_EXAMPLE" }], []],
    ["a secret key in a body", [post({ requestBody: '{"k":"sk_EXAMPLE"}' })], ["secret-key-in-browser"]],
    [
      "a publishable key that writes",
      [post({ status: 403, code: "secret_key_required" })],
      ["publishable-key-for-write"],
    ],
    ["Retry-After from another origin", asked("https://app.example"), ["retry-after-not-exposed-to-page"]],
    ["to a page without an origin", asked("null"), ["retry-after-not-exposed-to-page"]],
    ["to a page of another scheme", asked("http://api.urblock.io"), ["retry-after-not-exposed-to-page"]],
    ["to a page of the same origin", asked("https://api.urblock.io"), []],
    ["exposed by name", asked("https://app.example", expose("X-A, RETRY-AFTER")), []],
    [
      "exposed by a name that only contains it",
      asked("https://app.example", expose("X-Retry-After")),
      ["retry-after-not-exposed-to-page"],
    ],
    ["exposed by the wildcard", asked("https://app.example", expose("*")), []],
    [
      "by the wildcard, with cookies",
      asked("https://app.example", expose("*"), { Cookie: "a=b" }),
      ["retry-after-not-exposed-to-page"],
    ],
  ]);
});
