import { expect, test } from "vitest";
import { aProvider } from "./testing/a-provider.ts";
import { watchedPart } from "./watched-part.ts";

test("the recorder's part of a document says where a success may hide a failure", () => {
  const failure = { pointer: "/ok", equals: false, title: "Failed", meaning: "It failed.", source: "seed" as const };
  const hosts = aProvider().hosts;
  expect(watchedPart(aProvider())).toEqual({ id: "example", hosts, successBodyPaths: [] });
  expect(watchedPart(aProvider({ hiddenFailures: [failure] })).successBodyPaths).toEqual(["/"]);
  expect(
    watchedPart(aProvider({ hiddenFailures: [{ ...failure, pathPrefixes: ["/v1/tx"] }] })).successBodyPaths,
  ).toEqual(["/v1/tx"]);
});
