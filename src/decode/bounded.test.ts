import { expect, test } from "vitest";
import { boundedName, boundedProse } from "./bounded.ts";
import { readEnvelope } from "./read-envelope.ts";
import { aProvider } from "../catalogue/testing/a-provider.ts";

test("given a name that anybody would write, keeps it", () => {
  const name = "INSUFFICIENT_SCOPE_FOR_ORGANIZATION";
  expect(boundedName(name)).toBe(name);
});

test("given a name of a megabyte, keeps its beginning and says how long it was", () => {
  expect(boundedName("N".repeat(1_048_576))).toBe(`${"N".repeat(256)}… (1048576 characters in all)`);
});

test("given a pair of surrogates at the cut, leaves both halves out", () => {
  expect(boundedName(`${"x".repeat(255)}😀😀`)).toBe(`${"x".repeat(255)}… (259 characters in all)`);
});

test("given a long message, keeps far more of it than of a name", () => {
  expect(boundedProse("m".repeat(16_384))).toHaveLength(16_384);
  expect(boundedProse("m".repeat(3_000_000))).toMatch(/^m{16384}… \(3000000 characters in all\)$/);
});

test("given an envelope whose every member is huge, reads members of bounded length", () => {
  const huge = "h".repeat(1_048_576);
  const envelope = readEnvelope(aProvider(), {
    error: { code: huge, message: huge, type: huge, field: huge, param: huge, details: { huge }, request_id: huge },
  });
  expect(envelope).toBeDefined();
  for (const value of Object.values(envelope ?? {}))
    expect(typeof value === "string" ? value.length : 0).toBeLessThan(17_000);
  expect(envelope?.requestId?.value.length ?? 0).toBeLessThan(300);
});
