import { describe, expect, test } from "vitest";
import { assembled } from "../catalogue/assembled.ts";
import { outlineOf } from "../catalogue/outline.ts";
import { document, entry, event, page } from "./testing/written-document.ts";

describe("the code", () => {
  test.each<[string, unknown, object, string]>([
    [
      "before a separator in a message",
      { at: "/error/message", before: " : " },
      { error: { message: "WEAK : Short." } },
      "WEAK",
    ],
    [
      "as a word that begins with a prefix",
      { at: "/error", word: "AADSTS" },
      { error: "x: AADSTS50011: The URI" },
      "AADSTS50011",
    ],
    ["after a text", { at: "/error", after: "#" }, { error: "com.example#Denied" }, "Denied"],
    [
      "in the item of a list that has a certain type",
      { at: "/error/details/*/reason", where: { "/@type": { endsWith: "google.rpc.ErrorInfo" } } },
      {
        error: {
          details: [
            { "@type": "x/Help", reason: "no" },
            { "@type": "x/google.rpc.ErrorInfo", reason: "KEY" },
          ],
        },
      },
      "KEY",
    ],
    [
      "at the better of two places",
      ["/error/error_code", "/error/code"],
      { error: { code: 400, error_code: "fine" } },
      "fine",
    ],
    [
      "at the second place where the first has nothing",
      ["/error/error_code", "/error/code"],
      { error: { code: 400 } },
      "400",
    ],
    ["in a header", { header: "x-error-type", before: ":" }, { error: {} }, "Throttled"],
  ])("is found %s", (_, code, body, expected) => {
    const acme = document({ envelopes: [{ name: "error", requires: ["/error"], code, source: page }] });
    expect(event(acme, { body, headers: { "x-error-type": "Throttled:http://x" } }).code).toBe(expected);
  });

  test("may have a finer code beside it, which is explained before it", () => {
    const acme = document({
      envelopes: [{ name: "e", requires: ["/code"], code: "/code", subcode: "/decline_code", source: page }],
      codes: { card_declined: entry("The card was declined") },
      subcodes: { insufficient_funds: entry("The card has not enough money") },
    });
    const body = { code: "card_declined", decline_code: "insufficient_funds" };
    expect(event(acme, { body })).toMatchObject({
      code: "card_declined",
      subcode: "insufficient_funds",
      title: "The card has not enough money",
    });
    expect(event(acme, { body: { ...body, decline_code: "new" } }).title).toBe("The card was declined");
  });

  test("is read out of an event stream that ends with an error", () => {
    const acme = document({
      envelopes: [{ name: "e", requires: ["/error/type"], code: "/error/type", source: page }],
      codes: { overloaded_error: entry("Overloaded") },
    });
    const body =
      'event: start\ndata: {"a":1}\n\nevent: error\ndata: {"type":"error","error":{"type":"overloaded_error"}}\n\n';
    expect(event(acme, { status: 200, body })).toMatchObject({ outcome: "failure", title: "Overloaded" });
  });

  test("is the documented text where an error has no code", () => {
    const acme = document({
      envelopes: [{ name: "message", requires: ["/message"], message: "/message", source: page }],
      codes: {
        "Max calls per sec rate limit reached": entry("Too many calls in a second", {
          recognisedBy: { message: { startsWith: "Max calls per sec rate limit reached" } },
        }),
      },
    });
    expect(event(acme, { body: { message: "Max calls per sec rate limit reached (3/sec)" } })).toMatchObject({
      code: "Max calls per sec rate limit reached",
      title: "Too many calls in a second",
      meaning: "known",
    });
  });

  test("is recognised in a plain text, too", () => {
    const acme = document({
      codes: { Throttled: entry("Too many requests", { recognisedBy: { body: { "": { contains: "throttled" } } } }) },
    });
    expect(event(acme, { body: "Throttled, sorry" }).title).toBe("Too many requests");
  });
});

describe("a status word in a 200", () => {
  const acme = document({
    envelopes: [{ name: "status", requires: ["/status"], code: "/status", message: "/result", source: page }],
    hiddenFailures: [
      {
        pointer: "/status",
        equals: "0",
        when: { body: { "/message": { lacks: "No transactions found" } } },
        title: "Failed",
        meaning: "It failed.",
        source: page,
      },
    ],
    codes: { REQUEST_DENIED: entry("The key may not call this service") },
  });

  test("is a failure where it is a code of the document", () => {
    expect(event(acme, { status: 200, body: { status: "REQUEST_DENIED" } })).toMatchObject({ outcome: "failure" });
  });

  test("is a failure where the document says so, but for what its condition leaves out", () => {
    expect(event(acme, { status: 200, body: { status: "0", message: "NOTOK" } }).outcome).toBe("failure");
    expect(event(acme, { status: 200, body: { status: "0", message: "No transactions found" } }).outcome).toBe(
      "success",
    );
  });
});

