import { describe, expect, test } from "vitest";
import type { BodyPick } from "./output/body-pick.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import { report, type ReportOptions, type ReportResult } from "./report.ts";
import { harEntry } from "./testing/corpus/case.ts";
import { eventOf, providers } from "./testing/formats.ts";

const KEY = "sk_test_EXAMPLE4eC39HqLyjWDarjtT1";

function picked(body: string, pick: BodyPick, options: Partial<ReportOptions> = {}): ReportResult {
  return report([eventOf(harEntry({ body }))], {
    format: "body-pick",
    pick,
    providers,
    version: "1.2.3",
    now: 1768390000000,
    ...options,
  });
}

function textOf(result: ReportResult): string {
  if (!result.ok) throw new Error(result.reason);
  return result.text;
}

/** The value picked as the tree does it: strings without their quotes. */
function value(body: string, part: string): BodyPick {
  const start = body.indexOf(part);
  const isString = part.startsWith('"');
  const inset = isString ? 1 : 0;
  return { side: "response", want: "value", start: start + inset, end: start + part.length - inset, isString };
}

/** The place of a member's name, without its quotes. */
function name(body: string, quoted: string): { readonly start: number; readonly end: number } {
  const start = body.indexOf(quoted) + 1;
  return { start, end: start + quoted.length - 2 };
}

describe("a value picked from a body", () => {
  test("is copied as received: a number digit for digit, an object with its spaces", () => {
    const body = '{"amount": 123456789012345678901234567890.10, "in": { "a":1 }}';
    expect(textOf(picked(body, value(body, "123456789012345678901234567890.10")))).toBe(
      "123456789012345678901234567890.10",
    );
    expect(textOf(picked(body, value(body, '{ "a":1 }')))).toBe('{ "a":1 }');
  });

  test("that is a string is copied as the text it stands for", () => {
    const body = String.raw`{"message":"caf\u00e9 \"one\"\nand two"}`;
    expect(textOf(picked(body, value(body, String.raw`"caf\u00e9 \"one\"\nand two"`)))).toBe('café "one"\nand two');
  });

  test("that is a secret by its name alone is redacted, though the name is not copied", () => {
    const body = '{"user":{"password":"hunter2hunter"},"note":"fine"}';
    expect(textOf(picked(body, value(body, '"hunter2hunter"')))).toMatch(/^\u00abredacted:/);
    expect(textOf(picked(body, value(body, '"fine"')))).toBe("fine");
  });

  test("that holds a known secret among other text keeps the rest", () => {
    const body = JSON.stringify({ hint: `Your key ${KEY} is wrong.` });
    expect(textOf(picked(body, value(body, `"Your key ${KEY} is wrong."`)))).toBe(
      "Your key \u00abredacted:api-key:1 sk_test_\u00bb is wrong.",
    );
  });

  test("counts only what was redacted in it", () => {
    const body = JSON.stringify({ a: KEY, b: "plain" });
    expect(picked(body, value(body, '"plain"'))).toMatchObject({ ok: true, redactions: [] });
    expect(picked(body, value(body, `"${KEY}"`))).toMatchObject({ ok: true, redactions: [{ count: 1 }] });
  });

  test("is refused where reports leave the body out, or the stretch is not in it", () => {
    const body = '{"a":"plain"}';
    const policy = { ...DEFAULT_POLICY, dropResponseBodies: true };
    expect(picked(body, value(body, '"plain"'), { policy })).toMatchObject({ ok: false });
    expect(picked(body, { side: "response", want: "value", start: 5, end: 500, isString: true })).toMatchObject({
      ok: false,
    });
  });
});

describe("a path picked from a body", () => {
  const body = '{"a/b":{"c~d":[{"plain_name":1}]}}';
  const steps = [name(body, '"a/b"'), name(body, '"c~d"'), 0, name(body, '"plain_name"')];

  test("is a JSON Pointer with / and ~ escaped (RFC 6901)", () => {
    expect(textOf(picked(body, { side: "response", want: "json-pointer", steps }))).toBe("/a~1b/c~0d/0/plain_name");
  });

  test("is JavaScript that reads the value", () => {
    expect(textOf(picked(body, { side: "response", want: "js-path", steps }))).toBe('["a/b"]["c~d"][0].plain_name');
    expect(textOf(picked('{"a":1}', { side: "response", want: "js-path", steps: [{ start: 2, end: 3 }] }))).toBe("a");
  });

  test("hides a name that is a secret", () => {
    const keyed = JSON.stringify({ [KEY]: { uses: 3 } });
    const pick: BodyPick = {
      side: "response",
      want: "js-path",
      steps: [name(keyed, `"${KEY}"`), name(keyed, '"uses"')],
    };
    expect(textOf(picked(keyed, pick))).toBe('["\u00abredacted:api-key:1 sk_test_\u00bb"].uses');
  });
});
