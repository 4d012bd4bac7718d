import { expect, test } from "vitest";
import { pseudoMessages } from "./pseudo-messages.ts";

function pseudo(message: string): string {
  return pseudoMessages({ key: { message } })["key"]?.message ?? "";
}

test("a pseudo message is accented, in brackets and at least 40 % longer", () => {
  const message = "Start recording";
  expect(pseudo(message)).toMatch(/^\[Stárt réçördíñg .*\]$/);
  expect(pseudo(message).length).toBeGreaterThanOrEqual(message.length * 1.4);
});

test("a pseudo message keeps the places for values", () => {
  expect(pseudo("$1 of $2 for $$3")).toContain("$1 öf $2 för $$3");
});
