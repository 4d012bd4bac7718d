import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparePatterns, formatHostPattern, matchesPattern, readHostPattern } from "./host-pattern.ts";
import { readHttpUrl } from "../web/url.ts";

const spelled = (text: string): string => {
  const read = readHostPattern(text);
  return read.ok ? formatHostPattern(read.pattern) : read.problem;
};

function matches(text: string, url: string): boolean {
  const read = readHostPattern(text);
  const target = readHttpUrl(url);
  return read.ok && target !== undefined && matchesPattern(read.pattern, target);
}

describe("a pattern that can be read comes out as browsers write hosts", () => {
  test.each([
    ["localhost:4010", "localhost:4010"],
    ["  API.Example.COM. ", "api.example.com"],
    ["*.Staging.example.com", "*.staging.example.com"],
    ["*.localhost", "*.localhost"],
    ["HTTPS://Api.Example.com:8443/V2/", "https://api.example.com:8443/V2"],
    ["http://localhost:4010/", "http://localhost:4010"],
    ["my_service.internal", "my_service.internal"],
    ["127.0.0.1:08080", "127.0.0.1:8080"],
    ["[0:0:0:0:0:0:0:1]:4010", "[::1]:4010"],
    ["[2001:DB8:0:0:1:0:0:1]", "[2001:db8::1:0:0:1]"],
    ["[::ffff:192.0.2.1]", "[::ffff:c000:201]"],
    ["[fe80::]", "[fe80::]"],
    ["münchen.example", "xn--mnchen-3ya.example"],
    ["*.MÜNCHEN.example", "*.xn--mnchen-3ya.example"],
    ["例え。テスト", "xn--r8jz45g.xn--zckzah"],
    ["ｅxample.com", "example.com"],
  ])("%s is %s", (text, expected) => expect(spelled(text)).toBe(expected));

  test("the address of Node's own URL parser is the same for every name and address it takes", () => {
    const labels = fc.stringMatching(/^[a-zäöüñéß日本語]{1,12}$/u);
    const addresses = fc.array(fc.nat(65_535), { minLength: 8, maxLength: 8 });
    const sparse = addresses.map((groups) => groups.map((group) => (group % 3 === 0 ? 0 : group)));
    const texts = fc.oneof(
      fc.array(labels, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(".")),
      fc.oneof(addresses, sparse).map((groups) => `[${groups.map((group) => group.toString(16)).join(":")}]`),
    );
    fc.assert(
      fc.property(texts, (host) => {
        expect(spelled(host)).toBe(new URL(`http://${host}`).hostname);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a pattern that cannot be read says what to write instead", () => {
  test.each([
    ["", /Write a host/],
    [" /v1", /before the port or the path/],
    [":4010", /before the port or the path/],
    ["ftp://api.example.com", /http or https, not "ftp"/],
    ["user:secret@api.example.com", /user name and password/],
    ["https://user@api.example.com/", /user name and password/],
    ["api.example.com?x=1", /from \? or #/],
    ["api.example.com#top", /from \? or #/],
    ["api example.com", /no spaces/],
    ["api.example.com\\v1", /no backslashes/],
    ["api.example.com:", /1 to 65535/],
    ["api.example.com:0", /1 to 65535/],
    ["api.example.com:65536", /1 to 65535/],
    ["api.example.com:*", /1 to 65535/],
    ["::1", /in brackets/],
    ["[::1", /in brackets/],
    ["[::1]x", /not an IPv6 address/],
    ["[1:2]", /not an IPv6 address/],
    ["[fe80::1%25eth0]", /not an IPv6 address/],
    ["*", /every site/],
    ["*.", /before the port/],
    ["*.com", /every site under .com/],
    ["api-*.example.com", /whole labels at the start/],
    ["api.*.com", /whole labels at the start/],
    ["*.*.example.com", /whole labels at the start/],
    ["*.127.0.0.1", /no subdomains/],
    ["256.1.1.1", /0 to 255/],
    ["127.1", /0 to 255/],
    ["0x7f.1", /0 to 255/],
    ["a..b", /not a host name/],
    ["a%2eb", /not a host name/],
    ["0", /0 to 255/],
    ["api.example.com/%2E%2e/x", /empty segment/],
    ["api.example.com..", /not a host name/],
    ["-api.example.com", /not a host name/],
    [`${"a".repeat(64)}.test`, /not a host name/],
    ["(a+)+$", /not a host name/],
    ["api.example.com/v1/*", /without a \*/],
    ["api.example.com/v1//x", /empty segment/],
    ["api.example.com/../x", /empty segment/],
    ["x".repeat(301), /at most 300/],
  ])("%s", (text, expected) => {
    const read = readHostPattern(text);
    expect(read.ok ? formatHostPattern(read.pattern) : read.problem).toMatch(expected);
    expect(read.ok).toBe(false);
  });

  test("no text makes it throw, and what is read reads the same again", () => {
    const parts = fc.constantFrom("*.", "http://", "a.b", ":1", "/v1", "[", "::", "]", "@", "ü", ".", "0x", " ");
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(parts).map((found) => found.join("")),
        ),
        (text) => {
          const read = readHostPattern(text);
          if (read.ok) expect(spelled(formatHostPattern(read.pattern))).toBe(formatHostPattern(read.pattern));
          else expect(read.problem).toMatch(/\.$/);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("which URLs belong to a pattern", () => {
  test.each([
    ["localhost:4010", "http://localhost:4010/x", true],
    ["localhost:4010", "https://localhost:4010/x", true],
    ["localhost:4010", "http://localhost:4011/x", false],
    ["localhost", "http://localhost:4011/x", true],
    ["api.test:443", "https://api.test/", true],
    ["api.test:443", "http://api.test/", false],
    ["https://api.test", "http://api.test/", false],
    ["api.test", "https://API.test./", true],
    ["*.api.test", "https://one.api.test/", true],
    ["*.api.test", "https://one.two.api.test/", true],
    ["*.api.test", "https://api.test/", false],
    ["*.api.test", "https://evilapi.test/", false],
    ["*.api.test", "https://one.api.test.evil.test/", false],
    ["*.api.test", "https://one.api.test@evil.test/", false],
    ["api.test/v1", "https://api.test/v1", true],
    ["api.test/v1", "https://api.test/v1?x=/", true],
    ["api.test/v1", "https://api.test/v1/x", true],
    ["api.test/v1", "https://api.test/v10", false],
    ["api.test/v1", "https://api.test/V1/x", false],
    ["api.test/v1", "https://api.test/?u=/v1", false],
    ["api.test/v1", "https://api.test#/v1", false],
    ["[0::1]:80", "http://[::1]/", true],
    ["münchen.example", "https://xn--mnchen-3ya.example/x", true],
    ["münchen.example", "https://münchen.example/x", true],
    ["[::1]", "http://[0:0:0:0:0:0:0:1]/", true],
    ["127.0.0.1", "http://127.1/", true],
    ["api.test/größe", "https://api.test/gr%C3%B6%C3%9Fe/1", true],
    ["api.test/v1", "https://api.test/v2/../v1/x", true],
    ["api.test/v1", "https://api.test/v1/../v2", false],
  ])("%s has %s: %s", (pattern, url, expected) => expect(matches(pattern, url)).toBe(expected));
});

test("exact comes before wildcard, then port, scheme and the longer path", () => {
  const patterns = [
    "api.one.test:1",
    "https://api.one.test/v1/x",
    "https://api.one.test",
    "api.one.test/v1/long",
    "api.one.test",
    "*.api.one.test/v1",
    "*.one.test:1/v1",
    "*.one.test:1",
    "*.one.test",
  ];
  const sorted = patterns
    .toReversed()
    .flatMap((text) => {
      const read = readHostPattern(text);
      return read.ok ? [read.pattern] : [];
    })
    .toSorted(comparePatterns);
  expect(sorted.map(formatHostPattern)).toEqual(patterns);
});
