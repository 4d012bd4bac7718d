import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_POLICY, type RedactionPolicy } from "../policy.ts";
import type { ReportResult } from "../report.ts";
import { eventOf, OUTPUTS, outputName, reportOf, type Output } from "../testing/formats.ts";
import { leaksOf } from "../testing/leaks.ts";

const WALLET = "0x52908400098527886E0F7030069857D2E4169EE7";

function anEntry(message: string) {
  return {
    startedDateTime: "2026-01-14T09:15:00.000Z",
    time: 12,
    request: {
      method: "POST",
      url: `https://api.example.test/v1/orgs/acme-mining/things?note=${encodeURIComponent(message)}`,
      httpVersion: "HTTP/1.1",
      headers: [{ name: "X-Organization-Id", value: "organisation-77" }],
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: -1,
      postData: { mimeType: "application/json", text: JSON.stringify({ from: WALLET, note: message }) },
    },
    response: {
      status: 404,
      statusText: "Not Found",
      httpVersion: "HTTP/1.1",
      headers: [],
      cookies: [],
      content: {
        size: 10,
        mimeType: "application/json",
        text: JSON.stringify({ error: { code: "not_found", message: `No ${message}.` }, org_id: "acme-9" }),
      },
      redirectURL: "",
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: 12, receive: 0 },
  };
}

function written(message: string, output: Output, byHand: readonly string[], policy: Partial<RedactionPolicy> = {}) {
  return reportOf(eventOf(anEntry(message)), output, { byHand, policy: { ...DEFAULT_POLICY, ...policy } });
}

function textOf(result: ReportResult): string {
  if (!result.ok) throw new Error(result.reason);
  return result.text;
}

describe("what is redacted by hand", () => {
  test.each(OUTPUTS.map((output) => [outputName(output), output] as const))("is gone from %s", (_name, output) => {
    const before = textOf(written("walrus bob", output, []));
    const after = textOf(written("walrus bob", output, ["walrus bob"]));
    expect(leaksOf(before, "walrus bob")).not.toEqual([]);
    expect(leaksOf(after, "walrus bob")).toEqual([]);
  });

  test("names each place it stood in, with the reason", () => {
    const result = written("walrus bob", { format: "json" }, ["walrus bob"]);
    const places = result.ok ? result.places.filter(({ kind }) => kind === "by-hand") : [];
    expect(places.map(({ where }) => where)).toEqual(expect.arrayContaining(["URL", "request body", "response body"]));
    expect(new Set(places.map(({ reason, number }) => `${reason} ${number}`))).toEqual(new Set(["by-hand 1"]));
  });

  test("may be selected as the format escaped it", () => {
    const said = textOf(written('say "walrus_bob"', { format: "har" }, ['say \\\\\\"walrus_bob\\\\\\"']));
    expect(said).not.toContain("walrus_bob");
    const prose = textOf(written("walrus_bob", { format: "markdown" }, ["walrus\\_bob"]));
    expect(prose).not.toContain("walrus");
  });

  test("may be the request id or the code, which no rule would take", () => {
    expect(textOf(written("walrus", { format: "json" }, ["not_found"]))).not.toContain("not_found");
  });

  test("that also stands in the report's own words is refused with that reason", () => {
    const result = written("walrus", { format: "markdown" }, ["Request"]);
    expect(result).toMatchObject({ ok: false });
    expect(result.ok ? "" : result.reason).toContain("redacted by hand");
  });

  test("is ignored where it is shorter than three characters", () => {
    expect(textOf(written("walrus", { format: "text" }, ["al"]))).toContain("walrus");
  });

  test("never stays, whatever it is: it is gone or the report is refused", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 3, maxLength: 30, unit: "grapheme-ascii" }), (message) => {
        fc.pre(message.trim().length >= 3);
        const result = written(`walrus${message}`, { format: "json" }, [`walrus${message}`]);
        if (result.ok) expect(result.text).not.toContain("walrus");
      }),
      { numRuns: 60 },
    );
  });
});

describe("policy", () => {
  test("hides wallet addresses only where it says so", () => {
    expect(textOf(written("walrus", { format: "json" }, []))).toContain(WALLET);
    const masked = textOf(written("walrus", { format: "json" }, [], { maskWalletAddresses: true }));
    expect(leaksOf(masked, WALLET)).toEqual([]);
    expect(masked).toContain("redacted:address:1");
  });

  test("hides organisation ids in headers, paths and bodies only where it says so", () => {
    const ids = ["organisation-77", "acme-mining", "acme-9"];
    const kept = textOf(written("walrus", { format: "json" }, []));
    const masked = textOf(written("walrus", { format: "json" }, [], { maskOrganizationIds: true }));
    expect(ids.filter((id) => !kept.includes(id))).toEqual([]);
    expect(ids.filter((id) => masked.includes(id))).toEqual([]);
  });
});
