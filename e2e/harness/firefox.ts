import { setTimeout as delay } from "node:timers/promises";
import { startNameProxy } from "../../demo/stand-in/proxy.ts";
import type { BrowserSession, LaunchOptions, Tab } from "./browser-session.ts";
import { evaluateIn, firefoxPanel } from "./firefox-panel.ts";
import { startFirefox } from "./firefox-process.ts";
import { type ChromeScript, runInChrome } from "./firefox-toolbox.ts";
import { type Marionette, valueOf } from "./marionette.ts";

const EXTENSION = new URL("../../dist/firefox", import.meta.url).pathname;

/** Scripts that leave the session where it acts, and the panel's page as it is. */
const STAYS: ReadonlySet<ChromeScript> = new Set([
  "focusPanel",
  "readClipboard",
  "readIconWidth",
  "setPreference",
  "setTheme",
  "takeErrors",
  "takeRequests",
]);

type FirefoxOptions = LaunchOptions & {
  /** Folder of an extension; null for a Firefox without one. */
  readonly extension?: string | null;
  /** False for an extension without a panel: then a tab is there with its toolbox. */
  readonly hasPanel?: boolean;
};

/** Firefox with the extension. `hosts` on port 443 are led to the stand-in's port on the loopback address. */
export async function launchFirefox(
  hosts: readonly string[],
  port: number,
  { visible = false, extension = EXTENSION, hasPanel = extension !== null }: FirefoxOptions = {},
): Promise<BrowserSession> {
  const proxy = await startNameProxy(hosts, port);
  const { marionette, ended, close } = await startFirefox(proxy.port, visible);
  const { sessionId, capabilities } = readSession(
    // Flat capabilities: Marionette ignores geckodriver's `alwaysMatch`.
    // A script may take as long as its test or benchmark does.
    await marionette.send("WebDriver:NewSession", { acceptInsecureCerts: true, timeouts: { script: 300_000 } }),
  );
  let isInPanel = false;
  const chrome = async (script: ChromeScript, argument?: unknown): Promise<unknown> => {
    // The session stays in the panel's page from one verb to the next; a tab's page may be another after each navigation.
    if (script === "actInPanel" && isInPanel) return undefined;
    if (!STAYS.has(script)) isInPanel = false;
    const answer = await runInChrome(marionette, sessionId, script, argument);
    if (script === "actInPanel") isInPanel = true;
    return answer;
  };
  const select = async (handle: unknown): Promise<void> => {
    isInPanel = false;
    await marionette.send("WebDriver:SwitchToWindow", { handle, focus: true });
  };
  if (extension !== null) await marionette.send("Addon:Install", { path: extension, temporary: true });
  await chrome("watchRequests");
  const firstTab = String(valueOf(await marionette.send("WebDriver:GetWindowHandle")));
  return {
    name: "firefox",
    version: capabilities.browserVersion,
    openTab: async () => {
      // Through Marionette, which waits for page loads only in the tab that it believes to be the current one.
      const handle = readHandle(await marionette.send("WebDriver:NewWindow", { type: "tab", focus: true }));
      await select(handle);
      await chrome("openToolbox");
      if (hasPanel) await chrome("awaitTool");
      return firefoxTab(marionette, chrome, { select: () => select(handle), leave: () => select(firstTab) });
    },
    openExtensionPage: async (path) => {
      const before = valueOf(await marionette.send("WebDriver:GetWindowHandle"));
      const address = String(await chrome("extensionAddress"));
      const handle = readHandle(await marionette.send("WebDriver:NewWindow", { type: "tab", focus: true }));
      const act = async <R>(inPage: () => Promise<R>): Promise<R> => {
        await select(handle);
        await chrome("actInPage");
        try {
          return await inPage();
        } finally {
          // The panel is that of the selected tab.
          await select(before);
        }
      };
      await act(() => marionette.send("WebDriver:Navigate", { url: new URL(path, address).href }));
      return {
        ...firefoxPanel(marionette, { act, focus: () => Promise.resolve() }),
        close: async () => {
          await select(handle);
          await chrome("actInPage");
          await marionette.send("WebDriver:CloseWindow");
          await select(before);
        },
      };
    },
    setTheme: async (theme) => {
      await chrome("setTheme", theme);
    },
    readClipboard: async () => String(await chrome("readClipboard")),
    takeErrors: async () => asStrings(await chrome("takeErrors")).filter((error) => !OF_A_PAGE_THAT_WENT.test(error)),
    takeOwnRequests: async () => asStrings(await chrome("takeRequests")),
    firefox: {
      dock: async (place) => {
        await chrome("dock", [place, null]);
      },
      showTool: async (id) => {
        await chrome("showTool", id);
      },
      replaceExtension: async () => {
        await chrome("reloadExtension");
      },
      readIconWidth: async () => Number(await chrome("readIconWidth")),
      setPreference: async (name, value) => {
        await chrome("setPreference", [name, value]);
      },
    },
    closed: ended,
    close: async () => {
      await close();
      await proxy.stop();
    },
  };
}

type Chrome = (script: ChromeScript, argument?: unknown) => Promise<unknown>;

function firefoxTab(
  marionette: Marionette,
  chrome: Chrome,
  { select, leave }: { readonly select: () => Promise<void>; readonly leave: () => Promise<void> },
): Tab {
  const inPage = async <R>(act: () => Promise<R>): Promise<R> => {
    await chrome("actInPage");
    return act();
  };
  return {
    goto: async (url) => {
      await inPage(() => marionette.send("WebDriver:Navigate", { url }));
    },
    evaluate: (run, argument) => inPage(() => evaluateIn(marionette, run, argument)),
    openPanel: async () => {
      await chrome("showPanel");
      const inPanel = async <R>(act: () => Promise<R>): Promise<R> => {
        await chrome("actInPanel");
        return act();
      };
      const panel = firefoxPanel(marionette, { act: inPanel, focus: () => chrome("focusPanel") });
      while (!(await panel.evaluate(() => document.readyState === "complete", null))) await delay(25);
      return panel;
    },
    evaluateInRecorder: async (run, argument) => {
      await chrome("actInRecorder");
      return evaluateIn(marionette, run, argument);
    },
    bringToFront: select,
    setWidth: async (pixels) => {
      // The window itself cannot be made so narrow, a toolbox on its right side can.
      await chrome("dock", pixels === "usual" ? ["bottom", null] : ["right", pixels]);
    },
    close: async () => {
      await select();
      await chrome("closeToolbox");
      await inPage(() => marionette.send("WebDriver:CloseWindow"));
      await leave();
    },
  };
}

function readSession(answer: unknown): {
  readonly sessionId: string;
  readonly capabilities: { readonly browserVersion: string };
} {
  // The shape of a new session is WebDriver's (section 8.1); anything else fails on the next line that uses it.
  return answer as { readonly sessionId: string; readonly capabilities: { readonly browserVersion: string } };
}

function readHandle(answer: unknown): unknown {
  return typeof answer === "object" && answer !== null && "handle" in answer ? answer.handle : undefined;
}

function asStrings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Firefox's own remark on a page that went while it was asking the browser something, such as to store a setting. */
const OF_A_PAGE_THAT_WENT = /Promise resolved (?:after context unloaded|while context is inactive)/;
