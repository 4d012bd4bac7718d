import { asNumber, asRecord } from "../exchange/json-fields.ts";
import type { SettingsProblem } from "./settings-problem.ts";
import { DEFAULT_SETTINGS, readSettings, type SettingName, type Settings, withChanges } from "./settings.ts";

/*
 * How settings lie in storage and in exported files: a version and the values by name. Version 1 had the values at the
 * top and no number.
 */

type Values = Readonly<Record<string, unknown>>;
export type StoredSettings = { readonly schemaVersion: number; readonly values: Values };

/** At index n: what makes version n + 2 of version n + 1. Append only: data of every version is out there. */
const MIGRATIONS: readonly ((values: Values) => Values)[] = [
  // Each page marked its own writes beside the values.
  (values) => Object.fromEntries(Object.entries(values).filter(([name]) => name !== "writer")),
];

/** The version that is written. */
export const SCHEMA_VERSION = MIGRATIONS.length + 1;

export type OpenedSettings = {
  readonly settings: Settings;
  readonly problems: readonly SettingsProblem[];
  /** What a newer version stored, for `toStored`: it must find its own values again. */
  readonly newer: StoredSettings | undefined;
};

/** Reads what lies in storage. Never throws; what could not be used is named in `problems`. */
export function openStored(stored: unknown): OpenedSettings {
  if (stored === undefined) return { settings: DEFAULT_SETTINGS, problems: [], newer: undefined };
  const found = readStored(stored);
  if (found === undefined) return { settings: DEFAULT_SETTINGS, problems: [{ kind: "unreadable" }], newer: undefined };
  const { settings, invalid } = readSettings(found.values);
  const problems: SettingsProblem[] = [];
  if (found.isNewer) problems.push({ kind: "newer-version", stored: found.schemaVersion, known: SCHEMA_VERSION });
  if (invalid.length > 0) problems.push({ kind: "invalid", names: invalid });
  return { settings, problems, newer: found.isNewer ? found : undefined };
}

/** Unknown data to values as this version names them; undefined if it holds no settings of any version. */
export function readStored(stored: unknown): (StoredSettings & { readonly isNewer: boolean }) | undefined {
  const found = readVersion(stored);
  if (found === undefined) return undefined;
  const { schemaVersion } = found;
  const values = MIGRATIONS.slice(schemaVersion - 1).reduce((before, migrate) => migrate(before), found.values);
  return { schemaVersion, values, isNewer: schemaVersion > SCHEMA_VERSION };
}

/**
 * What is to be stored where `opened` lies: those of `settings` that were `changed`, over the rest as it is. Of a newer
 * version's data, values that this version does not know or does not understand stay as they are.
 */
export function toStored(
  opened: OpenedSettings,
  settings: Settings,
  changed: ReadonlySet<SettingName>,
): StoredSettings {
  const { schemaVersion, values } = opened.newer ?? { schemaVersion: SCHEMA_VERSION, values: opened.settings };
  return { schemaVersion, values: withChanges(values, settings, changed) };
}

function readVersion(stored: unknown): StoredSettings | undefined {
  const fields = asRecord(stored);
  if (fields === undefined) return undefined;
  if (fields["schemaVersion"] === undefined) return { schemaVersion: 1, values: fields };
  const schemaVersion = asNumber(fields["schemaVersion"]);
  const values = asRecord(fields["values"]);
  if (schemaVersion === undefined || !Number.isInteger(schemaVersion) || schemaVersion < 2 || values === undefined)
    return undefined;
  return { schemaVersion, values };
}
