import browser from "webextension-polyfill";
import type { Feed, Unsubscribe } from "../exchange/feed.ts";
import type { Theme } from "./theme.ts";

/** What the DevTools page gives to the panel's page. Plain functions and data: the two pages share one process. */
export type PanelLink = { readonly feed: Feed; readonly theme: Theme };

declare global {
  interface Window {
    /** Set by the DevTools page if the panel's script has not run yet. */
    faultlineLink?: PanelLink;
    /** Set by the panel's script if the DevTools page has not called yet. */
    connectFaultline?: (link: PanelLink) => void;
  }
}

/** Name of the channel on which a page of the panel says that it has been loaded. */
const LOADED = "faultline-panel-loaded";

/**
 * Creates the panel's tab. `link` goes to the panel's window each time it is shown: Firefox builds a new window whenever
 * the toolbox is docked elsewhere. It is sent again after the page in it reloads ("Reload frame" in
 * Chromium's menu), of which `onShown` says nothing. Paths begin with a slash, because Firefox takes others as relative
 * to this page and Chromium as relative to the root.
 */
export async function createPanel(link: PanelLink): Promise<void> {
  const panel = await browser.devtools.panels.create("Faultline", "/icons/32.png", "/src/entry/panel.html");
  let shown: Window | undefined;
  const handOver = (panelWindow: Window): void => {
    if (panelWindow.connectFaultline === undefined) panelWindow.faultlineLink = link;
    else panelWindow.connectFaultline(link);
  };
  panel.onShown.addListener((panelWindow) => {
    shown = panelWindow;
    handOver(panelWindow);
  });
  // Every tab's panel is heard here; one that has its link already takes no second.
  new BroadcastChannel(LOADED).addEventListener("message", () => {
    try {
      if (shown !== undefined) handOver(shown);
    } catch {
      // Firefox: a window that went with its dock can no longer be touched. `onShown` reports the next one.
      shown = undefined;
    }
  });
}

/** In the panel's page: calls `onLink` once, now or as soon as the DevTools page has handed its link over. */
export function receiveLink(onLink: (link: PanelLink) => Unsubscribe): void {
  const connect = (link: PanelLink): void => {
    window.connectFaultline = () => undefined;
    const leave = onLink(link);
    const leaveIfThere = (): void => {
      try {
        leave();
      } catch {
        // Firefox: if the DevTools page went first, as when the extension is replaced, the link is already gone.
      }
    };
    window.addEventListener("pagehide", leaveIfThere, { once: true });
  };
  if (window.faultlineLink !== undefined) {
    connect(window.faultlineLink);
    return;
  }
  window.connectFaultline = connect;
  const channel = new BroadcastChannel(LOADED);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin to name
  channel.postMessage(null);
  channel.close();
}
