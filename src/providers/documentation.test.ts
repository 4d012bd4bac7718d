import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkDocuments } from "../catalogue/check-documents.ts";
import type { Provider } from "../catalogue/provider.ts";
import { readSamples } from "../catalogue/sample.ts";
import { decode } from "../decode/decode.ts";
import { readEntry } from "../exchange/read-entry.ts";
import { differences } from "./testing/differences.ts";
import { allProviders } from "./testing/sample-files.ts";

const page = readFileSync(new URL("../../docs/adding-a-provider.md", import.meta.url), "utf8");
const examples = [...page.matchAll(/```json\n([^`]*)```/g)].map((match) => match[1] ?? "");
const example = (member: string): string => examples.find((text) => text.includes(`"${member}"`)) ?? "";

function providersOf(text: string): readonly Provider[] {
  const { providers, messages } = checkDocuments(text, allProviders().providers);
  expect(messages).toEqual([]);
  return providers;
}

test("the example of an extension in docs/adding-a-provider.md can be used as it is", () => {
  const { providers, messages } = checkDocuments(example("extends"), allProviders().providers);
  expect(messages.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(providers.map(({ id }) => id)).toEqual(["urblock"]);
});

test("the whole document in docs/adding-a-provider.md is one without a mistake or a hint, and its samples decode", () => {
  const providers = providersOf(example("checkedOn"));
  expect(providers.map(({ id }) => id)).toEqual(["parcelo"]);
  const read = readSamples(JSON.parse(example("samples")));
  if (!read.ok) throw new Error(read.problems.join("; "));
  for (const sample of read.samples) {
    const exchange = readEntry(sample.entry, { id: "sample" });
    if (!exchange.ok) throw new Error(exchange.problem);
    expect(differences(decode(exchange.exchange, { providers, mappings: [] }), sample.event)).toEqual([]);
  }
});
