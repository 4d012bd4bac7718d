import browser from "webextension-polyfill";

/** Older versions of Firefox keep this event from DevTools pages; the polyfill's types have it as always there. */
type UpdateSource = { readonly onUpdateAvailable?: { readonly addListener: (listener: () => void) => void } };

/**
 * Lets an update of the extension wait until this page is closed. Without a listener Firefox replaces the extension at
 * once, and its panel and all that is recorded go with it; whoever listens is asked to reload by itself, which is never
 * done here. Chromium waits for the last page of the extension anyway (docs/browser-notes.md).
 */
export function holdBackUpdates({ onUpdateAvailable }: UpdateSource = browser.runtime): void {
  onUpdateAvailable?.addListener(() => undefined);
}
