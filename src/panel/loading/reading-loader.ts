import type * as Reading from "../feed/reading.ts";

let loading: Promise<typeof Reading> | undefined;

/**
 * Loads what decodes and audits, once: more code than what draws the panel. A page that is going to show a panel asks for
 * it before anything else, so that it comes while the rest is made ready. Rejects where the extension's files are gone
 * (updated while DevTools is open).
 */
export function loadReading(): Promise<typeof Reading> {
  loading ??= import("../feed/reading.ts");
  return loading;
}
