import type { BrowserContext, CDPSession, Frame, Page } from "playwright";
import { startStandIn } from "../demo/stand-in/server.ts";
import { builtExtension } from "./built-extension.ts";
import { DEMO_HOST } from "../demo/stand-in/hosts.ts";
import { frameOf, SHOW_PANEL, startChromium } from "../e2e/harness/chromium-process.ts";

/** Folder of the extension that is the measure. */
export const BARE = new URL("bare-extension", import.meta.url).pathname;
const BARE_PAGE = "/bare.html";
const RECORDER_PAGE = "/src/entry/devtools.html";
const PANEL_PAGE = "/src/entry/panel.html";

/** none: DevTools without an extension. bare: the measure. closed, open: Faultline, its panel never or always shown. */
export type Setup = "none" | "bare" | "closed" | "open";

/** What the pages of one extension cost: they share a process, and so a main thread and a heap. */
export type Meter = {
  /** Seconds of main-thread work so far. NaN without an extension. */
  readonly taskSeconds: () => Promise<number>;
  /** The same in processor time: without what a task waits for a core that another process has. */
  readonly processorSeconds: () => Promise<number>;
  /** Bytes of live JavaScript objects, after a garbage collection. */
  readonly heapBytes: () => Promise<number>;
};

/** A browser with DevTools open on the demo page, and its extension measured. */
export type RecordingRun = Meter & {
  readonly devtools: Page;
  /** Calls the API `count` times, `at once` of them together, each answered by an error. Milliseconds in the page. */
  readonly burst: (count: number, atOnce: number) => Promise<number>;
  /** Waits until the extensions have no more to do; as long as it takes to see that, without one. */
  readonly settled: () => Promise<void>;
  /** The bare extension if it is in the browser, alone or beside Faultline; NaN otherwise. */
  readonly bare: Meter;
  readonly openPanel: () => Promise<Frame>;
  readonly end: () => Promise<void>;
};

/**
 * Starts a browser of its own, so that no run sees what another left behind; with `beside`, the bare extension is in it as
 * well, before or after Faultline. What runs in pages is given as text: the compiler that runs this adds names to
 * functions, and a page does not know how.
 */
export async function startRecording(setup: Setup, beside?: "before" | "behind"): Promise<RecordingRun> {
  const standIn = await startStandIn();
  const { context, remove } = await startChromium({
    extensions: await extensionsOf(setup, beside),
    hosts: standIn.hosts,
    port: standIn.port,
    visible: false,
  });
  // Runs in every frame before its own scripts; only the panel's has rows.
  await context.addInitScript(WATCH_FIRST_ROW);
  await Promise.all(context.pages().map((page) => page.close()));
  const opened = context.waitForEvent("page", (page) => page.url().startsWith("devtools://"));
  const page = await context.newPage();
  const devtools = await opened;
  await devtools.setViewportSize({ width: 1200, height: 800 });
  const meterOf = async (path: string): Promise<Meter> => createMeter(context, await frameOf(devtools, path));
  const bare = setup === "bare" || beside !== undefined ? await meterOf(BARE_PAGE) : NO_METER;
  const measured = setup === "none" ? NO_METER : setup === "bare" ? bare : await meterOf(RECORDER_PAGE);
  await page.goto(`https://${DEMO_HOST}/`);
  const openPanel = async (): Promise<Frame> => {
    await devtools.evaluate(SHOW_PANEL);
    return frameOf(devtools, PANEL_PAGE);
  };
  if (setup === "open") await openPanel();

  const settled = async (): Promise<void> => {
    const meters = [measured, bare].filter((meter) => meter !== NO_METER);
    let last = Number.NEGATIVE_INFINITY;
    for (;;) {
      const seconds = await Promise.all(meters.map((meter) => meter.taskSeconds()));
      const now = seconds.reduce((sum, each) => sum + each, 0);
      // An idle page still has its once-a-second clock.
      if (now - last < 0.01) return;
      last = now;
      await page.waitForTimeout(400);
    }
  };
  return {
    ...measured,
    bare,
    devtools,
    burst: (count, atOnce) => page.evaluate(`(${BURST})(${count}, ${atOnce})`),
    settled,
    openPanel,
    end: async () => {
      await remove();
      await standIn.stop();
    },
  };
}

async function extensionsOf(setup: Setup, beside: "before" | "behind" | undefined): Promise<readonly string[]> {
  if (setup === "none") return [];
  if (setup === "bare") return [BARE];
  const faultline = await builtExtension("chrome");
  if (beside === undefined) return [faultline];
  return beside === "before" ? [BARE, faultline] : [faultline, BARE];
}

const NO_METER: Meter = {
  taskSeconds: async () => Number.NaN,
  processorSeconds: async () => Number.NaN,
  heapBytes: async () => Number.NaN,
};

async function createMeter(context: BrowserContext, frame: Frame): Promise<Meter> {
  const meter = await context.newCDPSession(frame);
  await meter.send("Performance.enable");
  // Each session has its own clock.
  const processorMeter = await context.newCDPSession(frame);
  await processorMeter.send("Performance.enable", { timeDomain: "threadTicks" });
  const metric = async (session: CDPSession, name: string): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find((candidate) => candidate.name === name)?.value ?? Number.NaN;
  };
  return {
    taskSeconds: () => metric(meter, "TaskDuration"),
    processorSeconds: () => metric(processorMeter, "TaskDuration"),
    heapBytes: async () => {
      await meter.send("HeapProfiler.collectGarbage");
      return metric(meter, "JSHeapUsedSize");
    },
  };
}

/** Every call is another resource and has no key: a 401 with an error envelope, without a preflight. */
const BURST = `async (count, atOnce) => {
  const began = performance.now();
  let next = 0;
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (next < count) {
      next += 1;
      const response = await fetch("https://api.urblock.io/v1/tokens/" + next);
      await response.text();
    }
  }));
  return performance.now() - began;
}`;

const WATCH_FIRST_ROW = `
if (location.pathname.endsWith(${JSON.stringify(PANEL_PAGE)})) {
  const observer = new MutationObserver(() => {
    if (document.querySelector("[role=row][aria-selected]") === null) return;
    observer.disconnect();
    window.firstRowAt = performance.now();
  });
  observer.observe(document, { childList: true, subtree: true });
}`;
