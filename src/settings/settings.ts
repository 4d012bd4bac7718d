import { DEFAULT_POLICY, type RedactionPolicy } from "../report/policy.ts";
import { COLUMN_NAMES, DEFAULT_SORT } from "./columns.ts";
import { type Check, isBoolean, listOf, objectOf, oneOf, recordOf, textUpTo, wholeNumber } from "./value-checks.ts";

/*
 * What is remembered between sessions: one line a setting. To add one, add a line to `FIELDS`; its type, its default,
 * reading it from storage, export and import follow from it. A setting whose meaning changes needs a migration in
 * stored-settings.ts.
 */

type Field<Value> = {
  readonly check: Check<Value>;
  readonly fallback: Value;
  /** A change in one page holds at once in every other; otherwise it is only their starting point next time. */
  readonly everywhere: boolean;
  /** Written to an exported file. Not what people type in while they look for something: that may be a secret. */
  readonly exported: boolean;
};

/** A choice made for all panels, in the settings drawer or on the options page. */
function choice<Value>(check: Check<Value>, fallback: NoInfer<Value>): Field<Value> {
  return { check, fallback, everywhere: true, exported: true };
}

/** How one panel was left; the next one to open starts with it. */
function view<Value>(check: Check<Value>, fallback: NoInfer<Value>, exported = true): Field<Value> {
  return { check, fallback, everywhere: false, exported };
}

const isMapping = objectOf({ host: textUpTo(300, 1), providerId: textUpTo(100, 1) });
const isColumn = oneOf(COLUMN_NAMES);

type PolicyFields = { readonly [Name in keyof RedactionPolicy]: Field<boolean> };

/**
 * What a report may keep or must hide, as the redactor names it and with its defaults. Each is a setting by itself, so
 * that a damaged value falls back to the safe side.
 */
// oxlint-disable-next-line no-unsafe-type-assertion -- fromEntries forgets the names, which are those of the policy
const policyFields = Object.fromEntries(
  Object.entries(DEFAULT_POLICY).map(([name, fallback]) => [name, choice(isBoolean, fallback)]),
) as PolicyFields;

/** The range of each setting that is a number. */
export const RANGES = {
  detailPercent: [20, 80],
  maxExchanges: [100, 100_000],
  maxBodyBytes: [1_048_576, 1_073_741_824],
} as const;

const FIELDS = {
  theme: choice(oneOf(["devtools", "light", "dark"]), "devtools"),
  density: choice(oneOf(["comfortable", "compact"]), "comfortable"),
  /** Recorder caps: exchanges kept, and bytes of bodies kept. */
  maxExchanges: choice(wholeNumber(...RANGES.maxExchanges), 10_000),
  maxBodyBytes: choice(wholeNumber(...RANGES.maxBodyBytes), 64 * 1024 * 1024),
  /** Further hosts, mapped to a provider by hand. */
  mappings: choice(listOf(isMapping, 1000), []),
  /** Hosts whose calls are recorded and not shown. */
  hiddenHosts: choice(listOf(textUpTo(300, 1), 1000), []),
  /** Whether only calls to APIs that have a document are recorded. */
  onlyDocumented: choice(isBoolean, false),
  /** Whether "Copy report" and "Copy as cURL" open the preview instead of copying at once. */
  previewBeforeCopy: choice(isBoolean, false),
  /** Whether the panel shows what it recorded through the redactor, as on a shared screen. */
  presentationMode: choice(isBoolean, false),
  ...policyFields,

  preserveLog: view(isBoolean, true),
  errorsOnly: view(isBoolean, false),
  /** Successes of APIs without a document are listed even if they tell nothing. */
  allSuccesses: view(isBoolean, false),
  filterText: view(textUpTo(2000), "", false),
  filterShown: view(isBoolean, true),
  /** How much of the panel the details take, in percent of its width or height. */
  detailPercent: view(wholeNumber(...RANGES.detailPercent), 55),
  /** Beside the timeline, below it, or as there is room. */
  detailSide: view(oneOf(["auto", "right", "below"]), "auto"),
  /** The grid: how rows are sorted, which columns are not shown, and widths in pixels of those that were resized. */
  sort: view(objectOf({ column: isColumn, descending: isBoolean }), DEFAULT_SORT),
  hiddenColumns: view(listOf(isColumn, COLUMN_NAMES.length), ["size"]),
  columnWidths: view(recordOf(isColumn, wholeNumber(24, 2000)), {}),
  groupRepeats: view(isBoolean, false),
  /** The introduction in the empty timeline was put away. */
  introductionSeen: view(isBoolean, false),
  /** What the preview shows first: the last format chosen there. */
  reportFormat: view(
    oneOf(["markdown", "curl-posix", "curl-powershell", "curl-cmd", "har", "json", "text"]),
    "markdown",
  ),
};

type Fields = typeof FIELDS;
export type SettingName = keyof Fields;
export type Settings = { readonly [Name in SettingName]: Fields[Name]["fallback"] };

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
    if (FIELDS[name].check(values[name])) return values[name];
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
