import fc from "fast-check";
import { expect, test } from "vitest";
import { hostOfUrl, originText, readUrlHost } from "./url-host.ts";

test.each<[string, string | undefined]>([
  ["https://API.example.test/v1?x=1", "api.example.test"],
  ["https://api.example.test:443/", "api.example.test"],
  ["http://localhost:4000/v1", "localhost:4000"],
  ["http://api.example.test:443/", "api.example.test:443"],
  ["https://api.example.test@evil.test/", "evil.test"],
  ["data:text/plain,hello", undefined],
  ["", undefined],
])("the host of %j is shown as %j", (url, host) => {
  expect(hostOfUrl(url)).toBe(host);
});

test.each([
  ["https://api.example.test/v1?a=b#c", "https://api.example.test"],
  ["https://user@api.example.test:8443?a", "https://user@api.example.test:8443"],
  ["https://api.example.test\\v1", "https://api.example.test"],
  ["https://api.example.test", "https://api.example.test"],
  ["not a URL/at all", "not a URL/at all"],
])("%s begins with %s, up to the end of its authority", (url, expected) => {
  expect(originText(url)).toBe(expected);
});

test("given any URL, the part up to the end of its authority leads to the same host", () => {
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
      expect(readUrlHost(originText(url))).toEqual(readUrlHost(url));
      expect(hostOfUrl(url)).toBe(hostOfUrl(originText(url)));
    }),
  );
});
