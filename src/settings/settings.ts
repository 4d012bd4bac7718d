import * as v from "valibot";
import { DEFAULT_POLICY, type RedactionPolicy } from "../report/policy.ts";
import { COLUMN_NAMES, DEFAULT_SORT } from "./columns.ts";

/*
 * What is remembered between sessions: one line a setting. To add one, add a line to `FIELDS`; its type, its default,
 * reading it from storage, export and import follow from it. A setting whose meaning changes needs a migration in
 * stored-settings.ts.
 */

type Field<Schema extends v.GenericSchema> = {
  readonly schema: Schema;
  readonly fallback: v.InferOutput<Schema>;
  /** A change in one page holds at once in every other; otherwise it is only their starting point next time. */
  readonly everywhere: boolean;
  /** Written to an exported file. Not what people type in while they look for something: that may be a secret. */
  readonly exported: boolean;
};

/** A choice made for all panels, in the settings drawer or on the options page. */
function choice<const Schema extends v.GenericSchema>(schema: Schema, fallback: v.InferOutput<Schema>): Field<Schema> {
  return { schema, fallback, everywhere: true, exported: true };
}

/** How one panel was left; the next one to open starts with it. */
function view<const Schema extends v.GenericSchema>(
  schema: Schema,
  fallback: v.InferOutput<Schema>,
  exported = true,
): Field<Schema> {
  return { schema, fallback, everywhere: false, exported };
}

const wholeNumber = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

const mapping = v.strictObject({
  host: v.pipe(v.string(), v.nonEmpty(), v.maxLength(300)),
  providerId: v.pipe(v.string(), v.nonEmpty(), v.maxLength(100)),
});

type PolicyFields = { readonly [Name in keyof RedactionPolicy]: Field<v.BooleanSchema<undefined>> };

/**
 * What a report may keep or must hide, as the redactor names it and with its defaults. Each is a setting by itself, so
 * that a damaged value falls back to the safe side.
 */
// oxlint-disable-next-line no-unsafe-type-assertion -- fromEntries forgets the names, which are those of the policy
const policyFields = Object.fromEntries(
  Object.entries(DEFAULT_POLICY).map(([name, fallback]) => [name, choice(v.boolean(), fallback)]),
) as PolicyFields;

/** The range of each setting that is a number. */
export const RANGES = {
  detailPercent: [20, 80],
  maxExchanges: [100, 100_000],
  maxBodyBytes: [1_048_576, 1_073_741_824],
} as const;

const FIELDS = {
  theme: choice(v.picklist(["devtools", "light", "dark"]), "devtools"),
  density: choice(v.picklist(["comfortable", "compact"]), "comfortable"),
  /** Recorder caps: exchanges kept, and bytes of bodies kept. */
  maxExchanges: choice(wholeNumber(...RANGES.maxExchanges), 10_000),
  maxBodyBytes: choice(wholeNumber(...RANGES.maxBodyBytes), 64 * 1024 * 1024),
  /** Further hosts, mapped to a provider by hand. */
  mappings: choice(v.pipe(v.array(mapping), v.maxLength(1000)), []),
  /** Whether "Copy report" and "Copy as cURL" open the preview instead of copying at once. */
  previewBeforeCopy: choice(v.boolean(), false),
  /** Whether the panel shows what it recorded through the redactor, as on a shared screen. */
  presentationMode: choice(v.boolean(), false),
  ...policyFields,

  preserveLog: view(v.boolean(), true),
  errorsOnly: view(v.boolean(), false),
  filterText: view(v.pipe(v.string(), v.maxLength(2000)), "", false),
  filterShown: view(v.boolean(), true),
  /** How much of the panel the details take, in percent of its width or height. */
  detailPercent: view(wholeNumber(...RANGES.detailPercent), 55),
  /** Beside the timeline, below it, or as there is room. */
  detailSide: view(v.picklist(["auto", "right", "below"]), "auto"),
  /** The grid: how rows are sorted, which columns are not shown, and widths in pixels of those that were resized. */
  sort: view(v.strictObject({ column: v.picklist(COLUMN_NAMES), descending: v.boolean() }), DEFAULT_SORT),
  hiddenColumns: view(v.pipe(v.array(v.picklist(COLUMN_NAMES)), v.maxLength(COLUMN_NAMES.length)), ["size"]),
  columnWidths: view(v.record(v.picklist(COLUMN_NAMES), wholeNumber(24, 2000)), {}),
  groupRepeats: view(v.boolean(), false),
  /** The introduction in the empty timeline was put away. */
  introductionSeen: view(v.boolean(), false),
  /** What the preview shows first: the last format chosen there. */
  reportFormat: view(
    v.picklist(["markdown", "curl-posix", "curl-powershell", "curl-cmd", "har", "json", "text"]),
    "markdown",
  ),
};

type Fields = typeof FIELDS;
export type SettingName = keyof Fields;
export type Settings = { readonly [Name in SettingName]: Readonly<v.InferOutput<Fields[Name]["schema"]>> };

// oxlint-disable-next-line no-unsafe-type-assertion -- the keys of a literal object are its names, which keys() forgets
export const SETTING_NAMES = Object.keys(FIELDS) as readonly SettingName[];

/** Settings made name by name. */
function eachSetting(valueOf: (name: SettingName) => unknown): Settings {
  // oxlint-disable-next-line no-unsafe-type-assertion -- one value for each name; callers give those of its schema
  return Object.fromEntries(SETTING_NAMES.map((name) => [name, valueOf(name)])) as Settings;
}

export const DEFAULT_SETTINGS: Settings = eachSetting((name) => FIELDS[name].fallback);

export type ReadSettings = { readonly settings: Settings; readonly invalid: readonly SettingName[] };

/**
 * Unknown values by name to settings. Stored data is untrusted: another version, a sync conflict or a hand may have
 * written it. Never throws: a missing field takes its default (or that of `fallback`) silently, an invalid one takes it
 * and is named in `invalid`, an unknown one is ignored.
 */
export function readSettings(
  values: Readonly<Record<string, unknown>>,
  fallback: Settings = DEFAULT_SETTINGS,
): ReadSettings {
  const invalid: SettingName[] = [];
  const settings = eachSetting((name) => {
    if (values[name] === undefined) return fallback[name];
    const result = v.safeParse(FIELDS[name].schema, values[name]);
    if (result.success) return result.output;
    invalid.push(name);
    return fallback[name];
  });
  return { settings, invalid };
}

/**
 * `mine` with what another page changed of the settings that hold everywhere. A value that is the same stays the same
 * object: readers tell by that whether anything changed.
 */
export function takeOver(mine: Settings, theirs: Settings): Settings {
  return eachSetting((name) => {
    const isNews = FIELDS[name].everywhere && JSON.stringify(mine[name]) !== JSON.stringify(theirs[name]);
    return (isNews ? theirs : mine)[name];
  });
}

/** `values` with the named ones of `settings`. */
export function withChanges<Values extends object>(
  values: Values,
  settings: Settings,
  names: ReadonlySet<SettingName>,
): Values {
  return { ...values, ...Object.fromEntries([...names].map((name) => [name, settings[name]])) };
}

/** The settings that may be written to a file. */
export function exportedSettings(settings: Settings): Partial<Settings> {
  return Object.fromEntries(
    SETTING_NAMES.filter((name) => FIELDS[name].exported).map((name) => [name, settings[name]]),
  );
}
