import browser from "webextension-polyfill";
import { asRecord } from "../exchange/json-fields.ts";
import { DOCUMENT_START_EXPRESSION } from "./navigation.ts";

export type NetworkListener = {
  /** A finished request. `askForContent` must be called before the next task, or the body may be gone. */
  readonly onEntry: (entry: unknown, askForContent: () => unknown) => void;
  readonly onNavigated: (url: string) => void;
};

/**
 * Subscribes to the inspected tab's requests and navigations for the life of this DevTools page. No getHAR: in Firefox
 * it loses every request that starts while it runs, in Chromium it adds nothing (docs/browser-notes.md).
 */
export function listenToNetwork({ onEntry, onNavigated }: NetworkListener): void {
  browser.devtools.network.onRequestFinished.addListener((request) => {
    onEntry(request, () => request.getContent());
  });
  browser.devtools.network.onNavigated.addListener((url) => {
    // Chromium has delivered an object here in old versions of the polyfill's typings; only a string is a URL.
    onNavigated(typeof url === "string" ? url : "");
  });
}

/** Asks the inspected page when its document began. Rejects or never settles if the page cannot be asked. */
export function askDocumentStart(): Promise<unknown> {
  return browser.devtools.inspectedWindow.eval(DOCUMENT_START_EXPRESSION);
}

/** Firefox or Chromium, by the extension's own scheme: both have a `browser` object, so that does not tell them apart. */
export function readBrowserName(): "chromium" | "firefox" {
  return location.protocol === "moz-extension:" ? "firefox" : "chromium";
}

/** False once the extension was updated, reloaded or removed while this page lives on: `runtime.id` is gone then. */
export function isConnected(): boolean {
  try {
    return asRecord(browser.runtime)?.["id"] !== undefined;
  } catch {
    return false;
  }
}
