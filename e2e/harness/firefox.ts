import { setTimeout as delay } from "node:timers/promises";
import { startNameProxy } from "../../demo/stand-in/proxy.ts";
import type { BrowserSession, LaunchOptions, Tab } from "./browser-session.ts";
import { evaluateIn, firefoxPanel } from "./firefox-panel.ts";
import { startFirefox } from "./firefox-process.ts";
import { type ChromeScript, runInChrome } from "./firefox-toolbox.ts";
import { type Marionette, valueOf } from "./marionette.ts";

const EXTENSION = new URL("../../dist/firefox", import.meta.url).pathname;

/** Firefox with the extension. `hosts` on port 443 are led to the stand-in's port on the loopback address. */
export async function launchFirefox(
  hosts: readonly string[],
  port: number,
  { visible = false }: LaunchOptions = {},
): Promise<BrowserSession> {
  const proxy = await startNameProxy(hosts, port);
  const { marionette, ended, close } = await startFirefox(proxy.port, visible);
  const { sessionId, capabilities } = readSession(
    // Flat capabilities: Marionette ignores geckodriver's `alwaysMatch`.
    await marionette.send("WebDriver:NewSession", { acceptInsecureCerts: true }),
  );
  const chrome = (script: ChromeScript, argument?: unknown) => runInChrome(marionette, sessionId, script, argument);
  await marionette.send("Addon:Install", { path: EXTENSION, temporary: true });
  await chrome("watchRequests");
  const firstTab = String(valueOf(await marionette.send("WebDriver:GetWindowHandle")));
  return {
    name: "firefox",
    version: capabilities.browserVersion,
    openTab: async () => {
      // Through Marionette, which waits for page loads only in the tab that it believes to be the current one.
      const handle = readHandle(await marionette.send("WebDriver:NewWindow", { type: "tab", focus: true }));
      await marionette.send("WebDriver:SwitchToWindow", { handle, focus: true });
      await chrome("openToolbox");
      return firefoxTab(marionette, chrome, { handle, firstTab });
    },
    openExtensionPage: async (path) => {
      const before = valueOf(await marionette.send("WebDriver:GetWindowHandle"));
      const address = String(await chrome("extensionAddress"));
      const handle = readHandle(await marionette.send("WebDriver:NewWindow", { type: "tab", focus: true }));
      const act = async <R>(inPage: () => Promise<R>): Promise<R> => {
        await marionette.send("WebDriver:SwitchToWindow", { handle, focus: true });
        await chrome("actInPage");
        try {
          return await inPage();
        } finally {
          // The panel is that of the selected tab.
          await marionette.send("WebDriver:SwitchToWindow", { handle: before, focus: true });
        }
      };
      await act(() => marionette.send("WebDriver:Navigate", { url: new URL(path, address).href }));
      return {
        ...firefoxPanel(marionette, { act, focus: () => Promise.resolve() }),
        close: async () => {
          await marionette.send("WebDriver:SwitchToWindow", { handle, focus: true });
          await chrome("actInPage");
          await marionette.send("WebDriver:CloseWindow");
          await marionette.send("WebDriver:SwitchToWindow", { handle: before, focus: true });
        },
      };
    },
    setTheme: async (theme) => {
      await chrome("setTheme", theme);
    },
    readClipboard: async () => String(await chrome("readClipboard")),
    takeErrors: async () =>
      // Firefox's own remark on a page that went while it was asking the browser something.
      asStrings(await chrome("takeErrors")).filter((error) => !error.includes("resolved after context unloaded")),
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
  { handle, firstTab }: { readonly handle: unknown; readonly firstTab: string },
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
    bringToFront: async () => {
      await marionette.send("WebDriver:SwitchToWindow", { handle, focus: true });
    },
    setWidth: async (pixels) => {
      // The window itself cannot be made so narrow, a toolbox on its right side can.
      await chrome("dock", ["right", pixels]);
    },
    close: async () => {
      await marionette.send("WebDriver:SwitchToWindow", { handle, focus: true });
      await chrome("closeToolbox");
      await inPage(() => marionette.send("WebDriver:CloseWindow"));
      await marionette.send("WebDriver:SwitchToWindow", { handle: firstTab, focus: true });
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
