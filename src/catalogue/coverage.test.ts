import { expect, test } from "vitest";
import { compareCoverage, readCoverage } from "./coverage.ts";
import { aCodeEntry, aProvider } from "./testing/a-provider.ts";

const coverage = readCoverage({
  references: [
    {
      source: "https://docs.example.test/errors",
      checkedOn: "2026-01-10",
      codes: ["a", "b", "finer", "c", "d"],
      leftOut: { c: "Browsers never see it." },
    },
  ],
});

test("tells the codes that a document has from those that it leaves out without a reason", () => {
  const provider = aProvider({ codes: { a: aCodeEntry(), b: aCodeEntry() }, subcodes: { finer: aCodeEntry() } });
  expect(coverage.references.map((reference) => compareCoverage(reference, provider))).toEqual([
    { covered: ["a", "b", "finer"], unexplained: ["d"] },
  ]);
});

test("a list without a source or a day is refused", () => {
  expect(() => readCoverage({ references: [{ codes: ["a"] }] })).toThrow(/source|checkedOn/);
});
