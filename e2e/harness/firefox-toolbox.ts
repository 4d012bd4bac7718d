import { type Marionette, valueOf } from "./marionette.ts";

/*
 * What Firefox's remote protocol does not offer, as scripts in its chrome context. They use the internals of Firefox
 * (see docs/browser-notes.md, "Driving the panel"), which have no types, and so they are text.
 */

/** Members that every script finds in scope. */
const PRELUDE = `
  const win = Services.wm.getMostRecentBrowserWindow();
  const { require } = ChromeUtils.importESModule("resource://devtools/shared/loader/Loader.sys.mjs");
  const { gDevTools } = require("devtools/client/framework/devtools");
  const toolbox = () => gDevTools.getToolboxForTab(win.gBrowser.selectedTab);
  const tool = () => toolbox()?.getAdditionalTools().find((one) => one.label === "Faultline");
  const panelBrowser = () => toolbox().doc.getElementById("toolbox-panel-iframe-" + tool().id)
    ?.contentDocument.getElementById("webext-panels-browser");
  const until = async (hold) => {
    for (;;) {
      const value = hold();
      if (value) return value;
      await new Promise((resolve) => win.setTimeout(resolve, 20));
    }
  };
  const { getWebDriverSessionById } = ChromeUtils.importESModule("chrome://remote/content/shared/webdriver/Session.sys.mjs");
  const actIn = (context) => { getWebDriverSessionById(arguments[0]).contentBrowsingContext = context; };
  const watch = win.faultlineWatch ??= { errors: [], requests: [] };
`;

/** Script bodies; `arguments[1]` is what `runInChrome` is given. */
export const CHROME_SCRIPTS = {
  /** Collects what the extension's pages ask for over the network. */
  watchRequests: `
    Services.obs.addObserver({
      observe: (subject) => {
        const channel = subject.QueryInterface(Ci.nsIHttpChannel);
        const asker = channel.loadInfo.triggeringPrincipal ?? channel.loadInfo.loadingPrincipal;
        watch.seen = (watch.seen ?? 0) + 1;
        if (asker?.schemeIs?.("moz-extension")) watch.requests.push(channel.URI.spec);
      },
    }, "http-on-opening-request");
    Services.console.reset();
  `,
  takeRequests: `const taken = watch.requests; watch.requests = []; return taken;`,
  takeErrors: `
    const taken = Services.console.getMessageArray()
      .filter((message) => message instanceof Ci.nsIScriptError)
      // A file that is missing is only a warning to Firefox.
      .filter(({ flags, errorMessage }) =>
        !(flags & Ci.nsIScriptError.warningFlag) || errorMessage.startsWith("Loading failed"))
      .map((message) => message.errorMessage + " " + message.sourceName + ":" + message.lineNumber)
      .filter((text) => text.includes("moz-extension:"));
    Services.console.reset();
    return taken;
  `,
  /** The toolbox of the selected tab, open on a tool that leaves the network monitor alone. */
  openToolbox: `
    await gDevTools.showToolboxForTab(win.gBrowser.selectedTab, { toolId: "options", hostType: "bottom" });
  `,
  awaitTool: `await until(tool);`,
  closeToolbox: `await toolbox()?.destroy();`,
  actInPage: `actIn(win.gBrowser.selectedBrowser.browsingContext);`,
  extensionAddress: `return WebExtensionPolicy.getByID("faultline@faultline-devtools").getURL("/");`,
  actInPanel: `actIn(panelBrowser().browsingContext);`,
  /** The extension's hidden page of the toolbox. */
  actInRecorder: `
    const { extension } = WebExtensionPolicy.getByID("faultline@faultline-devtools");
    actIn([...extension.views].find(({ viewType }) => viewType === "devtools_page").xulBrowser.browsingContext);
  `,
  reloadExtension: `
    const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
    await (await AddonManager.getAddonByID("faultline@faultline-devtools")).reload();
    // A toolbox that is closed while the new version comes into it leaves a page of it half made, and Firefox says so.
    await until(tool);
  `,
  showPanel: `
    await toolbox().selectTool(tool().id);
    await until(() => panelBrowser()?.browsingContext?.currentWindowGlobal?.documentURI.schemeIs("moz-extension"));
  `,
  /** Another tool of the toolbox. */
  showTool: `await toolbox().selectTool(arguments[1]);`,
  dock: `
    const [place, width] = arguments[1];
    const before = panelBrowser()?.browsingContext?.id;
    if (toolbox().hostType === place) {
      // Nothing moves, so the panel is not rebuilt: only its frame takes the width.
      if (width !== null) toolbox().win.browsingContext.embedderElement.style.width = width + "px";
      return;
    }
    if (width !== null) Services.prefs.setIntPref("devtools.toolbox.sidebar.width", width);
    await toolbox().switchHost(place);
    if (before === undefined) return;
    await until(() => {
      const context = panelBrowser()?.browsingContext;
      return context && context.id !== before && context.currentWindowGlobal?.documentURI.schemeIs("moz-extension");
    });
  `,
  /** The picture on the panel's tab, as wide as it was drawn: 0 if it could not be loaded. */
  readIconWidth: `
    const image = toolbox().doc.querySelector("#toolbox-tab-" + tool().id + " img");
    await until(() => image.complete);
    return image.naturalWidth;
  `,
  focusPanel: `Services.focus.activeWindow = panelBrowser().ownerDocument.defaultView.top; panelBrowser().focus();`,
  setTheme: `Services.prefs.setStringPref("devtools.theme", arguments[1]);`,
  setPreference: `
    const [name, value] = arguments[1];
    if (value === null) Services.prefs.clearUserPref(name);
    else Services.prefs.setStringPref(name, value);
  `,
  readClipboard: `return await win.navigator.clipboard.readText();`,
} as const;

export type ChromeScript = keyof typeof CHROME_SCRIPTS;

/** Runs one of the scripts in the chrome context of a session, then goes back to the content context. */
export async function runInChrome(
  marionette: Marionette,
  sessionId: string,
  script: ChromeScript,
  argument?: unknown,
): Promise<unknown> {
  await marionette.send("Marionette:SetContext", { value: "chrome" });
  try {
    const answer = await marionette.send("WebDriver:ExecuteScript", {
      script: `${PRELUDE}; return (async () => {${CHROME_SCRIPTS[script]}})();`,
      args: [sessionId, argument ?? null],
      sandbox: "system",
      newSandbox: false,
    });
    return valueOf(answer);
  } finally {
    await marionette.send("Marionette:SetContext", { value: "content" });
  }
}
