import browser from "webextension-polyfill";
import { asRecord } from "../exchange/json-fields.ts";

/** A place in the inspected page's code; line and column count from 1. */
export type SourcePlace = { readonly url: string; readonly line: number; readonly column: number };

/** A method of `devtools.panels…`, bound to its object; undefined if this browser does not have it. */
function methodOf(owner: unknown, name: string): ((...given: readonly unknown[]) => unknown) | undefined {
  const method = asRecord(owner)?.[name];
  return typeof method === "function" ? (...given) => Reflect.apply(method, owner, given) as unknown : undefined;
}

/** Calls it and ignores the answer: DevTools shows the resource or nothing, and neither needs a message. */
function tell(method: (...given: readonly unknown[]) => unknown, ...given: readonly unknown[]): void {
  try {
    Promise.resolve(method(...given)).catch(() => undefined);
  } catch {
    // The extension was updated while DevTools is open: its calls throw from then on.
  }
}

/**
 * Opens a place of the inspected page's code in the Sources panel. Undefined in Firefox, which has no `openResource`
 * (bug 1503475). Chromium counts lines and columns from 0, and takes a column since version 114.
 */
export function sourceOpener(): ((place: SourcePlace) => void) | undefined {
  const open = methodOf(browser.devtools.panels, "openResource");
  if (open === undefined) return undefined;
  return ({ url, line, column }) => tell(open, url, Math.max(0, line - 1), Math.max(0, column - 1), () => undefined);
}

/**
 * Shows a request in the Network panel, by a filter that finds it: no extension API takes the request itself. Undefined
 * if there is no `panels.network.show` (Firefox, Chromium before 128).
 */
export function networkRevealer(): ((request: { readonly method: string; readonly url: string }) => void) | undefined {
  const network = asRecord(browser.devtools.panels)?.["network"];
  const show = methodOf(network, "show");
  if (show === undefined) return undefined;
  return ({ method, url }) => tell(show, { filter: networkFilter(method, url) });
}

/** A space would begin another term of the filter, and the page chooses both: it must not choose terms. */
function networkFilter(method: string, url: string): string {
  const address = `url:${url.replace(/[\s\p{Cc}]/gu, encodeURIComponent)}`;
  // A method is a token (RFC 9110 section 5.6.2).
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(method) ? `method:${method} ${address}` : address;
}
