import type { SettingName } from "./settings.ts";

/** What is wrong with what is stored, as data: whoever shows it has the words. */
export type SettingsProblem =
  /** These were no valid values: their defaults are in force. */
  | { readonly kind: "invalid"; readonly names: readonly SettingName[] }
  /** What is stored is no settings at all: the defaults are in force. */
  | { readonly kind: "unreadable" }
  /** A newer version wrote it: what is known is in force, the rest is left as it is stored. */
  | { readonly kind: "newer-version"; readonly stored: number; readonly known: number }
  /** The browser's storage could not be read: the defaults are in force. `reason` is the browser's own words. */
  | { readonly kind: "not-loaded"; readonly reason: string }
  /** The last change could not be stored: it holds until the page is closed. */
  | { readonly kind: "not-saved"; readonly full: boolean; readonly reason: string };
