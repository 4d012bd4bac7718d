import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { providerJsonSchemas } from "./provider-json-schema.ts";

const schemas = Object.entries(providerJsonSchemas());

test.each(schemas)("the committed %s is the one generated from the valibot schemas", (name, text) => {
  const committed: unknown = JSON.parse(readFileSync(new URL(`../src/providers/${name}`, import.meta.url), "utf8"));
  // Compared as data: a formatter may lay the file out differently.
  expect(committed).toEqual(JSON.parse(text));
});

test.each(schemas)("%s names the version that documents state", (_, text) => {
  expect(JSON.parse(text)).toMatchObject({ $id: expect.stringMatching(/:1$/) });
  expect(text).toContain('"const": 1');
});

test.each(schemas)("every reference of %s is to a definition it holds", (_, text) => {
  const schema = JSON.parse(text) as { readonly definitions?: object };
  const names = [...text.matchAll(/"#\/definitions\/([a-z]+)"/g)].map((match) => match[1] ?? "");
  for (const name of names) expect(Object.keys(schema.definitions ?? {})).toContain(name);
});
