import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ApiEvent } from "../decode/api-event.ts";
import { samplesOf } from "../providers/testing/sample-files.ts";
import { report, type ReportOptions } from "./report.ts";
import { harEntry } from "./testing/corpus/case.ts";
import { eventOf, OUTPUTS, outputName, providers, reportOf, textOf } from "./testing/formats.ts";
import { isKept } from "./testing/leaks.ts";

const KEY = "sk_test_EXAMPLE4eC39HqLyjWDarjtT1";

describe("placeholders", () => {
  test("give equal secrets the same number, different ones another, and keep scheme and key kind", () => {
    const other = "sk_live_EXAMPLE0000aaaa1111";
    const text = textOf(
      { requestHeaders: [["authorization", `Bearer ${KEY}`]], body: `{"a":"${KEY}","b":"${other}"}` },
      "markdown",
    );
    expect(text).toContain("authorization: Bearer \u00abredacted:api-key:1 sk_test_\u00bb");
    expect(text).toContain(
      '{"a":"\u00abredacted:api-key:1 sk_test_\u00bb","b":"\u00abredacted:api-key:2 sk_live_\u00bb"}',
    );
  });

  test("need no escaping in a URL", () => {
    const text = textOf({ url: `https://api.urblock.io/v1/tokens?api_key=${KEY}` }, "json");
    expect(JSON.parse(text)).toMatchObject({ url: "https://api.urblock.io/v1/tokens?api_key=REDACTED-api-key-1" });
  });

  test("keep JSON valid where a number stood", () => {
    const text = textOf({ requestBody: '{"pin":4821,"amount":1}' }, "har");
    const har = JSON.parse(text) as { log: { entries: { request: { postData: { text: string } } }[] } };
    expect(JSON.parse(har.log.entries[0]?.request.postData.text ?? "")).toEqual({
      pin: "\u00abredacted:pin:1\u00bb",
      amount: 1,
    });
  });

  test("start numbering behind marks that the text already holds", () => {
    const text = textOf({ body: `{"note":"was \u00abredacted:api-key:4 sk_live_\u00bb","key":"${KEY}"}` }, "markdown");
    expect(text).toContain("\u00abredacted:api-key:5 sk_test_\u00bb");
  });
});

describe("several events in one report", () => {
  test("share one table: a token of the first is cut out of the second", () => {
    const first = eventOf(harEntry({ body: '{"access_token":"q7Wm2ZxEXAMPLE94kTnB5vLp"}' }), "a");
    const second = eventOf(harEntry({ body: '{"note":"saw q7Wm2ZxEXAMPLE94kTnB5vLp"}' }), "b");
    const result = report([first, second], { format: "har", providers, version: "1", now: 0 });
    expect(result.ok && result.text.includes("q7Wm2ZxEXAMPLE94kTnB5vLp")).toBe(false);
    expect(result.ok && result.text.split("redacted:token:1").length).toBe(3);
  });

  test("calls before become steps, and what they handed out is cut as well", () => {
    const login = eventOf(
      harEntry({
        method: "POST",
        url: "https://api.urblock.io/v1/session?x=1",
        status: 200,
        body: '{"access_token":"q7Wm2ZxEXAMPLE94kTnB5vLp"}',
      }),
      "a",
    );
    const text = textOf(
      { status: 401, body: '{"error":{"code":"invalid_token","message":"no q7Wm2ZxEXAMPLE94kTnB5vLp"}}' },
      "markdown",
      { preceding: [login] },
    );
    expect(text).not.toContain("q7Wm2ZxEXAMPLE94kTnB5vLp");
    expect(text).toContain("1. 2026-01-14T10:30:00.000Z `POST /v1/session?x=1` \u2192 200");
  });
});

