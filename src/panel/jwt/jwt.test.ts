import { describe, expect, test } from "vitest";
import { anExchange } from "../../exchange/testing/an-exchange.ts";
import { tokensInBody, tokensInHeaders } from "./call-tokens.ts";
import { findJwts, membersOf, MOST_TOKENS } from "./read-jwt.ts";
import { clockOf, describeTime, formatSpan } from "./token-time.ts";

function part(value: string): string {
  return Buffer.from(value).toString("base64url");
}

/** A token nobody signed. */
function aToken(claims: string, header = '{"alg":"HS256","typ":"JWT"}'): string {
  return `${part(header)}.${part(claims)}.EXAMPLEsignature`;
}

/** 2024-01-15T12:00:00Z */
const NOON = 1_705_320_000_000;

function words(name: string, value: string): string | undefined {
  return describeTime(name, value, { at: NOON, skewMs: 0 })?.words;
}

describe("tokens in a text", () => {
  test("are read with their numbers as written, each once", () => {
    const token = aToken('{"sub":"usr_1","jti":12345678901234567890}');
    const { tokens, more } = findJwts(`Bearer ${token}, again ${token}`);
    expect([tokens.length, more, tokens[0]?.start]).toEqual([1, 0, 7]);
    expect(tokens[0]?.jwt.claims?.text).toBe('{"sub":"usr_1","jti":12345678901234567890}');
  });

  test("are none where the header is no JSON object or names no algorithm", () => {
    for (const text of ["eyJ.eyJ.x", `${part('{"a":1}')}.${part("{}")}.x`, part('{"alg":"HS256"}'), "eyJ"])
      expect(findJwts(text).tokens).toEqual([]);
  });

  test("that are encrypted show only their header", () => {
    const { tokens } = findJwts(`${part('{"alg":"RSA-OAEP","enc":"A256GCM"}')}.EXAMPLE.EXAMPLE.EXAMPLE.EXAMPLE`);
    expect(tokens[0]?.jwt).toMatchObject({ isEncrypted: true, claims: undefined });
  });

  test("never keep the signature", () => {
    expect(JSON.stringify(findJwts(aToken("{}")))).not.toContain("EXAMPLEsignature");
  });

  test("beyond the first ones are counted", () => {
    const many = Array.from({ length: MOST_TOKENS + 5 }, (_, id) => aToken(`{"jti":${id}}`));
    const { tokens, more } = findJwts(many.join(" "));
    expect([tokens.length, more]).toEqual([MOST_TOKENS, 5]);
  });

  test("take linear time to look for, whatever stands there", () => {
    expect(findJwts("eyJ".repeat(500_000)).tokens).toEqual([]);
    expect(findJwts("eyJ.".repeat(500_000)).tokens).toEqual([]);
  });

  test("name members that come twice both", () => {
    const [found] = findJwts(aToken('{"aud":"a","aud":"b"}')).tokens;
    expect(found?.jwt.claims === undefined ? 0 : membersOf(found.jwt.claims).length).toBe(2);
  });
});

describe("the tokens of a call", () => {
  test("say where they stand, with the cookie's name", () => {
    const exchange = anExchange({
      requestHeaders: { Authorization: `Bearer ${aToken("{}")}`, Cookie: `theme=dark; session=${aToken('{"a":1}')}` },
      responseHeaders: { "Set-Cookie": `next=${aToken('{"b":1}')}; Path=/` },
      body: JSON.stringify({ access_token: aToken('{"c":1}') }),
    });
    expect(tokensInHeaders(exchange).tokens.map(({ where }) => where)).toEqual([
      "request header Authorization",
      "request header Cookie, cookie session",
      "response header Set-Cookie, cookie next",
    ]);
    expect(tokensInBody(exchange, "response").tokens.map(({ where }) => where)).toEqual(["the response body"]);
  });
});

describe("a token's times", () => {
  test("are held against the server's clock when it answered", () => {
    const exchange = anExchange({ startedDateTime: "2024-01-15T12:00:00.000Z", time: 100 });
    // The computer is five minutes fast.
    const rateLimit = { skewMs: 300_000 } as Parameters<typeof clockOf>[0]["rateLimit"];
    const clock = clockOf({ exchange, rateLimit });
    expect(clock.at).toBe(NOON + 100 - 300_000);
    expect(describeTime("exp", String(NOON / 1000), clock)).toMatchObject({ words: "valid for another 5 min" });
  });

  test("are said in words, and what the server would refuse is bad", () => {
    expect(words("exp", "1705319100")).toBe("expired 15 min earlier");
    expect(words("exp", "1705320000")).toBe("expired 0 s earlier");
    expect(words("exp", "1705332000.5")).toBe("valid for another 3 h 20 min");
    expect(words("nbf", "1705320030")).toBe("not valid for another 30 s");
    expect(words("iat", "1704888000")).toBe("issued 5 days earlier");
    expect(words("iat", "1705320060")).toBe("issued 60 s later: one of the clocks is wrong");
    expect(words("sub", "1705320060")).toBeUndefined();
    expect(describeTime("nbf", "1705320030", { at: NOON, skewMs: 0 })?.isBad).toBe(true);
  });

  test("that are none say so", () => {
    expect(words("exp", '"tomorrow"')).toContain("RFC 7519");
    expect(words("exp", "null")).toContain("RFC 7519");
    expect(words("exp", "1705320000000")).toContain("milliseconds");
  });

  test("have lengths as people say them", () => {
    expect([0, 90_000, 150_000, 3_600_000, 180_000_000].map(formatSpan)).toEqual([
      "0 s",
      "90 s",
      "3 min",
      "1 h",
      "2 days",
    ]);
  });
});
