// Opens the panel on the demo page and the stand-in: in a window, or without a display for screenshots. See start.mjs.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { demoSite } from "../demo/serve-app.ts";
import { DEMO_ORIGIN } from "../demo/stand-in/hosts.ts";
import { startStandIn } from "../demo/stand-in/server.ts";
import type { BrowserSession } from "../e2e/harness/browser-session.ts";
import { launchChromium } from "../e2e/harness/chromium.ts";
import { launchFirefox } from "../e2e/harness/firefox.ts";
import { takeScreenshots } from "./screenshots.ts";

/** Windows of half a minute: short enough to see one fill up, count down and open again. */
const WINDOW_SECONDS = 30;
const LIMITS = {
  blocksecops: { limit: 30, windowSeconds: WINDOW_SECONDS, uploadLimitBytes: 1_000_000 },
  chainguard: { limit: 30, windowSeconds: WINDOW_SECONDS },
  urblock: { limit: 50, windowSeconds: WINDOW_SECONDS },
};

/** What the tour of the demo page ends with. */
const LAST_CODE = "RATE_LIMIT_EXCEEDED";

const firefox = process.argv.includes("--firefox");
const visible = hasDisplay() && !process.argv.includes("--headless");
const artifacts = fileURLToPath(new URL("../artifacts", import.meta.url));

const standIn = await startStandIn({ site: await demoSite(), limits: LIMITS });
const launch = firefox ? launchFirefox : launchChromium;
const session = await launch(standIn.hosts, standIn.port, { visible });
try {
  if (visible) await show(session);
  else await photograph(session);
} finally {
  await session.close();
  await standIn.stop();
}

async function show(browser: BrowserSession): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  const tab = await browser.openTab();
  await tab.goto(`${DEMO_ORIGIN}/?live`);
  await tab.openPanel();
  console.log(
    `\nMintboard runs at ${DEMO_ORIGIN} in ${browser.name} ${browser.version}, with Faultline in its DevTools.`,
  );
  console.log("Its buttons provoke every documented error. Close the window or press Ctrl+C to stop.");
  await tab.evaluate(() => void window.demo.tour(), null);
  await Promise.race([stopped, browser.closed]);
}

async function photograph(browser: BrowserSession): Promise<void> {
  mkdirSync(artifacts, { recursive: true });
  const tab = await browser.openTab();
  await tab.goto(DEMO_ORIGIN);
  console.log(`No display: running the demo in ${browser.name} ${browser.version} without a window.`);
  // Not waited for: what ends it is looked for in the panel.
  await tab.evaluate(() => void window.demo.tour(), null);
  const files = await takeScreenshots(browser, tab, LAST_CODE, (name) =>
    join(artifacts, `${browser.name}-${name}.png`),
  );
  console.log(`\nScreenshots of the panel:\n${files.map((file) => `  ${file}`).join("\n")}`);
}

/** Whether a window can be shown. Only Linux has machines without a display server that still run programs. */
function hasDisplay(): boolean {
  if (process.platform !== "linux") return true;
  return (process.env["DISPLAY"] ?? "") !== "" || (process.env["WAYLAND_DISPLAY"] ?? "") !== "";
}
