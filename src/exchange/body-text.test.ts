import fc from "fast-check";
import { expect, test } from "vitest";
import { bodyFromBase64, utf8Length } from "./body-text.ts";

test("given any text, its base64 comes back as the same text unless it holds NUL", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
      fc.pre(!text.startsWith("\uFEFF"));
      const base64 = Buffer.from(text, "utf8").toString("base64");
      expect(bodyFromBase64(base64, "application/json")).toEqual(
        text.includes("\u0000") ? { kind: "binary", base64 } : { kind: "text", text },
      );
    }),
  );
});

test("given any text, counts its UTF-8 bytes as the encoder does", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(utf8Length(text)).toBe(Buffer.byteLength(text, "utf8"));
    }),
  );
});

test("given bytes of another charset, decodes by the announced one", () => {
  const base64 = Buffer.from("café", "latin1").toString("base64");
  expect(bodyFromBase64(base64, "text/plain; charset=ISO-8859-1")).toEqual({ kind: "text", text: "café" });
  expect(bodyFromBase64(base64, "text/plain; charset=no-such")).toEqual({ kind: "binary", base64 });
});
