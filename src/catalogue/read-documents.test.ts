import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findCode } from "./find-code.ts";
import { findProvider } from "./find-provider.ts";
import { GENERIC_PROVIDER } from "./generic-provider.ts";
import { readDocuments } from "./read-documents.ts";
import { aCodeEntry, aProvider } from "./testing/a-provider.ts";
import { withDocuments } from "./with-documents.ts";

const base = aProvider({
  id: "alpha",
  name: "Alpha",
  codes: { FORBIDDEN: aCodeEntry(), GONE: aCodeEntry() },
  redaction: { secretFields: ["pin"], secretQuery: [], secretHeaders: [], personalFields: [], dropBodies: [] },
});
const builtIn = [base, GENERIC_PROVIDER];
const read = (value: unknown) => readDocuments(value, builtIn);
const paths = (value: unknown) => read(value).problems.map(({ path }) => path);
const acme = aProvider({ id: "acme", hosts: [{ host: "*.acme.test", source: "seed" }] });

describe("one document, a list or a pack", () => {
  test.each([
    ["a document", acme],
    ["a list", [acme]],
    ["a pack", { $schema: "provider-pack.schema.json", providers: [acme] }],
  ])("%s", (_, value) => expect(read(value)).toEqual({ providers: [acme], problems: [] }));

  test("a good document is kept beside one with problems, which are named by their place in the pack", () => {
    const pack = { providers: [{ ...acme, nmae: 1 }, acme] };
    expect(read(pack)).toMatchObject({ providers: [{ id: "acme" }], problems: [{ path: "/providers/0/nmae" }] });
    expect(paths([acme, 7])).toEqual(["/1"]);
  });

  test("an id used twice, or built in, is refused", () => {
    expect(paths([acme, acme])).toEqual(["/1/id"]);
    expect(paths({ ...acme, id: "alpha" })).toEqual(["/id"]);
    expect(paths({ ...acme, id: "generic" })).toEqual(["/id"]);
  });

  test("a pack whose providers are no list, with strange members or too many documents is refused", () => {
    expect(paths({ providers: {} })).toEqual(["/providers"]);
    expect(paths({ providers: [], "a/b": 1 })).toEqual(["/a~1b"]);
    expect(paths(Array.from({ length: 101 }, () => acme))).toEqual([""]);
  });
});

describe("a document that extends a built-in one", () => {
  const extension = { schemaVersion: 1, extends: "alpha" };

  test("takes its place under the same id, with its own hosts in front", () => {
    const { providers, problems } = read({ ...extension, hosts: [{ host: "localhost:4010", source: "seed" }] });
    expect(problems).toEqual([]);
    const inForce = withDocuments(builtIn, providers);
    expect(inForce.map(({ id }) => id)).toEqual(["alpha", "generic"]);
    const known = { providers: inForce, mappings: [] };
    expect(findProvider(known, "http://localhost:4010/")?.provider.name).toBe("Alpha");
    expect(findProvider(known, "https://api.example.test/")?.provider.name).toBe("Alpha");
  });

  test("stands beside it under an id of its own, with its own hosts alone", () => {
    const beside = { ...extension, id: "alpha-eu", hosts: [{ host: "eu.example.test", source: "seed" }] };
    const { providers } = read(beside);
    const known = { providers: withDocuments(builtIn, providers), mappings: [] };
    expect(findProvider(known, "https://eu.example.test/")?.provider.id).toBe("alpha-eu");
    expect(findProvider(known, "https://api.example.test/")?.provider.id).toBe("alpha");
    expect(paths({ ...extension, id: "alpha-eu" })).toEqual(["/hosts"]);
  });

  test("adds codes and overrides members of those there are", () => {
    const codes = { FORBIDDEN: { title: "Not in this office" }, LUNCH: aCodeEntry({ title: "Closed for lunch" }) };
    const [provider] = read({ ...extension, codes }).providers;
    expect(provider === undefined ? [] : Object.keys(provider.codes)).toEqual(["FORBIDDEN", "GONE", "LUNCH"]);
    expect(provider === undefined ? undefined : findCode(provider, "FORBIDDEN")?.entry).toEqual(
      aCodeEntry({ title: "Not in this office" }),
    );
  });

  test("cannot take away what the base keeps secret", () => {
    const [provider] = read({ ...extension, redaction: { secretFields: ["otp"] } }).providers;
    expect(provider?.redaction.secretFields).toEqual(["otp", "pin"]);
  });

  test("a new code must be whole, and the place of what is missing is that in the extension", () => {
    expect(paths([{ ...extension, codes: { LUNCH: { title: "Closed" } } }])).toContain("/0/codes/LUNCH/meaning");
  });

  test.each([
    ["an API that is not there", { ...extension, extends: "omega" }, "/extends"],
    ["the generic document", { ...extension, extends: "generic" }, "/extends"],
    ["another built-in id", { ...extension, id: "generic" }, "/id"],
    ["a member no document has", { ...extension, patern: "(a+)+$" }, "/patern"],
    ["no version", { extends: "alpha" }, "/schemaVersion"],
  ])("is refused with %s", (_, value, path) => expect(paths(value)).toEqual([path]));
});

