import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS, readSettings, type Settings } from "./settings.ts";
import { openStored, SCHEMA_VERSION, toStored } from "./stored-settings.ts";

const NEWER = SCHEMA_VERSION + 1;

describe("stored settings", () => {
  test("given none yet, are the defaults without a word", () => {
    expect(openStored(undefined)).toEqual({ settings: DEFAULT_SETTINGS, problems: [], newer: undefined });
  });

  test("are read back as they were stored", () => {
    const settings: Settings = { ...DEFAULT_SETTINGS, theme: "dark", maxExchanges: 500 };
    const stored: unknown = JSON.parse(
      JSON.stringify(toStored(openStored(undefined), settings, new Set(["theme", "maxExchanges"]))),
    );
    expect(openStored(stored)).toEqual({ settings, problems: [], newer: undefined });
  });

  test("of the first version, which had no number, are still read", () => {
    const { settings, problems } = openStored({ ...DEFAULT_SETTINGS, theme: "light", writer: "a page" });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, theme: "light" });
    expect(problems).toEqual([]);
  });

  test("name the fields that were no valid values", () => {
    const { settings, problems } = openStored({
      schemaVersion: SCHEMA_VERSION,
      values: { theme: "pink", errorsOnly: true },
    });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, errorsOnly: true });
    expect(problems).toEqual([{ kind: "invalid", names: ["theme"] }]);
  });

  test.each([
    null,
    "settings",
    [],
    { schemaVersion: "2", values: {} },
    { schemaVersion: 2 },
    { schemaVersion: 1.5, values: {} },
  ])("that are not settings (%j) are reported as unreadable", (stored) => {
    expect(openStored(stored)).toEqual({
      settings: DEFAULT_SETTINGS,
      problems: [{ kind: "unreadable" }],
      newer: undefined,
    });
  });

  test("of a newer version give what is known, say so, and find the rest again", () => {
    const stored = { schemaVersion: NEWER, values: { theme: "sepia", errorsOnly: true, telepathy: "on" } };
    const opened = openStored(stored);
    const { settings, problems } = opened;
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, errorsOnly: true });
    expect(problems).toEqual([
      { kind: "newer-version", stored: NEWER, known: SCHEMA_VERSION },
      { kind: "invalid", names: ["theme"] },
    ]);
    const changed = { ...settings, density: "compact" as const };
    expect(toStored(opened, changed, new Set(["density"]))).toEqual({
      schemaVersion: NEWER,
      values: { theme: "sepia", errorsOnly: true, telepathy: "on", density: "compact" },
    });
  });

  test("are valid settings, whatever is stored", () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const { settings } = openStored(stored);
        expect(readSettings(settings)).toEqual({ settings, invalid: [] });
      }),
    );
  });
});
