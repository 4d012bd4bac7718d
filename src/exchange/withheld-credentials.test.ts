import { describe, expect, test } from "vitest";
import { anEntry } from "./testing/an-entry.ts";
import { carriesCredentials, credentialsWithheld } from "./withheld-credentials.ts";

describe("a HAR whose exporter removed the credentials", () => {
  test("is one written by Chrome with a credential in none of its entries", () => {
    expect(credentialsWithheld({ creator: "WebInspector", count: 2, anyCarried: false })).toBe(true);
  });

  test("is not one that holds any, nor one of another recorder, nor one without entries", () => {
    expect(credentialsWithheld({ creator: "WebInspector", count: 2, anyCarried: true })).toBe(false);
    expect(credentialsWithheld({ creator: "Firefox", count: 2, anyCarried: false })).toBe(false);
    expect(credentialsWithheld({ creator: "WebInspector", count: 0, anyCarried: false })).toBe(false);
  });

  test.each([
    ["an Authorization header", anEntry({ requestHeaders: { authorization: "Bearer x" } }), true],
    ["a Cookie header", anEntry({ requestHeaders: { Cookie: "a=b" } }), true],
    ["a Set-Cookie header", anEntry({ responseHeaders: { "set-cookie": "a=b" } }), true],
    ["other headers only", anEntry({ requestHeaders: { Accept: "*/*" } }), false],
    ["no entry at all", null, false],
  ])("tells an entry with %s", (_, entry, expected) => {
    expect(carriesCredentials(entry)).toBe(expected);
  });
});
