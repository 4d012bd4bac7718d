import { describe, expect, test } from "vitest";
import { passesLuhn } from "./card.ts";
import { isClientV4, isV6 } from "./ip.ts";
import { jwtFacts } from "./jwt.ts";
import { hasValidCheckSum, mnemonicIndex } from "./mnemonic.ts";

function indices(phrase: string): readonly number[] {
  return phrase.split(" ").map((word) => mnemonicIndex(word) ?? -1);
}

describe("recovery phrases", () => {
  // Test vectors published with BIP-39.
  test.each([
    "legal winner thank year wave sausage worth useful legal winner thank yellow",
    "letter advice cage absurd amount doctor acoustic avoid letter advice cage above",
    "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong",
    "void come effort suffer camp survey warrior heavy shoot primary clutch crush open amazing screen patrol group space point ten exist slush involve unfold",
  ])("%s has a valid check sum", (phrase) => {
    expect(hasValidCheckSum(indices(phrase))).toBe(true);
  });
  test("one word changed breaks it", () => {
    expect(
      hasValidCheckSum(indices("legal winner thank year wave sausage worth useful legal winner thank legal")),
    ).toBe(false);
  });
});

describe("facts of a token", () => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  test("are its algorithm and its times, and nothing of its claims", () => {
    const token = `${part({ alg: "HS256" })}.${part({ exp: 1768382100, iat: 1768378500, email: "eve@example.test" })}.x`;
    expect(jwtFacts(token)).toBe("alg=HS256 exp=2026-01-14T09:15:00Z iat=2026-01-14T08:15:00Z");
  });
  test("leave out what is no algorithm and no time", () => {
    expect(jwtFacts(`${part({ alg: "hunter2 is my password" })}.${part({ exp: "soon", iat: 1e300 })}.x`)).toBe("");
    expect(jwtFacts("eyJ.###.x")).toBe("");
  });
});

describe("addresses", () => {
  test("loopback and impossible ones are no client's", () => {
    expect(isClientV4("203.0.113.7")).toBe(true);
    expect(isClientV4("127.0.0.1")).toBe(false);
    expect(isClientV4("300.1.1.1")).toBe(false);
  });
  test("times and scopes are no IPv6", () => {
    expect(isV6("2001:db8::9f")).toBe(true);
    expect(isV6("12:30:45")).toBe(false);
    expect(isV6("std::vector")).toBe(false);
  });
});

test("Luhn's sum tells card numbers from others", () => {
  expect(passesLuhn("4242424242424242")).toBe(true);
  expect(passesLuhn("4242424242424241")).toBe(false);
});
