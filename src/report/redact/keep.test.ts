import { describe, expect, test } from "vitest";
import { DEFAULT_POLICY } from "../policy.ts";
import type { RedactionPlace } from "../output/writer.ts";
import { report, type ReportOptions, type ReportResult } from "../report.ts";
import { harEntry, type CorpusEntry } from "../testing/corpus/case.ts";
import { eventOf, OUTPUTS, outputName, providers } from "../testing/formats.ts";
import { leaksOf } from "../testing/leaks.ts";

const KEY = "sk_test_EXAMPLE4eC39HqLyjWDarjtT1";
const OTHER = "sk_live_EXAMPLE0000aaaa1111";
const ENTRY: CorpusEntry = {
  requestHeaders: [["authorization", `Bearer ${KEY}`]],
  body: `{"saw":"${KEY}","other":"${OTHER}","from":"ann@mail.example","also":"bob@mail.example"}`,
};

function written(options: Partial<ReportOptions> = {}, entry: CorpusEntry = ENTRY): ReportResult {
  return report([eventOf(harEntry(entry))], { format: "markdown", providers, version: "1", now: 0, ...options });
}

function ok(result: ReportResult): ReportResult & { readonly ok: true } {
  if (!result.ok) throw new Error(result.reason);
  return result;
}

function placeOf(kind: string, number: number, entry = ENTRY): RedactionPlace & { readonly id: string } {
  const place = ok(written({}, entry)).places.find((other) => other.kind === kind && other.number === number);
  const id = place?.id ?? null;
  if (place === undefined || id === null) throw new Error(`no ${kind} ${number}`);
  return { ...place, id };
}

describe("an item the user wants back", () => {
  test("stands in the report as it was recorded, and nothing else with it", () => {
    const { id, isCredential } = placeOf("email", 1);
    const { text, kept } = ok(written({ keep: [{ id }] }));
    expect(isCredential).toBe(false);
    expect(text).toContain("ann@mail.example");
    expect(text).not.toContain("bob@mail.example");
    expect(text).toContain("\u00abredacted:email:2\u00bb");
    expect(text).toContain("Kept on the user's word: 1 email.");
    expect(kept).toMatchObject([{ kind: "email", number: 1, where: "response body", id }]);
  });

  test("is meant by its value, not by its number: another call's first address stays redacted", () => {
    const { id } = placeOf("email", 1);
    const other = { ...ENTRY, body: '{"from":"eve@mail.example"}' };
    expect(ok(written({ keep: [{ id }] }, other)).text).not.toContain("eve@mail.example");
  });

  test("goes all the same where it is redacted by hand", () => {
    const { id } = placeOf("email", 1);
    const { text } = ok(written({ keep: [{ id }], byHand: ["ann@mail.example"] }));
    expect(text).not.toContain("ann@mail.example");
  });

  test("may be an organization id that a switch hides", () => {
    const policy = { ...DEFAULT_POLICY, maskOrganizationIds: true };
    const entry = { body: '{"a":"org_9fK2mQ8x","b":"org_other7"}' };
    const place = ok(written({ policy }, entry)).places.find(({ number }) => number === 1);
    const { text, kept } = ok(written({ policy, keep: [{ id: place?.id ?? "" }] }, entry));
    expect(text).toContain("org_9fK2mQ8x");
    expect(text).not.toContain("org_other7");
    expect(kept).toMatchObject([{ kind: "organization-id", number: 1 }]);
  });

  test("cannot be a file, a withheld body or what was marked by hand", () => {
    const upload: CorpusEntry = {
      requestType: "multipart/form-data; boundary=B",
      requestBody: '--B\r\nContent-Disposition: form-data; name="f"; filename="a.sol"\r\n\r\ncontract\r\n--B--\r\n',
    };
    const login: CorpusEntry = { url: "https://api.urblock.io/auth/login", requestBody: '{"remember":"yes please"}' };
    for (const result of [
      written({}, upload),
      written({}, login),
      written({ byHand: ["walrus"] }, { body: '{"a":"walrus"}' }),
    ]) {
      const kinds = ok(result).places.filter(({ id }) => id === null);
      expect(kinds.map(({ kind }) => kind)).toEqual([expect.stringMatching(/^(?:file|withheld|by-hand)$/)]);
    }
  });
});

describe("a credential the user wants back", () => {
  test("refuses the report until it is confirmed by itself", () => {
    const { id, isCredential } = placeOf("api-key", 1);
    expect(isCredential).toBe(true);
    expect(written({ keep: [{ id }] })).toEqual({
      ok: false,
      reason: "Nothing was copied: a credential was to be kept and was not confirmed (api-key).",
    });
  });

  test.each(OUTPUTS.map((output) => [outputName(output), output] as const))(
    "stands in %s once it is confirmed, while the final scan still refuses the other one",
    (_name, output) => {
      const keep = [{ id: placeOf("api-key", 1).id, confirmedCredential: true }];
      const { text } = ok(written({ ...output, keep }));
      expect(text).toContain(KEY);
      expect(leaksOf(text, OTHER)).toEqual([]);
      expect(text).toMatch(/Kept on the user|keptOnTheUsersWord/);
    },
  );

  test("may be a token with an address in it: what is inside was confirmed with it", () => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
    const jwt = `${part({ alg: "HS256" })}.${part({ email: "ann@mail.example" })}.EXAMPLEsignatureEXAMPLEsignature`;
    const entry = { body: JSON.stringify({ access_token: jwt, contact: "ann@mail.example" }) };
    const keep = [{ id: placeOf("jwt", 1, entry).id, confirmedCredential: true }];
    const { text } = ok(written({ keep }, entry));
    expect(text).toContain(jwt);
    expect(text).not.toContain("ann@mail.example");
  });

  test("that is shorter than another secret around it does not bring that one back", () => {
    const entry = { body: JSON.stringify({ pin: "482193", password: "x482193y-EXAMPLE" }) };
    const keep = [{ id: placeOf("pin", 1, entry).id, confirmedCredential: true }];
    const { text } = ok(written({ keep }, entry));
    expect(text).toContain('"pin":"482193"');
    expect(text).not.toContain("EXAMPLE");
  });
});
