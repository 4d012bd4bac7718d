import fc from "fast-check";
import { describe, test } from "vitest";
import { TARGETS } from "./targets.ts";

/** Enough to notice what breaks often; `npm run soak` runs a million of each. */
const CASES = 300;

describe("data from outside", () => {
  test.each(TARGETS.map((target) => [target.name, target] as const))("cannot break %s", (_, target) => {
    fc.assert(
      fc.property(target.cases, (input) => target.run(input as never)),
      { numRuns: CASES },
    );
  });
});
