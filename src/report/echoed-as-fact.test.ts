import { describe, expect, test } from "vitest";
import { harEntry, type CorpusEntry } from "./testing/corpus/case.ts";
import { DOCUMENTED_URL, echoing, FACTS, leaksIn, PLACES } from "./testing/echoes.ts";
import { eventOf, reportOf } from "./testing/formats.ts";

/*
 * A server may write anything into a code, a field or a request id, the caller's credential included. What is a
 * credential anywhere in the exchange is one there as well.
 */

const SHAPES: Readonly<Record<string, string>> = {
  "64 hexadecimal digits": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  "32 hexadecimal digits": "5d41402abc4b2a76b9719d911017c592",
  "a UUID": "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
  base64url: "Zx8kQ2mVt7Rb4LpN9sWc1Yh6Jd3Gf5Ta0Ue8Io2Kq7M-x_A",
  "dots and tildes": "abc.def~EXAMPLE.94kTnB5vLp",
  "a password": "EXAMPLE-Passw0rd123!",
  "words joined by hyphens": "correct-horse-battery-staple",
};

describe.each(Object.entries(PLACES))("a credential in %s that the server echoes", (_place, plant) => {
  test.each(Object.entries(FACTS))("as %s is cut there too", (_fact, write) => {
    const secret = SHAPES["base64url"] ?? "";
    expect(leaksIn(echoing(plant, write(secret), secret), secret)).toEqual([]);
  });

  test.each(Object.entries(SHAPES))("is cut from every fact at once if it is %s", (_shape, secret) => {
    const all = Object.values(FACTS).map((write) => write(secret));
    const error = Object.assign({}, ...all.map((fact) => fact.error)) as object;
    const headers = all.flatMap((fact) => fact.headers ?? []);
    expect(leaksIn(echoing(plant, { error, headers }, secret), secret)).toEqual([]);
    const documented = { ...echoing(plant, { error, headers }, secret), url: DOCUMENTED_URL };
    if (plant(secret).url === undefined) expect(leaksIn(documented, secret)).toEqual([]);
  });
});

describe("a fact that is a credential nowhere", () => {
  const stays = (entry: CorpusEntry, facts: readonly string[]): void => {
    const result = reportOf(eventOf(harEntry(entry)), { format: "json" });
    if (!result.ok) throw new Error(result.reason);
    for (const fact of facts) expect(result.text).toContain(fact);
  };

  test("stays, though it looks generated", () => {
    const facts = Object.values(SHAPES);
    const [code = "", type = "", id = "", field = ""] = facts;
    stays(
      {
        requestHeaders: [
          ["Authorization", "Bearer EXAMPLEq7Wm2Zx94kTnB5vLp"],
          ["Idempotency-Key", id],
        ],
        body: JSON.stringify({ error: { code, type, param: field, message: "no" } }),
        responseHeaders: [["X-Request-ID", "8c1f0e7a-EXAMPLE-4be2"]],
      },
      [code, type, id, field, "8c1f0e7a-EXAMPLE-4be2"],
    );
  });

  test.each(["invalid_api_key", "token_expired", "PASSWORD_TOO_WEAK", "session_not_found"])(
    "stays if it is the code %s",
    (code) => {
      const entry = { body: JSON.stringify({ error: { code, message: "no" } }), status: 401 };
      stays({ ...entry, requestHeaders: [["X-API-Key", "EXAMPLEq7Wm2Zx94kTnB5vLp"]] }, [code]);
    },
  );

  test("stays if the documents list it as a code, whatever the request calls it", () => {
    const entry = { url: DOCUMENTED_URL, status: 401, requestBody: '{"password":"invalid_credentials"}' };
    stays({ ...entry, body: '{"error":{"code":"invalid_credentials","message":"no"}}' }, [
      '"code": "invalid_credentials"',
    ]);
  });
});
