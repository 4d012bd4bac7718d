import { readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { har, run } from "../src/cli/testing/run.ts";
import { anEntry } from "../src/exchange/testing/an-entry.ts";
import type { EventJson } from "../src/report/output/event-json.ts";
import { providerFolders, samplesOf } from "../src/providers/testing/sample-files.ts";
import { outputJsonSchemas } from "./output-json-schema.ts";
import { compareSchema, decodeSchema, type eventSchema, reportSchema } from "./output-schemas.ts";

const schemas = Object.entries(outputJsonSchemas());

test.each(schemas)("the committed %s is the one generated from the valibot schemas", (name, text) => {
  const path = new URL(`../src/report/output/schemas/${name}`, import.meta.url);
  const committed: unknown = JSON.parse(readFileSync(path, "utf8"));
  expect(committed).toEqual(JSON.parse(text));
});

/** A type error here says that the contract and what is printed have drifted apart. */
export const isContract: (printed: EventJson) => v.InferInput<typeof eventSchema> = (printed) => ({
  ...printed,
  causes: [...printed.causes],
  fixes: [...printed.fixes],
  notes: [...printed.notes],
  unstated: [...printed.unstated],
  advice: printed.advice === null ? null : { ...printed.advice, cautions: [...printed.advice.cautions] },
  rateLimit: printed.rateLimit === null ? null : { ...printed.rateLimit, windows: [...printed.rateLimit.windows] },
  items: printed.items === null ? null : [...printed.items],
  findings: [...printed.findings],
});

/** More of an API add nothing to the contract, and each call is decoded and redacted several times below. */
const SAMPLES_EACH = 5;

/** Samples of every provider, and what has no call at all in it. */
const entries = [
  ...providerFolders().flatMap((folder) =>
    samplesOf(folder)
      .slice(0, SAMPLES_EACH)
      .map(({ entry }) => entry),
  ),
  anEntry({ url: "https://cdn.example.test/app.js", body: "x" }),
  anEntry({ status: 0, url: "https://api.urblock.io/v1/tokens" }),
  anEntry({
    status: 207,
    url: "https://api.urblock.io/v1/batch",
    body: JSON.stringify({
      results: [
        { id: "a", status: 200 },
        { id: "b", status: 422, error: { code: "x" } },
      ],
    }),
  }),
  7,
];
const files = { "a.har": har(...entries), "b.har": har(...entries.slice(0, 5)) };

describe("what the command line prints is valid by its schema", () => {
  const parsed = (schema: v.GenericSchema, text: string): string | null => {
    const { issues } = v.safeParse(schema, JSON.parse(text));
    return issues === undefined ? null : `${v.getDotPath(issues[0])}: ${issues[0].message}`;
  };

  test.each([[["a.har"]], [["a.har", "--all"]], [["a.har", "b.har"]]])("decode %j --json", async (args) => {
    const { out } = await run(["decode", ...args, "--json"], files);
    expect(out.length).toBeGreaterThan(20);
    expect(out.map((line) => parsed(decodeSchema, line)).filter((problem) => problem !== null)).toEqual([]);
  });

  test("every line of decode --json has the same members", async () => {
    const { out } = await run(["decode", "a.har", "--json", "--all"], files);
    const members = out.map((line) =>
      Object.keys(JSON.parse(line) as object)
        .toSorted()
        .join(),
    );
    expect(new Set(members).size).toBe(1);
  });

  test("report --format json, of one call and of several", async () => {
    const { out } = await run(["report", "a.har", "--format", "json", "--each"], files);
    const reports = out.map((line) => JSON.parse(line) as { readonly text: string | null });
    const texts = reports.flatMap(({ text }) => (text === null ? [] : [text]));
    expect(texts.length).toBe(entries.length - 1);
    expect(texts.map((text) => parsed(reportSchema, text)).filter((problem) => problem !== null)).toEqual([]);
    const all = await run(["report", "a.har", "--format", "json"], files);
    expect(parsed(reportSchema, all.out.join("\n"))).toBeNull();
  });

  test("compare --json", async () => {
    const { out } = await run(["compare", "a.har", "b.har", "--json"], files);
    expect(parsed(compareSchema, out[0] ?? "")).toBeNull();
  });
});

/** Names of all members of a JSON Schema, whatever they are nested in. */
function memberNames(schema: unknown): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const names = "properties" in schema ? Object.keys(schema.properties as object) : [];
  return [...names, ...Object.values(schema).flatMap(memberNames)];
}

test.each(schemas)("docs/json.md names every member of %s", (_name, text) => {
  const docs = readFileSync(new URL("../docs/json.md", import.meta.url), "utf8");
  const missing = new Set(memberNames(JSON.parse(text)).filter((name) => !docs.includes(`\`${name}\``)));
  expect([...missing]).toEqual([]);
});
