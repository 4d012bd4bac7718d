import type { CodeEntry, Provider, StatusEntry, Variant } from "./provider.ts";

/** A code's entry; `code` is the catalogue's spelling, `exact` false where only the case differed. */
export type FoundCode = {
  readonly code: string;
  readonly entry: CodeEntry;
  readonly exact: boolean;
};

/**
 * The entry of a code as received: exactly first, then without case (one of the APIs documents some codes in both
 * cases). Only the document's own members count, so a code named "constructor" finds nothing by accident.
 */
export function findCode(provider: Pick<Provider, "codes">, code: string): FoundCode | undefined {
  const own = Object.hasOwn(provider.codes, code) ? provider.codes[code] : undefined;
  if (own !== undefined) return { code, entry: own, exact: true };
  const wanted = code.toLowerCase();
  for (const [known, entry] of Object.entries(provider.codes)) {
    if (known.length === code.length && known.toLowerCase() === wanted) return { code: known, entry, exact: false };
  }
  return undefined;
}

/** The entry with the members that a variant of it replaces. */
export function withVariant<Entry extends CodeEntry | StatusEntry>(entry: Entry, variant: Variant): Entry {
  const { when: _when, ...members } = variant;
  return { ...entry, ...members };
}