describe("bodies", () => {
  test("that are missing are named with the reason", () => {
    const event = eventOf(harEntry({ status: 500 }));
    const response = { ...event.exchange.response, body: { kind: "unavailable", reason: "cors-blocked" } as const };
    for (const format of ["markdown", "json", "har", "text"] as const) {
      const result = reportOf(
        { ...event, exchange: { ...event.exchange, response } },
        {
          format,
        },
      );
      expect(result.ok && result.text).toContain("the browser withheld its body because the CORS check failed.");
    }
  });

  test("of sign-in keep the names of their fields and an error's envelope", () => {
    const text = textOf(
      {
        method: "POST",
        url: "https://api.urblock.io/auth/login",
        status: 401,
        requestBody: '{"email":"eve@mail.example.test","password":"improve","remember":"yes please"}',
        body: '{"error":{"type":"authentication_error","code":"invalid_credentials","message":"Invalid email or password.","hint":"try again"}}',
      },
      "markdown",
    );
    expect(text).toContain('"remember":"\u00abwithheld\u00bb"');
    expect(text).toContain('"hint":"\u00abwithheld\u00bb"');
    expect(text).toContain('"code":"invalid_credentials"');
    expect(text).not.toContain("improve");
  });

  test("of uploads show a file's name and size", () => {
    const body =
      '--B\r\nContent-Disposition: form-data; name="file"; filename="Token.sol"\r\n\r\ncontract A {}\r\n--B--\r\n';
    const text = textOf({ requestType: "multipart/form-data; boundary=B", requestBody: body }, "text");
    expect(text).toContain('filename="Token.sol"');
    expect(text).toContain("\u00abredacted:file:1 13 bytes\u00bb");
    expect(text).not.toContain("contract A");
  });

  test("longer than a tracker takes are cut in Markdown, and the cut is named", () => {
    const text = textOf({ body: JSON.stringify({ note: "word ".repeat(20_000) }) }, "markdown");
    expect(text).toContain("Shown: the first 30000 of 100011 characters.");
  });
});

describe("Markdown", () => {
  test("has fences longer than any run of backticks in the content", () => {
    const text = textOf({ body: "a ```` b\n`````\n<script>", type: "text/plain" }, "markdown");
    expect(text).toContain("``````\na ```` b\n`````\n<script>\n``````");
  });

  test("lets no mention, link or HTML of the exchange come alive", () => {
    const text = textOf(
      { status: 400, body: '{"error":{"code":"x_y","message":"@octocat <img src=x> [a](javascript:1) `#1`"}}' },
      "markdown",
    );
    const line = text.split("\n").find((candidate) => candidate.startsWith("- Message:"));
    expect(line).toBe(
      "- Message: ``@octocat <img src=x> [a](javascript:1) `#1` ``"
        .replace("`` ", "`` ")
        .replace("Message: ``", "Message: `` "),
    );
  });

  test("writes out characters that hide or reorder text", () => {
    expect(textOf({ body: '{"a":"x\u202ey\u0007"}' }, "markdown")).toContain('{"a":"x\\u202ey\\u0007"}');
  });
});

describe("HAR", () => {
  test("has the members that HAR 1.2 demands, and none of the recorder's own", () => {
    const text = textOf(
      {
        url: "https://api.urblock.io/v1/a?x=1%202&y=",
        requestHeaders: [["cookie", "sid=abcdef123456; b=2"]],
        responseHeaders: [["set-cookie", "c=d3f4; Path=/"]],
        body: "{}",
      },
      "har",
    );
    const { log } = JSON.parse(text) as { log: { entries: readonly Record<string, Record<string, unknown>>[] } };
    const entry = log.entries[0] ?? {};
    expect(log).toMatchObject({ version: "1.2", creator: { name: "Faultline", version: "1.2.3" } });
    expect(entry).toMatchObject({
      startedDateTime: "2026-01-14T10:30:00.000Z",
      time: 120,
      cache: {},
      timings: { send: 0, wait: 100, receive: 20 },
    });
    expect(entry["request"]).toMatchObject({
      queryString: [
        { name: "x", value: "1 2" },
        { name: "y", value: "" },
      ],
      cookies: [
        { name: "sid", value: "\u00abredacted:session:1\u00bb" },
        { name: "b", value: "\u00abredacted:cookie:1\u00bb" },
      ],
      headersSize: -1,
    });
    expect(entry["response"]).toMatchObject({
      redirectURL: "",
      content: { mimeType: "", text: "{}" },
      cookies: [{ name: "c" }],
    });
    expect(Object.keys(entry).filter((name) => name.startsWith("_"))).toEqual([]);
  });
});

