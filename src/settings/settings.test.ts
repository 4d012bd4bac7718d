import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS, readSettings } from "./settings.ts";

describe("stored settings", () => {
  test("given nothing, are the defaults", () => {
    expect(readSettings(undefined)).toEqual({ settings: DEFAULT_SETTINGS, invalid: [] });
  });

  test("given one bad field, lose only that field and name it", () => {
    const { settings, invalid } = readSettings({ theme: "pink", errorsOnly: true, detailPercent: 200 });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, errorsOnly: true });
    expect(invalid).toEqual(["detailPercent", "theme"]);
  });

  test("are read back as they were stored", () => {
    const changed = { ...DEFAULT_SETTINGS, filterShown: false, detailPercent: 40, filterText: "status:429" };
    expect(readSettings(JSON.parse(JSON.stringify(changed)))).toEqual({ settings: changed, invalid: [] });
  });

  test("given damaged switches of a report, keep nothing that is usually redacted", () => {
    const stored = { keepEmails: "yes", keepIpAddresses: 1, dropResponseBodies: true, reportFormat: "pdf" };
    const { settings, invalid } = readSettings(stored);
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, dropResponseBodies: true });
    expect(invalid).toEqual(["reportFormat", "keepEmails", "keepIpAddresses"]);
  });

  test("copy at once by default, without a preview", () => {
    expect(readSettings({}).settings.previewBeforeCopy).toBe(false);
  });

  test("are always valid, whatever was stored", () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const { settings } = readSettings(stored);
        expect(readSettings(settings)).toEqual({ settings, invalid: [] });
      }),
    );
  });
});
