import type { SettingName } from "./settings.ts";

/** A problem of the stored data, without words: the panel has those. */
export type SettingsProblem =
  /** These values were invalid: their defaults are used. */
  | { readonly kind: "invalid"; readonly names: readonly SettingName[] }
  /** The stored data holds no settings at all: the defaults are used. */
  | { readonly kind: "unreadable" }
  /** A newer version wrote it: known settings are used, the rest stays stored unchanged. */
  | { readonly kind: "newer-version"; readonly stored: number; readonly known: number }
  /** The browser's storage could not be read: the defaults are used. `reason` is the browser's own message. */
  | { readonly kind: "not-loaded"; readonly reason: string }
  /** The last change could not be stored: it holds until the page is closed. */
  | { readonly kind: "not-saved"; readonly full: boolean; readonly reason: string };
