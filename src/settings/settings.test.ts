import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_SETTINGS, readSettings } from "./settings.ts";

test.each([[undefined], [null], [7], ["text"], [[]], [{}]])(
  "given %j, everything takes its default and nothing is called invalid",
  (stored) => {
    expect(readSettings(stored)).toEqual({ settings: DEFAULT_SETTINGS, invalid: [] });
  },
);

test("given one bad field, only that field falls back, and it is named", () => {
  const read = readSettings({ preserveLog: false, maxExchanges: "many", theme: "dark" });
  expect(read.invalid).toEqual(["maxExchanges"]);
  expect(read.settings).toEqual({ ...DEFAULT_SETTINGS, preserveLog: false, theme: "dark" });
});

test("given a field of a later version, ignores it", () => {
  expect(readSettings({ holograms: true })).toEqual({ settings: DEFAULT_SETTINGS, invalid: [] });
});

test("given any JSON, never throws, and what it gives is valid", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(DEFAULT_SETTINGS)), fc.jsonValue()), (stored) => {
      const { settings } = readSettings(stored);
      expect(readSettings(settings)).toEqual({ settings, invalid: [] });
    }),
  );
});
