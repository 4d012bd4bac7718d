import { expect, test } from "vitest";
import { aProvider } from "./testing/a-provider.ts";
import { watchedPart } from "./watched-part.ts";

test("the recorder gets a document's id and hosts, and none of its texts", () => {
  expect(watchedPart(aProvider())).toEqual({ id: "example", hosts: aProvider().hosts });
});
