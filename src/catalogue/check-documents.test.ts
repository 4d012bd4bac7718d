import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDocuments } from "./check-documents.ts";
import { aCodeEntry, aProvider } from "./testing/a-provider.ts";

const DOCS = "https://docs.example.test/errors";
const acme = aProvider({ id: "acme" });
const check = (text: string) => checkDocuments(text, [aProvider({ id: "alpha" })]);
const said = (text: string) =>
  check(text).messages.map(({ severity, path, position }) => `${severity} ${position.line}:${position.column} ${path}`);

describe("messages stand at line and column", () => {
  test("of the schema", () => {
    const text = JSON.stringify({ ...acme, id: "?" }, null, 2);
    expect(said(text)).toEqual(["error 3:9 /id"]);
  });

  test("of a missing member, at what it is missing in", () => {
    const { name: _, ...nameless } = acme;
    expect(said(`{"providers": [\n  ${JSON.stringify(nameless)}]}`)).toEqual(["error 2:3 /providers/0/name"]);
  });

  test("of a text that is no JSON", () => {
    expect(check('{\n  "id": "acme",\n}').messages).toMatchObject([
      {
        severity: "error",
        text: "A member's name in double quotes is missing here.",
        position: { line: 3, column: 1 },
      },
    ]);
  });

  test("of a code that stands twice, which would silently lose one", () => {
    const text = JSON.stringify(acme).replace('"codes":{}', '"codes":{},"codes":{}');
    expect(check(text).messages).toMatchObject([{ path: "/codes", severity: "error" }]);
  });
});

test("hints say what the built-in documents would have to meet, and leave the document usable", () => {
  const codes = { FORBIDDEN: aCodeEntry({ title: "FORBIDDEN", docs: DOCS, status: null }) };
  const text = JSON.stringify([aProvider({ id: "acme", codes })], null, 1);
  const { providers, messages } = check(text);
  expect(providers).toHaveLength(1);
  expect(messages).toMatchObject([{ severity: "hint", path: "/0/codes/FORBIDDEN/title" }]);
  expect(text.split("\n")[(messages[0]?.position.line ?? 0) - 1]).toContain('"title": "FORBIDDEN"');
});

test("a text over a megabyte is refused unread", () => {
  expect(check(" ".repeat(1_000_001)).messages[0]?.text).toMatch(/at most 1000000 characters/);
});

test("a byte order mark is no mistake", () => {
  expect(check(`\uFEFF${JSON.stringify(acme)}`)).toMatchObject({ providers: [{ id: "acme" }], messages: [] });
});

test("no text makes it throw, and every message has a place in the text", () => {
  const texts = fc.oneof(
    fc.string(),
    fc.json(),
    fc.nat(2000).map((length) => JSON.stringify(acme, null, 1).slice(0, length)),
  );
  fc.assert(
    fc.property(texts, (text) => {
      for (const { position } of check(text).messages) expect(position.offset).toBeLessThanOrEqual(text.length);
    }),
  );
});
