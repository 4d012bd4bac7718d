import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyFingerprint, NO_KEY } from "./key-fingerprint.ts";

const URL = "https://api.example.com/v1/things?page=2";
const withKey = (key: string): { name: string; value: string }[] => [{ name: "Authorization", value: `Bearer ${key}` }];

describe("keyFingerprint", () => {
  it("is the same for the same credential on any URL, and another for another", () => {
    const first = keyFingerprint(withKey("EXAMPLE_one"), URL);
    expect(keyFingerprint([...withKey("EXAMPLE_one"), { name: "Accept", value: "*/*" }], "https://x.example/")).toBe(
      first,
    );
    expect(keyFingerprint(withKey("EXAMPLE_two"), URL)).not.toBe(first);
  });

  it("does not care about the case of the header's name", () => {
    expect(keyFingerprint([{ name: "authorization", value: "Bearer EXAMPLE" }], URL)).toBe(
      keyFingerprint(withKey("EXAMPLE"), URL),
    );
  });

  it("tells keys in another header and in the query apart", () => {
    const inHeader = keyFingerprint([{ name: "X-API-Key", value: "EXAMPLE" }], URL);
    const inQuery = keyFingerprint([], `${URL}&api_key=EXAMPLE#x`, ["api_key"]);
    expect(new Set([inHeader, inQuery, keyFingerprint([], URL, ["api_key"])]).size).toBe(3);
  });

  it("ignores query parameters that hold no key", () => {
    expect(keyFingerprint([], URL, ["api_key"])).toBe(NO_KEY);
    expect(keyFingerprint([{ name: "Authorization", value: " " }], "not a url")).toBe(NO_KEY);
  });

  it("is a short id that never holds a part of the credential", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8 }), (key) => {
        const id = keyFingerprint(withKey(`EXAMPLE${key}`), URL);
        expect(id).toMatch(/^[0-9a-z]{7}$/);
        expect(id.includes(key.slice(0, 8))).toBe(false);
      }),
    );
  });
});
