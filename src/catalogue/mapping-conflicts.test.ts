import { expect, test } from "vitest";
import { mappingConflicts } from "./mapping-conflicts.ts";
import type { HostMapping } from "./provider.ts";
import { aProvider } from "./testing/a-provider.ts";

const alpha = aProvider({ id: "alpha", name: "Alpha", hosts: [{ host: "api.alpha.test", source: "seed" }] });
const beta = aProvider({ id: "beta", name: "Beta", hosts: [{ host: "api.beta.test", source: "seed" }] });

function conflicts(...lines: readonly string[]) {
  const mappings: readonly HostMapping[] = lines.map((line) => {
    const [host = "", providerId = ""] = line.split(" > ");
    return { host, providerId };
  });
  return mappingConflicts({ providers: [alpha, beta], mappings }).map(({ index, kind }) => `${index} ${kind}`);
}

test("mappings that never meet are no conflict", () => {
  expect(conflicts("localhost:4010 > alpha", "localhost:4011 > beta", "*.staging.test > alpha")).toEqual([]);
  expect(conflicts("http://x.test > alpha", "https://x.test > beta", "x.test/v1 > beta")).toEqual(["2 overlaps"]);
});

test("a pattern with a mistake and one for an API that is not there are named", () => {
  expect(conflicts("*.com > alpha", "localhost > gone")).toEqual(["0 unreadable", "1 unknown-provider"]);
});

test("the same pattern a second time is reported at the line that decides nothing, however it is spelled", () => {
  expect(conflicts("localhost > alpha", "LOCALHOST. > alpha", "localhost/ > beta")).toEqual([
    "1 repeated",
    "2 never-reached",
  ]);
});

test("an overlap is reported at the less specific line, and only where two APIs are meant", () => {
  expect(conflicts("*.dev.test > alpha", "api.dev.test > beta")).toEqual(["0 overlaps"]);
  expect(conflicts("*.dev.test > alpha", "api.dev.test > alpha")).toEqual([]);
  expect(conflicts("localhost/v1/x > alpha", "localhost/v1 > beta")).toEqual(["1 overlaps"]);
});

test("a mapping of a documented host says whose it takes", () => {
  expect(conflicts("api.alpha.test > beta")).toEqual(["0 replaces-documented"]);
  expect(conflicts("api.alpha.test/v2 > beta")).toEqual(["0 replaces-documented"]);
  const [conflict] = mappingConflicts({
    providers: [alpha, beta],
    mappings: [{ host: "api.alpha.test", providerId: "beta" }],
  });
  expect(conflict?.text).toBe("api.alpha.test is a documented host of Alpha; this mapping decides.");
});

test("a wildcard over a documented host of another API says that the documented one decides there", () => {
  expect(conflicts("*.alpha.test > beta")).toEqual(["0 overlaps"]);
});