test("what an entry says depends on the first variant whose condition holds", () => {
  const day = { advise: "no", reason: "Come back tomorrow.", basis: "documented", quota: "daily" };
  const acme = document({
    envelopes: [{ name: "e", requires: ["/error/status"], code: "/error/status", source: page }],
    codes: {
      RESOURCE_EXHAUSTED: entry("Too many requests", {
        variants: [
          {
            when: { body: { "/error/details/*/violations/*/quotaId": { contains: "PerDay" } } },
            title: "The quota of the day is used up",
            retry: day,
          },
          { when: { header: { "retry-after": { present: true } }, method: "POST" }, title: "Too many for a moment" },
        ],
      }),
    },
  });
  const of = (quotaId: string): object => ({
    error: { status: "RESOURCE_EXHAUSTED", details: [{ violations: [{ quotaId }] }] },
  });
  expect(event(acme, { body: of("RequestsPerDay") })).toMatchObject({
    title: "The quota of the day is used up",
    advice: { retry: "no", cautions: ["quota"] },
  });
  expect(event(acme, { body: of("PerMinute"), headers: { "retry-after": "3" } }, { method: "POST" }).title).toBe(
    "Too many for a moment",
  );
  expect(event(acme, { body: of("PerMinute") }).title).toBe("Too many requests");
});

test("services under one host have envelopes of their own, by path", () => {
  const acme = document({
    envelopes: [
      {
        name: "auth",
        requires: ["/code"],
        when: { path: { startsWith: "/auth/" } },
        code: "/error_code",
        source: page,
      },
      { name: "rest", requires: ["/code"], when: { path: { startsWith: "/rest/" } }, code: "/code", source: page },
    ],
  });
  const body = { code: 42, error_code: "weak" };
  expect(event(acme, { body }, { url: "https://api.example.test/auth/v1" })).toMatchObject({
    envelope: "auth",
    code: "weak",
  });
  expect(event(acme, { body }, { url: "https://api.example.test/rest/v1" })).toMatchObject({
    envelope: "rest",
    code: "42",
  });
});

test("a host that no document names is recognised by its answer", () => {
  const acme = document({ recognisedBy: [{ header: { "x-acme-version": { present: true } } }] });
  const url = "https://api.self-hosted.test/v1";
  expect(event(acme, { body: {}, headers: { "X-Acme-Version": "2" } }, { url })).toMatchObject({
    providerId: "acme",
    hostNote: "recognised as Acme by its answer",
  });
  expect(event(acme, { body: {} }, { url }).providerId).toBe("generic");
});

test("a document that ships may build on another one", () => {
  const base = document({ id: "base", codes: { A: entry("A in the base"), B: entry("B in the base") } });
  const [, maps] = assembled([
    base,
    {
      schemaVersion: 1,
      id: "maps",
      name: "Maps",
      extends: "base",
      hosts: [{ host: "maps.example.test", source: page }],
      codes: { A: { title: "A in maps" } },
    },
  ]);
  expect(maps?.hosts.map(({ host }) => host)).toEqual(["maps.example.test"]);
  expect([maps?.codes["A"]?.title, maps?.codes["B"]?.title]).toEqual(["A in maps", "B in the base"]);
});

test("sources are named once, and the explanation says which one, when it was read, and in what revision", () => {
  const acme = document({
    checkedOn: "2026-01-10",
    sources: { errors: { url: page, title: "Acme's error page", revision: "a1b2c3" } },
    envelopes: [{ name: "e", requires: ["/code"], code: "/code", source: "errors" }],
    codes: { bad: entry("It is bad", { source: ["errors"] }) },
  });
  expect(event(acme, { body: { code: "bad" } })).toMatchObject({
    docs: page,
    notes: expect.arrayContaining(["From Acme's error page, as read on 2026-01-10 (revision a1b2c3)."]),
  });
});

test("a source that the document does not name is a mistake at its place", () => {
  expect(() => document({ codes: { bad: entry("It is bad", { source: ["nowhere"] }) } })).toThrow(
    '/codes/bad/source/0","message":"There is no source \\"nowhere\\"',
  );
});

test("a call without an answer is explained by the document's row 0 unless the browser says why", () => {
  const retry = { advise: "no", reason: "The header stays refused.", basis: "documented" };
  const acme = document({
    statuses: { "0": entry("The preflight was refused", { retry, status: undefined }) },
  });
  const refused = { status: 0, error: "net::ERR_FAILED" };
  expect(event(acme, refused)).toMatchObject({
    title: "The preflight was refused",
    explainedBy: "network",
    advice: { retry: "no" },
  });
  expect(event(acme, { status: 0, error: "net::ERR_TIMED_OUT" })).toMatchObject({
    title: "Timed out",
    advice: { retry: "yes" },
  });
});

test("a call to an API whose document is not loaded is explained by HTTP, and says so", () => {
  const outline = outlineOf(document({ codes: { bad: entry("It is bad") } }));
  const read = event(outline, { status: 404, body: { error: { code: "bad" } } }, {}, new Set(["acme"]));
  expect(read).toMatchObject({
    providerId: "acme",
    advice: { retry: "no" },
    notes: ["The document of Acme is not loaded: this is what HTTP itself says."],
  });
  expect(read.explanation).not.toMatch(/document|catalogue/);
});
