import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSettingsFile, writeSettingsFile } from "./settings-file.ts";
import { DEFAULT_SETTINGS, type Settings } from "./settings.ts";
import { SCHEMA_VERSION } from "./stored-settings.ts";

const MINE: Settings = { ...DEFAULT_SETTINGS, theme: "dark", filterText: "sk_test_EXAMPLE", maxExchanges: 500 };

describe("a settings file", () => {
  test("sets what was exported, in another browser too", () => {
    const file = readSettingsFile(writeSettingsFile(MINE), DEFAULT_SETTINGS);
    if (!file.ok) throw new Error(file.problem);
    expect({ ...DEFAULT_SETTINGS, ...file.change }).toEqual({ ...MINE, filterText: "" });
    expect(file).toMatchObject({ invalid: [], isNewer: false });
  });

  test("says nothing of what was typed into the filter", () => {
    expect(writeSettingsFile(MINE)).not.toContain("EXAMPLE");
  });

  test("with one bad value sets the others and names it", () => {
    const values = { theme: "pink", density: "compact" };
    const text = JSON.stringify({ format: "faultline-settings", schemaVersion: SCHEMA_VERSION, values });
    expect(readSettingsFile(text, MINE)).toEqual({
      ok: true,
      change: { density: "compact" },
      invalid: ["theme"],
      isNewer: false,
    });
  });

  test("of a newer version sets what is known", () => {
    const values = { telepathy: true, density: "compact" };
    const text = JSON.stringify({ format: "faultline-settings", schemaVersion: SCHEMA_VERSION + 1, values });
    expect(readSettingsFile(text, MINE)).toMatchObject({ change: { density: "compact" }, isNewer: true });
  });

  test.each([
    ["", "not-json"],
    ["{", "not-json"],
    ["[]", "not-settings"],
    ['{"schemaVersion":2,"values":{}}', "not-settings"],
    ['{"format":"faultline-settings","schemaVersion":"two","values":{}}', "not-settings"],
    [`"${"x".repeat(1_000_001)}"`, "too-long"],
  ])("that is not one is refused with the reason: %.40s", (text, problem) => {
    expect(readSettingsFile(text, MINE)).toEqual({ ok: false, problem });
  });

  test("never throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readSettingsFile(text, MINE)).toHaveProperty("ok", false);
      }),
    );
  });
});