describe("hostile documents", () => {
  test.each(["__proto__", "constructor", "prototype"])("a member named %s changes no prototype", (key) => {
    const hostile: unknown = JSON.parse(
      `{"schemaVersion": 1, "extends": "alpha", "codes": {"${key}": {"polluted": true}}}`,
    );
    expect(paths({ providers: [hostile] })).toEqual([`/providers/0/codes/${key}`]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  test("deep, huge and cyclic values are refused", () => {
    const cyclic: Record<string, unknown> = {};
    cyclic["self"] = cyclic;
    expect(read(cyclic).problems[0]?.message).toMatch(/deeper/);
    expect(read(JSON.parse("[".repeat(5000) + "]".repeat(5000))).problems[0]?.message).toMatch(/deeper/);
    expect(read({ providers: Array.from({ length: 100_001 }, () => 0) }).problems[0]?.message).toMatch(/100000 values/);
  });

  test("there is no place in a document where a regular expression would be run", () => {
    const evil = "(a+)+$";
    expect(paths({ ...acme, hosts: [{ host: evil, source: "seed" }] })).toEqual(["/hosts/0/host"]);
    const keys = [{ label: "key", prefix: evil, role: "secret", environment: "live", source: "seed" }];
    const asPrefix = { ...acme, authentication: { ...acme.authentication, keys } };
    // A prefix is compared as it is, or refused; either way nothing runs it.
    expect(() => read(asPrefix)).not.toThrow();
  });

  test("markup stays text, and text that would hide or turn itself round is refused", () => {
    const html = '<img src=x onerror="alert(1)">';
    expect(read({ ...acme, name: html }).providers[0]?.name).toBe(html);
    for (const hidden of ["\u001b[31mred", "gnp\u202e.exe", "a\u0000b"])
      expect(paths({ ...acme, name: hidden })).toEqual(["/name"]);
  });

  test("a link that is no https page is refused", () => {
    expect(paths({ ...acme, docs: { home: "javascript:alert(1)" } })).toEqual(["/docs/home"]);
  });

  test("no value makes it throw, and what it gives can be used", () => {
    const member = fc.oneof(fc.anything(), fc.constantFrom(acme, base, { extends: "alpha", schemaVersion: 1 }));
    fc.assert(
      fc.property(fc.oneof(member, fc.array(member), fc.record({ providers: fc.array(member) })), (value) => {
        const { providers } = read(value);
        findProvider({ providers: withDocuments(builtIn, providers), mappings: [] }, "https://x.acme.test/");
      }),
    );
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error("no");
        },
      },
    );
    expect(paths(trap)).toEqual([""]);
    expect(paths([trap])).toEqual([""]);
  });
});
