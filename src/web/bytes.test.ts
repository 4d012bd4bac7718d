import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesOfBase64, decodeText, jwtClaims, textOfBase64 } from "./bytes.ts";

test("any bytes come back from base64, padded or not", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const buffer = Buffer.from(bytes);
      const padded = buffer.toString("base64");
      for (const text of [padded, padded.replace(/=+$/, "")]) expect(bytesOfBase64(text)).toEqual(bytes);
    }),
  );
});

test("any text comes back from base64 of its UTF-8 bytes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(textOfBase64(Buffer.from(`x${text}`).toString("base64url"))).toBe(`x${text}`);
    }),
  );
});

test("a text in base64url is not taken for base64, which bodies are in", () => {
  expect(bytesOfBase64("an-ordinary_text")).toBeUndefined();
});

test.each(["a", "a$", "=", "ab=c"])("%j is neither base64 nor base64url", (text) => {
  expect(bytesOfBase64(text)).toBeUndefined();
  expect(textOfBase64(text)).toBeUndefined();
});

test("bytes that are not of a charset, and unknown charsets, give no text", () => {
  expect(decodeText(Uint8Array.of(0xff, 0xfe, 0xfd))).toBeUndefined();
  expect(decodeText(Uint8Array.of(65), "no-such-charset")).toBeUndefined();
  expect(decodeText(Uint8Array.of(0xe9), "windows-1252")).toBe("é");
});

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

test("the claims of a signed JWT are read without its signature", () => {
  expect(jwtClaims(`${part({ alg: "none" })}.${part({ sub: "é", exp: 1 })}.`)).toEqual({ sub: "é", exp: 1 });
});

test.each(["", "a.b.c", `${part({ alg: "none" })}.${part({})}`, `${part({ alg: "x" })}.${part([1])}.x`, "eyJ.$.x"])(
  "%j has no claims",
  (token) => expect(jwtClaims(token)).toBeUndefined(),
);
