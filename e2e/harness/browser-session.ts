/** What is looked for in the panel, as a user would name it. All given members must hold. */
export type Target = {
  /** ARIA role, explicit or that of the element itself. */
  readonly role?: string;
  /** Accessible name, whole. */
  readonly name?: string;
  /** A part of the visible text. */
  readonly text?: string;
  /** CSS selector, if no role and no text finds the element. */
  readonly css?: string;
};

/** The Faultline panel inside the browser's own DevTools. Actions wait for their target. */
export type Panel = {
  readonly count: (target: Target) => Promise<number>;
  /** Text of every match, white space collapsed, in document order. */
  readonly texts: (target: Target) => Promise<readonly string[]>;
  readonly click: (target: Target) => Promise<void>;
  /** Takes the middle of an element with the mouse and lets it go so many pixels to the right and below. */
  readonly drag: (target: Target, by: { readonly x: number; readonly y: number }) => Promise<void>;
  /** Puts the text into a text field. */
  readonly type: (target: Target, text: string) => Promise<void>;
  /** A key by its `KeyboardEvent.key`, sent to what has the focus in the panel. */
  readonly press: (key: string) => Promise<void>;
  /** Runs in the panel's page. The function may use nothing but its argument. */
  readonly evaluate: <A, R>(run: (argument: A) => R | Promise<R>, argument: A) => Promise<R>;
  readonly screenshot: (path: string) => Promise<void>;
};

/** A page of the extension in a tab of its own; what is done in it leaves the tab before selected. */
export type ExtensionPage = Panel & { readonly close: () => Promise<void> };

/** A tab with DevTools open on it. */
export type Tab = {
  readonly goto: (url: string) => Promise<void>;
  /** Runs in the inspected page's own world. */
  readonly evaluate: <A, R>(run: (argument: A) => R | Promise<R>, argument: A) => Promise<R>;
  /** Shows the panel; before that its page does not exist. Once more after another tool was shown. */
  readonly openPanel: () => Promise<Panel>;
  /** Width of the panel in CSS pixels, as near as the browser allows; "usual" for how a new tab has it. */
  readonly setWidth: (pixels: number | "usual") => Promise<void>;
  /** Runs in the extension's DevTools page of this tab, where the recorder is. Only one tab may be open. */
  readonly evaluateInRecorder: <A, R>(run: (argument: A) => R | Promise<R>, argument: A) => Promise<R>;
  /** Of several tabs the one to act in: if a browser looks at the selected tab, it has to be that. */
  readonly bringToFront: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** What only Firefox has, or only Firefox gets wrong. */
export type FirefoxOnly = {
  /** Moves the toolbox; returns after the panel's page is rebuilt. */
  readonly dock: (place: "bottom" | "right" | "window") => Promise<void>;
  /** Shows another tool of the toolbox, by its id in Firefox. */
  readonly showTool: (id: string) => Promise<void>;
  /** Reloads the extension, as an update does. In Chromium that ends DevTools itself (docs/browser-notes.md). */
  readonly replaceExtension: () => Promise<void>;
  /** Width of the picture on the panel's tab in pixels; 0 if it could not be loaded. */
  readonly readIconWidth: () => Promise<number>;
  /** Sets a preference; null takes it back. */
  readonly setPreference: (name: string, value: string | null) => Promise<void>;
};

/** What only Chromium can be asked: what its own tools show, beside Faultline's. */
export type ChromiumOnly = {
  /** The id of the tool of DevTools that is shown, "network" for one. */
  readonly readTool: () => Promise<string>;
  /** The texts of elements of DevTools itself, also in its shadow trees. */
  readonly readTexts: (css: string) => Promise<readonly string[]>;
};

export type LaunchOptions = {
  /** In a window on screen with DevTools docked, for people; without one where absent. */
  readonly visible?: boolean;
};

/** A running browser with the extension, for all tests of one worker. */
export type BrowserSession = {
  readonly name: "chromium" | "firefox";
  readonly version: string;
  /** Opens a tab and DevTools on it, and returns when the extension's DevTools page runs. */
  readonly openTab: () => Promise<Tab>;
  /** Opens a page of the extension by its path, "/src/entry/options.html". Some tab must be open already. */
  readonly openExtensionPage: (path: string) => Promise<ExtensionPage>;
  readonly setTheme: (theme: "light" | "dark") => Promise<void>;
  readonly readClipboard: () => Promise<string>;
  /** Errors of the extension's pages since the last call: thrown, rejected, refused by CSP, not loaded. */
  readonly takeErrors: () => Promise<readonly string[]>;
  /** URLs that the extension's own pages asked for, since the last call. */
  readonly takeOwnRequests: () => Promise<readonly string[]>;
  readonly firefox?: FirefoxOnly;
  readonly chromium?: ChromiumOnly;
  /** Resolves after the browser has ended, for any reason. */
  readonly closed: Promise<void>;
  readonly close: () => Promise<void>;
};
