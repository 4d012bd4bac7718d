import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_POLICY } from "../report/policy.ts";
import { DEFAULT_SETTINGS, exportedSettings, readSettings, takeOver } from "./settings.ts";

describe("settings", () => {
  test("given nothing, are the defaults", () => {
    expect(readSettings({})).toEqual({ settings: DEFAULT_SETTINGS, invalid: [] });
  });

  test("given one bad field, lose only that field and name it", () => {
    const { settings, invalid } = readSettings({ theme: "pink", errorsOnly: true, detailPercent: 200 });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, errorsOnly: true });
    expect(invalid).toEqual(["theme", "detailPercent"]);
  });

  test("are read back as they were written", () => {
    const changed = { ...DEFAULT_SETTINGS, filterShown: false, detailPercent: 40, filterText: "status:429" };
    expect(readSettings(JSON.parse(JSON.stringify(changed)))).toEqual({ settings: changed, invalid: [] });
  });

  test("given damaged switches of a report, keep nothing that is usually redacted", () => {
    const stored = { keepEmails: "yes", keepIpAddresses: 1, dropResponseBodies: true, reportFormat: "pdf" };
    const { settings, invalid } = readSettings(stored);
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, dropResponseBodies: true });
    expect(invalid.toSorted()).toEqual(["keepEmails", "keepIpAddresses", "reportFormat"]);
  });

  test("copy at once by default, without a preview, by the redactor's own defaults", () => {
    expect(DEFAULT_SETTINGS.previewBeforeCopy).toBe(false);
    expect(DEFAULT_SETTINGS).toMatchObject(DEFAULT_POLICY);
  });

  test("are always valid, whatever is given", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(DEFAULT_SETTINGS)), fc.anything()), (values) => {
        const { settings } = readSettings(values);
        expect(readSettings(settings)).toEqual({ settings, invalid: [] });
      }),
    );
  });

  test("of another page are taken over only if they apply to every page", () => {
    const mappings = [{ host: "localhost:4000", providerId: "example" }];
    const mine = { ...DEFAULT_SETTINGS, filterText: "mine", mappings };
    const theirs = { ...DEFAULT_SETTINGS, filterText: "theirs", theme: "dark" as const, mappings: [...mappings] };
    const taken = takeOver(mine, theirs);
    expect(taken).toEqual({ ...mine, theme: "dark" });
    expect(taken.mappings).toBe(mappings);
  });

  test("leave this browser without what was typed into the filter", () => {
    const settings = { ...DEFAULT_SETTINGS, filterText: "sk_test_EXAMPLE" };
    expect(JSON.stringify(exportedSettings(settings))).not.toContain("EXAMPLE");
  });
});
