import browser from "webextension-polyfill";
import type { Unsubscribe } from "../exchange/feed.ts";
import { createListeners } from "../exchange/listeners.ts";

export type ThemeName = "light" | "dark";

export type Theme = {
  readonly current: () => ThemeName;
  readonly subscribe: (listener: (theme: ThemeName) => void) => Unsubscribe;
};

/** How each browser reports a new theme; the polyfill's types know Firefox's way only, and as always there. */
type ThemeSources = {
  readonly setThemeChangeHandler?: (handler: (name: unknown) => void) => void;
  readonly onThemeChanged?: { readonly addListener: (listener: (name: unknown) => void) => void };
};

/** "dark" is spelt so in both browsers; light is "light" in Firefox and "default" in Chromium. */
function themeOf(name: unknown): ThemeName {
  return name === "dark" ? "dark" : "light";
}

/** The theme of DevTools now. Known at once in DevTools pages and panels of both browsers. */
export function readTheme(): ThemeName {
  return themeOf(browser.devtools.panels.themeName);
}

/**
 * Follows the theme of DevTools. Create it once, in the DevTools page: Chromium keeps one `setThemeChangeHandler` per
 * extension, so a second page would take it away from the first. Firefox has the event `onThemeChanged` instead. Where
 * a browser has neither, the theme stays what it was.
 */
export function createTheme(): Theme {
  // The panel's page may have gone: Firefox rebuilds it whenever the toolbox is docked elsewhere.
  const listeners = createListeners<ThemeName>({ areOfOtherPages: true });
  let current = readTheme();

  const changed = (name: unknown): void => {
    current = themeOf(name);
    listeners.tell(current);
  };

  const panels: ThemeSources = browser.devtools.panels;
  if (panels.setThemeChangeHandler !== undefined) panels.setThemeChangeHandler(changed);
  else panels.onThemeChanged?.addListener(changed);

  return {
    current: () => current,
    subscribe: listeners.subscribe,
  };
}
