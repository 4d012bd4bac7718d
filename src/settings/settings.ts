import * as v from "valibot";

/*
 * What is remembered between sessions. Stored data is untrusted: another version, a sync conflict or a hand may have
 * written it, so it is read field by field and each bad field falls back to its default by itself.
 */

const fields = {
  preserveLog: v.boolean(),
  errorsOnly: v.boolean(),
  filterText: v.pipe(v.string(), v.maxLength(2000)),
  filterShown: v.boolean(),
  /** How much of the panel the details take, in percent of its width or height. */
  detailPercent: v.pipe(v.number(), v.integer(), v.minValue(20), v.maxValue(80)),
  theme: v.picklist(["devtools", "light", "dark"]),
  /** Recorder caps: exchanges kept, and bytes of bodies kept. */
  maxExchanges: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(100_000)),
  maxBodyBytes: v.pipe(v.number(), v.integer(), v.minValue(1_048_576), v.maxValue(1_073_741_824)),
  /** Whether "Copy report" and "Copy as cURL" open the preview instead of copying at once. */
  previewBeforeCopy: v.boolean(),
  /** What the preview shows first: the last format chosen there. */
  reportFormat: v.picklist(["markdown", "curl-posix", "curl-powershell", "curl-cmd", "har", "json", "text"]),
  /** What a report may keep or must hide, each by itself, so that a damaged value falls back to the safe side. */
  keepEmails: v.boolean(),
  keepIpAddresses: v.boolean(),
  keepHarmlessCookies: v.boolean(),
  keepPersonalFields: v.boolean(),
  maskWalletAddresses: v.boolean(),
  maskOrganizationIds: v.boolean(),
  dropRequestBodies: v.boolean(),
  dropResponseBodies: v.boolean(),
  /** Further hosts, mapped to a provider by hand. */
  mappings: v.array(
    v.strictObject({
      host: v.pipe(v.string(), v.nonEmpty(), v.maxLength(300)),
      providerId: v.pipe(v.string(), v.nonEmpty(), v.maxLength(100)),
    }),
  ),
} as const;

export type Settings = { readonly [Name in keyof typeof fields]: Readonly<v.InferOutput<(typeof fields)[Name]>> };

export const DEFAULT_SETTINGS: Settings = {
  preserveLog: true,
  errorsOnly: false,
  filterText: "",
  filterShown: true,
  detailPercent: 55,
  theme: "devtools",
  maxExchanges: 10_000,
  maxBodyBytes: 64 * 1024 * 1024,
  previewBeforeCopy: false,
  reportFormat: "markdown",
  keepEmails: false,
  keepIpAddresses: false,
  keepHarmlessCookies: false,
  keepPersonalFields: false,
  maskWalletAddresses: false,
  maskOrganizationIds: false,
  dropRequestBodies: false,
  dropResponseBodies: false,
  mappings: [],
};

/**
 * Stored value to settings. Never throws: a missing field takes its default silently, an invalid one takes it and is
 * named in `invalid`, an unknown one is ignored.
 */
export function readSettings(stored: unknown): { readonly settings: Settings; readonly invalid: readonly string[] } {
  const invalid: string[] = [];
  const from: Record<string, unknown> = typeof stored === "object" && stored !== null ? { ...stored } : {};
  const field = <Name extends keyof Settings>(name: Name): Settings[Name] => {
    if (from[name] === undefined) return DEFAULT_SETTINGS[name];
    const result = v.safeParse(fields[name], from[name]);
    // oxlint-disable-next-line no-unsafe-type-assertion -- the schema of `name` produced it; TypeScript loses the tie
    if (result.success) return result.output as Settings[Name];
    invalid.push(name);
    return DEFAULT_SETTINGS[name];
  };
  const settings: Settings = {
    preserveLog: field("preserveLog"),
    errorsOnly: field("errorsOnly"),
    filterText: field("filterText"),
    filterShown: field("filterShown"),
    detailPercent: field("detailPercent"),
    theme: field("theme"),
    maxExchanges: field("maxExchanges"),
    maxBodyBytes: field("maxBodyBytes"),
    previewBeforeCopy: field("previewBeforeCopy"),
    reportFormat: field("reportFormat"),
    keepEmails: field("keepEmails"),
    keepIpAddresses: field("keepIpAddresses"),
    keepHarmlessCookies: field("keepHarmlessCookies"),
    keepPersonalFields: field("keepPersonalFields"),
    maskWalletAddresses: field("maskWalletAddresses"),
    maskOrganizationIds: field("maskOrganizationIds"),
    dropRequestBodies: field("dropRequestBodies"),
    dropResponseBodies: field("dropResponseBodies"),
    mappings: field("mappings"),
  };
  return { settings, invalid };
}
