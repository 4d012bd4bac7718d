import browser from "webextension-polyfill";

/** A message of `_locales` in the browser's language; "" where there is none. */
export function extensionMessage(key: string, values: string[]): string {
  return browser.i18n.getMessage(key, values);
}
