import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { target } from "./target.ts";
import { TARGETS } from "./targets.ts";

/** Enough to notice what breaks often; `npm run soak` runs a million of each. */
const CASES = 200;

describe("data from outside", () => {
  test.each(TARGETS.map((one) => [one.name, one] as const))(
    "cannot break %s",
    (_, one) => {
      expect(one.check({ numRuns: CASES }).broken).toBeNull();
    },
    60_000,
  );

  // A gate that has never failed is not known to work.
  test("would be seen to break a reader that throws", () => {
    const broken = target({ name: "broken", cases: fc.string(), run: JSON.parse, slow: [] });
    expect(broken.check({ numRuns: CASES }).broken).toContain("Counterexample");
  });
});
