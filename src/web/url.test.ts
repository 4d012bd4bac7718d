import fc from "fast-check";
import { expect, test } from "vitest";
import { hostOfUrl, originOf, originText, pathOf, queryOf, readHttpUrl, splitUrl } from "./url.ts";

test.each<[string, string | undefined, string | undefined]>([
  ["https://API.example.test/v1?x=1", "api.example.test", "https://api.example.test"],
  ["https://api.example.test:443/", "api.example.test", "https://api.example.test"],
  ["http://localhost:4000/v1", "localhost:4000", "http://localhost:4000"],
  ["http://api.example.test:443/", "api.example.test:443", "http://api.example.test:443"],
  ["https://api.example.test@evil.test/", "evil.test", "https://evil.test"],
  ["https://api.example.test\\@evil.test/", "api.example.test", "https://api.example.test"],
  ["https://münchen.example/", "xn--mnchen-3ya.example", "https://xn--mnchen-3ya.example"],
  ["http://[0:0:0:0:0:0:0:1]:4010/", "[::1]:4010", "http://[::1]:4010"],
  ["http://api.example.test:65536/", undefined, undefined],
  ["ftp://api.example.test/", undefined, undefined],
  ["data:text/plain,hello", undefined, undefined],
  ["/v1/orders", undefined, undefined],
  ["", undefined, undefined],
])("the host of %j is %j, its origin %j", (url, host, origin) => {
  expect(hostOfUrl(url)).toBe(host);
  expect(originOf(url)).toBe(origin);
});

test.each([
  ["https://api.example.test/v1?a=b#c", "https://api.example.test"],
  ["https://user@api.example.test:8443?a", "https://user@api.example.test:8443"],
  ["https://api.example.test\\v1", "https://api.example.test"],
  ["https://api.example.test", "https://api.example.test"],
  ["not a URL/at all", "not a URL/at all"],
  ["/login?next=https://api.example.test", "/login?next=https://api.example.test"],
])("the start of %j that decides its host is %j", (url, expected) => {
  expect(originText(url)).toBe(expected);
});

const webUrl = fc.webUrl({ withFragments: true, withQueryParameters: true });

test("any URL has the host that the platform reads in it", () => {
  fc.assert(
    fc.property(webUrl, (url) => {
      expect(hostOfUrl(url)).toBe(readHttpUrl(url)?.host);
      expect(originOf(url)).toBe(readHttpUrl(url)?.origin);
    }),
  );
});

test.each([
  ["https://api.test/v1/a%20b?x=1&y#z", "https://api.test", "/v1/a%20b", "?x=1&y"],
  ["https://api.test", "https://api.test", "/", ""],
  ["https://api.test?x", "https://api.test", "/", "?x"],
  ["https://api.test#x?y", "https://api.test", "/", ""],
  ["https://api.test/a?b?c", "https://api.test", "/a", "?b?c"],
  ["/v1/orders?x=a://b", "", "/v1/orders", "?x=a://b"],
  ["", "", "/", ""],
])("the written parts of %j are %j, %j and %j", (url, origin, path, query) => {
  expect(splitUrl(url)).toEqual({ origin, path, query });
  expect(pathOf(url)).toBe(path);
});

test("the written parts of any URL join to the URL, with a path of at least a slash", () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, validSchemes: ["http", "https"] }), (url) => {
      const [, start = "", rest = ""] = /^(https?:\/\/[^/?]*)(.*)$/s.exec(url) ?? [];
      const { origin, path, query } = splitUrl(url);
      expect(origin).toBe(start);
      expect(path + query).toBe(rest.startsWith("/") ? rest : `/${rest}`);
    }),
  );
});

test.each<[string, readonly [string, string][]]>([
  [
    "https://api.test/?a=b&c=d+e%20f&a=%C3%A9",
    [
      ["a", "b"],
      ["c", "d e f"],
      ["a", "é"],
    ],
  ],
  [
    "https://api.test/?a=b=c&d",
    [
      ["a", "b=c"],
      ["d", ""],
    ],
  ],
  ["https://api.test/?a=1#b=2", [["a", "1"]]],
  [
    "https://api.test/?a=100%&b=%ZZ",
    [
      ["a", "100%"],
      ["b", "%ZZ"],
    ],
  ],
  ["/v1?a=b?c", [["a", "b?c"]]],
  ["https://api.test/", []],
])("the query parameters of %j are read as %j", (url, expected) => {
  expect(queryOf(url).map(({ name, value }) => [name, value])).toEqual(expected);
});

test("no text makes reading a URL throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      hostOfUrl(text);
      splitUrl(text);
      queryOf(text);
    }),
  );
});
