import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readHar } from "./read-har.ts";
import { anEntry } from "./testing/an-entry.ts";
import { credentialsWithheld } from "./withheld-credentials.ts";

describe("reading a HAR file", () => {
  test.each([
    ["an empty file", "  ", /empty/],
    ["text", "hello", /not JSON/],
    ["JSON of another kind", '{"a":1}', /not a HAR/],
    ["a log without entries", '{"log":{}}', /not a HAR/],
  ])("given %s, says what is wrong", (_, text, problem) => {
    const result = readHar(text);
    expect(result.ok ? "" : result.problem).toMatch(problem);
  });

  test("given a byte order mark, reads all the same", () => {
    expect(readHar(`\uFEFF{"log":{"creator":{"name":"Firefox"},"entries":[{}]}}`)).toEqual({
      ok: true,
      har: { entries: [{}], creator: "Firefox" },
    });
  });

  test("given any text, never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => void readHar(text)));
  });
});

describe("a HAR whose exporter removed the credentials", () => {
  const har = (creator: string, requestHeaders: Record<string, string>) => ({
    creator,
    entries: [anEntry({ requestHeaders })],
  });

  test("is one written by Chrome without Authorization and Cookie in any entry", () => {
    expect(credentialsWithheld(har("WebInspector", { Accept: "*/*" }))).toBe(true);
  });

  test("is not one that holds any of them, nor one of another recorder", () => {
    expect(credentialsWithheld(har("WebInspector", { authorization: "Bearer x" }))).toBe(false);
    expect(credentialsWithheld(har("WebInspector", { Cookie: "a=b" }))).toBe(false);
    expect(credentialsWithheld(har("Firefox", {}))).toBe(false);
    expect(credentialsWithheld({ creator: "WebInspector", entries: [] })).toBe(false);
  });
});
