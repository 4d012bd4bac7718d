import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { providerJsonSchema } from "./provider-json-schema.ts";

test("the committed JSON Schema is the one generated from the valibot schema", () => {
  const committed: unknown = JSON.parse(
    readFileSync(new URL("../src/providers/provider.schema.json", import.meta.url), "utf8"),
  );
  // Compared as data: a formatter may lay the file out differently.
  expect(committed).toEqual(JSON.parse(providerJsonSchema()));
});
