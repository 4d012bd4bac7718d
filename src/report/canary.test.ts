import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { harEntry, type CorpusEntry } from "./testing/corpus/case.ts";
import { echoes, formatted, headerPlantings, headerSafe, named, plantings } from "./testing/canaries.ts";
import { eventOf, OUTPUTS, outputName, reportOf } from "./testing/formats.ts";
import { leaksOf } from "./testing/leaks.ts";

function problemsOf(entry: CorpusEntry, secret: string): readonly string[] {
  const event = eventOf(harEntry(entry));
  return OUTPUTS.flatMap((output) => {
    const result = reportOf(event, output);
    if (!result.ok) return [`${outputName(output)}: ${result.reason}`];
    return leaksOf(result.text, secret).map((leak) => `${outputName(output)}: ${leak}`);
  });
}

const RUNS = { numRuns: Number(process.env["CANARY_RUNS"] ?? 40) };

describe("a secret planted anywhere", { timeout: 600_000 }, () => {
  test("under a secret name and repeated without one never appears in any format or spelling", () => {
    const cases = named.chain((secret) =>
      fc.tuple(plantings(secret), echoes(secret)).map(([plant, echo]) => ({ secret, entry: { ...plant, ...echo } })),
    );
    fc.assert(
      fc.property(cases, ({ secret, entry }) => {
        expect(problemsOf(entry, secret)).toEqual([]);
      }),
      RUNS,
    );
  });

  test("in a header and repeated without a name never appears", () => {
    const cases = headerSafe.chain((secret) =>
      fc
        .tuple(headerPlantings(secret), echoes(secret))
        .map(([plant, echo]) => ({ secret, entry: { ...plant, ...echo } })),
    );
    fc.assert(
      fc.property(cases, ({ secret, entry }) => {
        expect(problemsOf(entry, secret)).toEqual([]);
      }),
      RUNS,
    );
  });

  test("with a known format needs no name at all", () => {
    const cases = formatted.chain((secret) => echoes(secret).map((entry) => ({ secret, entry })));
    fc.assert(
      fc.property(cases, ({ secret, entry }) => {
        // An upper-case copy alone has lost the format.
        if (JSON.stringify(entry).includes(secret.toUpperCase())) return;
        expect(problemsOf(entry, secret)).toEqual([]);
      }),
      RUNS,
    );
  });
});
