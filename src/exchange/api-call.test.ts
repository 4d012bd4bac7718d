import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CallFacts, isApiCall } from "./api-call.ts";

type Parts = Partial<Omit<CallFacts, "requestHeader">> & { readonly headers?: Readonly<Record<string, string>> };

function facts({ headers = {}, ...parts }: Parts): CallFacts {
  const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return {
    url: "https://api.example.test/v1/things",
    method: "GET",
    resourceType: undefined,
    status: 500,
    responseType: "",
    requestHeader: (name) => lower.get(name.toLowerCase()),
    ...parts,
  };
}

const NAVIGATION = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

describe("an API call, if Chromium states the resource type", () => {
  it.each(["fetch", "xhr", "preflight", "eventsource", "XHR", "Fetch"])("is what came from %s", (resourceType) => {
    expect(isApiCall(facts({ resourceType, responseType: "text/html" }))).toBe(true);
  });

  it.each(["stylesheet", "image", "font", "media", "ping", "manifest", "beacon"])(
    "is never a %s, whatever the server answered",
    (resourceType) => {
      expect(isApiCall(facts({ resourceType, responseType: "application/json" }))).toBe(false);
    },
  );

  it.each([
    ["document", "application/json", true],
    ["document", "application/problem+json; charset=utf-8", true],
    ["document", "text/html", false],
    ["document", "image/svg+xml", false],
    ["script", "text/javascript", false],
    ["script", "application/json", true],
    ["other", "application/json", true],
    ["other", "text/css", false],
  ])("is a %s answered with %s: %s", (resourceType, responseType, expected) => {
    expect(isApiCall(facts({ resourceType, responseType, headers: { Accept: NAVIGATION } }))).toBe(expected);
  });
});

describe("an API call, if the request carries Sec-Fetch-Dest (Firefox)", () => {
  it.each([
    ["empty", "application/json", true],
    ["empty", "text/html", true],
    ["empty", "", true],
    ["image", "application/json", false],
    ["style", "text/css", false],
    ["font", "", false],
    ["worker", "text/javascript", false],
    ["video", "", false],
    ["document", "text/html", false],
    ["document", "application/json", true],
    ["iframe", "text/html", false],
    ["script", "text/javascript", false],
  ])("with the destination %s and an answer of type “%s” is recorded: %s", (destination, responseType, expected) => {
    expect(isApiCall(facts({ responseType, headers: { "Sec-Fetch-Dest": destination } }))).toBe(expected);
  });

  it("is not a prefetch", () => {
    expect(isApiCall(facts({ headers: { "Sec-Fetch-Dest": "empty", "Sec-Purpose": "prefetch" } }))).toBe(false);
  });
});

describe("an API call, if a recorder states neither", () => {
  it.each<[string, Parts, boolean]>([
    ["JSON in the response", { responseType: "application/json" }, true],
    ["a vendor's JSON in the response", { responseType: "application/vnd.api+json" }, true],
    ["SOAP in the response", { responseType: "application/soap+xml" }, true],
    ["an event stream", { responseType: "text/event-stream", status: 200 }, true],
    ["gRPC-web", { responseType: "application/grpc-web+proto", status: 200 }, true],
    ["JSON asked for, HTML answered", { responseType: "text/html", headers: { Accept: "application/json" } }, true],
    [
      "JSON sent, HTML answered",
      { method: "POST", responseType: "text/html", headers: { "Content-Type": "application/json" } },
      true,
    ],
    ["a PATCH", { method: "PATCH", responseType: "text/html" }, true],
    ["XMLHttpRequest named by its own header", { headers: { "X-Requested-With": "XMLHttpRequest" } }, true],
    ["no response at all", { status: 0, headers: { Accept: "*/*" } }, true],
    ["a plain text failure", { responseType: "text/plain", headers: { Accept: "*/*" } }, true],
    ["a navigation that failed", { responseType: "text/html", headers: { Accept: NAVIGATION } }, false],
    ["a page", { status: 200, responseType: "text/html" }, false],
    ["a missing script", { url: "https://a.test/app.js?v=3", status: 404, responseType: "text/html" }, false],
    ["a blocked script", { url: "https://a.test/ads.js", status: 0 }, false],
    ["an image", { status: 200, responseType: "image/png", headers: { Accept: "image/webp,*/*" } }, false],
    ["a style sheet", { status: 200, responseType: "text/css", headers: { Accept: "text/css,*/*;q=0.1" } }, false],
    ["a web app manifest", { status: 200, responseType: "application/manifest+json" }, false],
    ["an RSS feed", { status: 200, responseType: "application/rss+xml" }, false],
  ])("by its headers: %s", (_title, parts, expected) => {
    expect(isApiCall(facts(parts))).toBe(expected);
  });
});

describe("a WebSocket", () => {
  it.each([
    [101, false],
    [404, true],
    [0, true],
  ])("with the status %i of its handshake counts as a call: %s", (status, expected) => {
    expect(isApiCall(facts({ url: "wss://api.example.test/live", resourceType: "websocket", status }))).toBe(expected);
    const headers = { "Sec-Fetch-Dest": "websocket" };
    expect(isApiCall(facts({ url: "https://api.example.test/live", headers, status }))).toBe(expected);
  });
});

it.each(["data:application/json,{}", "blob:https://a.test/1", "chrome-extension://abc/x.json", "about:blank"])(
  "a URL that needs no network is not an API call: %s",
  (url) => {
    expect(isApiCall(facts({ url, resourceType: "fetch", responseType: "application/json" }))).toBe(false);
  },
);

it("whether an entry is an API call is decided for any text in any place, without a throw", () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string(),
      fc.string(),
      fc.string(),
      fc.nat(999),
      (url, type, accept, resource, status) => {
        const result = isApiCall(
          facts({ url, responseType: type, resourceType: resource, status, headers: { Accept: accept } }),
        );
        expect(typeof result).toBe("boolean");
      },
    ),
  );
});