describe("every report", () => {
  test.each(OUTPUTS.map((output) => [outputName(output), output] as const))(
    "%s says what was redacted, by which version, and that rules are no guarantee",
    (_name, output) => {
      const result = reportOf(eventOf(harEntry({ requestHeaders: [["authorization", `Bearer ${KEY}`]] })), output);
      expect(result).toMatchObject({ ok: true, redactions: [{ kind: "api-key", count: 1 }] });
      const text = result.ok ? result.text : "";
      expect(text).toContain("0.0.0-test");
      expect(text).toMatch(/not a guarantee/);
      expect(text).toMatch(/api-key/);
    },
  );
});

describe("nothing leaves", () => {
  test("when the finished text still holds something that looks like a key", () => {
    // Names of APIs come from documents and are not searched, so they show what the last scan is for.
    const event: ApiEvent = { ...eventOf(harEntry({})), providerName: `Urblock ${KEY}` };
    const result = reportOf(event, { format: "markdown" });
    expect(result).toEqual({
      ok: false,
      reason: "Nothing was copied: the finished report still held what looks like api-key.",
    });
  });

  test("when a known secret is left in any spelling", () => {
    const secret = "q7Wm2ZxEXAMPLE94kTnB5vLp";
    const event: ApiEvent = {
      ...eventOf(harEntry({ requestHeaders: [["x-api-key", secret]] })),
      providerName: `U ${Buffer.from(`x${secret}`).toString("base64")}`,
    };
    expect(reportOf(event, { format: "json" }).ok).toBe(true);
    expect(reportOf(event, { format: "markdown" }).ok).toBe(false);
  });

  test("when anything throws", () => {
    const event = eventOf(harEntry({}));
    const broken = { ...event, exchange: null } as unknown as ApiEvent;
    expect(report([broken], { format: "har", providers, version: "1", now: 0 })).toMatchObject({ ok: false });
  });

  test("and it never throws, whatever the events hold", () => {
    const options = (format: ReportOptions["format"]): ReportOptions => ({ format, providers, version: "1", now: 0 });
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true }),
        fc.constantFrom("markdown", "curl", "har", "json", "text"),
        (junk, format) => {
          const event = {
            ...eventOf(harEntry({})),
            ...(typeof junk === "object" ? junk : { message: junk }),
          };
          expect(typeof report([event], options(format)).ok).toBe("boolean");
          expect(report(junk as readonly ApiEvent[], options(format)).ok).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("nor on any text in any place", { timeout: 60_000 }, () => {
    const anything = fc.string({ unit: "binary", maxLength: 60 });
    fc.assert(
      fc.property(anything, anything, anything, (url, header, body) => {
        const event = eventOf(
          harEntry({
            url: `https://api.urblock.io/${url}`,
            requestHeaders: [[header || "x", header]],
            requestBody: body,
            body,
          }),
        );
        for (const output of OUTPUTS) expect(reportOf(event, output)).toMatchObject({ ok: true });
      }),
      { numRuns: 60 },
    );
  });
});

describe("the catalogue's samples", () => {
  const samples = ["blocksecops", "chainguard", "urblock"].flatMap((folder) => samplesOf(folder));
  test.each(samples.map((sample) => [`${sample.providerId} ${sample.name}`, sample] as const))(
    "%s: code, message and request id survive",
    (_name, sample) => {
      const event = eventOf(sample.entry);
      for (const output of OUTPUTS) {
        const result = reportOf(event, output);
        expect(result.ok).toBe(true);
        if (!result.ok || output.format === "curl") continue;
        for (const fact of [event.code, event.message, event.requestId?.value ?? null]) {
          if (fact !== null) expect(isKept(result.text, fact), fact).toBe(true);
        }
        expect(result.text).not.toContain("redacted:whole");
      }
    },
  );
});
