import { expect, test } from "vitest";
import { EXAMPLE } from "../testing/panel.tsx";
import { documentsOf, packOf } from "./documents-of.ts";
import { STARTING_DOCUMENT } from "./starting-document.ts";

const OTHER = STARTING_DOCUMENT.replace("my-api", "other-api");

test("one document keeps its text to the letter", () => {
  const [document, ...others] = documentsOf(STARTING_DOCUMENT, []);
  expect(document?.source).toBe(STARTING_DOCUMENT);
  expect(document?.watched.hosts.map(({ host }) => host)).toEqual(["api.example.test"]);
  expect(others).toEqual([]);
});

test("a pack gives one text a document, and a pack made of them the same documents again", () => {
  const documents = documentsOf(`{"providers": [${STARTING_DOCUMENT}, ${OTHER}]}`, []);
  expect(documents.map(({ id }) => id)).toEqual(["my-api", "other-api"]);
  expect(documentsOf(packOf(documents), [])).toEqual(documents);
});

test("an extension watches the hosts of what it extends", () => {
  const [document] = documentsOf('{"schemaVersion": 1, "extends": "example"}', EXAMPLE.providers);
  expect(document?.id).toBe("example");
  expect(document?.watched.hosts).toEqual(EXAMPLE.providers[0]?.hosts);
});

test.each(["", "{", "null", "7", '{"providers": 7}', '{"__proto__": {}}'])("%j holds no document", (text) => {
  expect(documentsOf(text, [])).toEqual([]);
});
