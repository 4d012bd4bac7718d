import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkDocuments } from "../catalogue/check-documents.ts";
import { allProviders } from "./testing/sample-files.ts";

test("the example of an extension in docs/adding-a-provider.md can be used as it stands", () => {
  const page = readFileSync(new URL("../../docs/adding-a-provider.md", import.meta.url), "utf8");
  const [example = ""] = [...page.matchAll(/```json\n([^`]*"extends"[^`]*)```/g)].map((match) => match[1]);
  const { providers, messages } = checkDocuments(example, allProviders().providers);
  expect(messages.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(providers.map(({ id }) => id)).toEqual(["urblock"]);
});
