import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findProvider, watchedHosts } from "./find-provider.ts";
import { GENERIC_ID } from "./generic-host.ts";
import type { HostMapping } from "./provider.ts";
import { aProvider } from "./testing/a-provider.ts";

const alpha = aProvider({
  id: "alpha",
  hosts: [
    { host: "api.alpha.test", source: "seed" },
    { host: "staging.alpha.test", environment: "staging", source: "seed" },
  ],
});
const beta = aProvider({ id: "beta", hosts: [{ host: "api.beta.test", source: "seed" }] });

const find = (url: string, mappings: readonly HostMapping[] = []) => {
  const found = findProvider({ providers: [alpha, beta], mappings }, url);
  return found === undefined ? undefined : `${found.provider.id} ${found.hostNote ?? ""}`.trim();
};

describe("findProvider", () => {
  test.each([
    ["https://api.alpha.test/v1/x?q=1#f", "alpha"],
    ["https://API.Alpha.Test/v1", "alpha"],
    ["HTTPS://api.beta.test", "beta"],
    ["https://api.beta.test:443/", "beta"],
    ["https://api.beta.test:8443/", "beta"],
    ["http://user:pass@api.beta.test/", "beta"],
    ["https://staging.alpha.test/v1", "alpha staging host"],
  ])("%s is %s", (url, expected) => expect(find(url)).toBe(expected));

  test.each([
    "https://api.alpha.test.evil.test/",
    "https://evil-api.alpha.test/",
    "https://alpha.test/",
    "https://api.alpha.test@evil.test/",
    "https://evil.test\\@api.alpha.test/",
    "https://evil.test/?u=https://api.alpha.test/",
    "https://evil.test#@api.alpha.test/",
    "ftp://api.alpha.test/",
    "api.alpha.test/v1",
    "https:///api.alpha.test",
    "https://api.alpha.test:port/",
    "https://[::1",
    "data:text/plain,https://api.alpha.test",
    "",
  ])("%s is nobody's", (url) => expect(find(url)).toBeUndefined());

  test("a host the user mapped is that provider's, and says so", () => {
    expect(find("http://localhost:3000/v1", [{ host: "localhost", providerId: "beta" }])).toBe("beta mapped by you");
  });

  test("a mapping wins over a provider's own host", () => {
    expect(find("https://api.alpha.test/", [{ host: "API.alpha.test", providerId: "beta" }])).toBe(
      "beta mapped by you",
    );
  });

  test("a mapping with a port wins over one without, wherever it stands", () => {
    const mappings = [
      { host: "localhost", providerId: "alpha" },
      { host: "localhost:4000", providerId: "beta" },
    ];
    expect(find("http://localhost:4000/", mappings)).toBe("beta mapped by you");
    expect(find("http://localhost:4001/", mappings)).toBe("alpha mapped by you");
  });

  test("a mapping that writes the default port matches URLs that leave it out", () => {
    expect(find("http://dev.test/", [{ host: "dev.test:80", providerId: "beta" }])).toBe("beta mapped by you");
    expect(find("https://dev.test/", [{ host: "dev.test:80", providerId: "beta" }])).toBeUndefined();
  });

  test("IPv6 addresses can be mapped, with and without a port", () => {
    expect(find("http://[::1]:4000/", [{ host: "[::1]:4000", providerId: "beta" }])).toBe("beta mapped by you");
    expect(find("http://[::1]:4000/", [{ host: "[::1]", providerId: "beta" }])).toBe("beta mapped by you");
  });

  test("a documented host wins over a mapped wildcard, and a mapped wildcard over nothing", () => {
    const mappings = [{ host: "*.alpha.test", providerId: "beta" }];
    expect(find("https://api.alpha.test/", mappings)).toBe("alpha");
    expect(find("https://preview-7.alpha.test/", mappings)).toBe("beta mapped by you");
  });

  test("a longer path prefix wins over a shorter one, wherever it stands", () => {
    const mappings = [
      { host: "localhost/api", providerId: "alpha" },
      { host: "localhost/api/v2", providerId: "beta" },
    ];
    expect(find("http://localhost:3000/api/v2/x", mappings)).toBe("beta mapped by you");
    expect(find("http://localhost:3000/api/v20/x", mappings)).toBe("alpha mapped by you");
    expect(find("http://localhost:3000/", mappings)).toBeUndefined();
  });

  test("the generic provider gives way to a known one that fits as well", () => {
    const generic = { id: GENERIC_ID, hosts: [] };
    const mappings = [
      { host: "api.alpha.test", providerId: GENERIC_ID },
      { host: "api.other.test", providerId: GENERIC_ID },
    ];
    const known = { providers: [alpha, generic], mappings };
    expect(findProvider(known, "https://api.alpha.test/")?.provider.id).toBe("alpha");
    expect(findProvider(known, "https://api.other.test/")?.provider.id).toBe(GENERIC_ID);
  });

  test("only a host that the documents call staging is marked so", () => {
    const staging = (url: string) => findProvider({ providers: [alpha], mappings: [] }, url)?.staging;
    expect(staging("https://staging.alpha.test/")).toBe(true);
    expect(staging("https://api.alpha.test/")).toBe(false);
  });

  test("a mapping to a provider that is not there is passed over", () => {
    expect(find("https://api.alpha.test/", [{ host: "api.alpha.test", providerId: "gone" }])).toBe("alpha");
  });

  test("no text makes it throw", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (url, host) => {
        find(url, [{ host, providerId: "beta" }]);
        find(`https://${url}`, [{ host, providerId: "beta" }]);
      }),
    );
  });
});

test("the watched hosts are the providers' own and the usable mappings', once each", () => {
  const mappings = [
    { host: "LOCALHOST:4000", providerId: "beta" },
    { host: "*.Staging.test", providerId: "beta" },
    { host: "api.beta.test", providerId: "alpha" },
    { host: "gone.test", providerId: "gone" },
    { host: "not a host", providerId: "beta" },
  ];
  expect(watchedHosts({ providers: [alpha, beta], mappings })).toEqual([
    "api.alpha.test",
    "staging.alpha.test",
    "api.beta.test",
    "localhost:4000",
    "*.staging.test",
  ]);
});
