import { expect, test } from "vitest";
import { findCode } from "./find-code.ts";
import { aCodeEntry, aProvider } from "./testing/a-provider.ts";

const provider = aProvider({
  codes: {
    NOT_FOUND: aCodeEntry({ title: "upper" }),
    not_found: aCodeEntry({ title: "lower" }),
    FORBIDDEN: aCodeEntry(),
  },
});

test("the exact spelling wins over one that differs in case", () => {
  expect(findCode(provider, "not_found")).toMatchObject({ code: "not_found", exact: true, entry: { title: "lower" } });
  expect(findCode(provider, "NOT_FOUND")).toMatchObject({ code: "NOT_FOUND", exact: true, entry: { title: "upper" } });
});

test("another case is found and not called exact", () => {
  expect(findCode(provider, "Forbidden")).toMatchObject({ code: "FORBIDDEN", exact: false });
});

test.each(["toString", "__proto__", "constructor", "", "FORBIDDEN ", "FORBIDDE"])("%j is no code", (code) => {
  expect(findCode(provider, code)).toBeUndefined();
});
