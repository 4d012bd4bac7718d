import { asRecord } from "../exchange/json-fields.ts";
import { parseJson } from "../web/json.ts";
import { exportedSettings, type SettingName, SETTING_NAMES, type Settings, readSettings } from "./settings.ts";
import { readStored, SCHEMA_VERSION } from "./stored-settings.ts";

/** What says that a JSON file holds Faultline's settings. */
const FORMAT = "faultline-settings";

/** No honest file comes near it. */
const LONGEST_FILE = 1_000_000;

/** The settings as the text of a file: all that may leave this browser, which what was typed into the filter may not. */
export function writeSettingsFile(settings: Settings): string {
  const file = { format: FORMAT, schemaVersion: SCHEMA_VERSION, values: exportedSettings(settings) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export type SettingsFile =
  | {
      readonly ok: true;
      /** What the file sets, valid; every other setting is to stay. */
      readonly change: Partial<Settings>;
      readonly invalid: readonly SettingName[];
      /** Written by a newer version: what this one does not know was left out. */
      readonly isNewer: boolean;
    }
  | { readonly ok: false; readonly problem: "too-long" | "not-json" | "not-settings" };

/** Reads the text of a settings file. Never throws; `current` is what a bad value must not change. */
export function readSettingsFile(text: string, current: Settings): SettingsFile {
  if (text.length > LONGEST_FILE) return { ok: false, problem: "too-long" };
  const file = parseJson(text);
  if (file === undefined) return { ok: false, problem: "not-json" };
  const found = asRecord(file)?.["format"] === FORMAT ? readStored(file) : undefined;
  if (found === undefined) return { ok: false, problem: "not-settings" };
  const { settings, invalid } = readSettings(found.values, current);
  const named = SETTING_NAMES.filter((name) => found.values[name] !== undefined && !invalid.includes(name));
  return {
    ok: true,
    change: Object.fromEntries(named.map((name) => [name, settings[name]])),
    invalid,
    isNewer: found.isNewer,
  };
}
