import { createHash, X509Certificate } from "node:crypto";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "node:tls";
import { chromium, type BrowserContext, type Frame, type Page } from "playwright";
import { findChromium } from "../../scripts/browsers.mjs";

/** Shows the panel by DevTools' own modules; the id of its view is the extension's origin and the panel's title. */
export const SHOW_PANEL = `(async () => {
  const UI = await import("./ui/legacy/legacy.js");
  const views = UI.ViewManager.ViewManager.instance();
  const id = [...views.views.keys()].find((key) => key.startsWith("chrome-extension://") && key.endsWith("Faultline"));
  await views.showView(id);
})()`;

/** The id of the tool that DevTools shows. */
export const READ_TOOL = `(async () => {
  const UI = await import("./ui/legacy/legacy.js");
  return UI.InspectorView.InspectorView.instance().tabbedPane.selectedTabId;
})()`;

/**
 * DevTools below the page for people; for tests in a window of its own, whose whole width is the panel's.
 * Values are JSON in JSON.
 */
function preferences(visible: boolean): string {
  return JSON.stringify({ devtools: { preferences: { currentDockState: visible ? '"bottom"' : '"undocked"' } } });
}

export type ChromiumOptions = {
  /** Folders of unpacked extensions. */
  readonly extensions: readonly string[];
  /** Led, on port 443, to `port` on the loopback address. */
  readonly hosts: readonly string[];
  readonly port: number;
  readonly visible: boolean;
  readonly moreArguments?: readonly string[];
};

export type ChromiumProcess = {
  readonly context: BrowserContext;
  /** Ends the browser and removes its profile. */
  readonly remove: () => Promise<void>;
};

/** Starts Chromium with a new profile; every tab opens DevTools. */
export async function startChromium(options: ChromiumOptions): Promise<ChromiumProcess> {
  const { extensions, hosts, port, visible, moreArguments = [] } = options;
  const executablePath = await findChromium();
  if (executablePath === null) throw new Error("No Chromium was found; FAULTLINE_CHROMIUM can name one.");
  const profile = await mkdtemp(join(tmpdir(), "faultline-chromium-"));
  await mkdir(join(profile, "Default"));
  await writeFile(join(profile, "Default", "Preferences"), preferences(visible));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: !visible,
    // Playwright would end the whole process on Ctrl+C; who shows a window wants to close it in order.
    handleSIGINT: !visible,
    handleSIGTERM: !visible,
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: null,
    // Extension pages need no permission for the clipboard; reading it back in a test does.
    permissions: ["clipboard-read"],
    ignoreDefaultArgs: ["--disable-extensions"],
    args: [
      ...(extensions.length === 0
        ? []
        : [`--disable-extensions-except=${extensions.join(",")}`, `--load-extension=${extensions.join(",")}`]),
      "--auto-open-devtools-for-tabs",
      visible ? "--start-maximized" : "--window-size=1400,900",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      // Trusting this one key, not ignoring errors: Chromium caches nothing that came with a certificate error.
      `--ignore-certificate-errors-spki-list=${await keyFingerprint(port)}`,
      `--host-resolver-rules=${hosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`).join(",")}`,
      ...moreArguments,
    ],
  });
  return {
    context,
    remove: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** SHA-256 of the public key that the stand-in on this port shows, as Chromium wants it. */
async function keyFingerprint(port: number): Promise<string> {
  const socket = connect({ host: "127.0.0.1", port, rejectUnauthorized: false });
  await once(socket, "secureConnect");
  const key = new X509Certificate(socket.getPeerCertificate().raw).publicKey.export({ type: "spki", format: "der" });
  socket.destroy();
  return createHash("sha256").update(key).digest("base64");
}

/** The loaded frame of an extension page inside DevTools. */
export async function frameOf(devtools: Page, path: string): Promise<Frame> {
  const find = (): Frame | undefined => devtools.frames().find((frame) => frame.url().endsWith(path));
  const found = find() ?? (await devtools.waitForEvent("framenavigated", (frame) => frame.url().endsWith(path)));
  await found.waitForLoadState("load");
  return found;
}
