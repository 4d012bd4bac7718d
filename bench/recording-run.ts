import type { CDPSession, Frame, Page } from "playwright";
import { startStandIn } from "../demo/stand-in/server.ts";
import { builtExtension } from "./built-extension.ts";
import { DEMO_HOST } from "../demo/stand-in/hosts.ts";
import { frameOf, SHOW_PANEL, startChromium } from "../e2e/harness/chromium-process.ts";

/** Folder of the extension that is the measure. */
export const BARE = new URL("bare-extension", import.meta.url).pathname;
const PANEL_PAGE = "/src/entry/panel.html";

/** none: DevTools without an extension. bare: the measure. closed, open: Faultline, its panel never or always shown. */
export type Setup = "none" | "bare" | "closed" | "open";

/** A browser with DevTools open on the demo page, and the main thread of the extension's pages measured. */
export type RecordingRun = {
  readonly devtools: Page;
  /** Calls the API `count` times, `at once` of them together, each answered by an error. Milliseconds in the page. */
  readonly burst: (count: number, atOnce: number) => Promise<number>;
  /** Waits until the extension has no more to do; as long as it takes to see that, without one. */
  readonly settled: () => Promise<void>;
  /** Seconds of main-thread work so far; waits until there is no more. NaN without an extension. */
  readonly taskSeconds: () => Promise<number>;
  /** The same without waiting. */
  readonly taskSecondsNow: () => Promise<number>;
  /** The same in processor time: without what a task waits for a core that another process has. */
  readonly processorSeconds: () => Promise<number>;
  /** Bytes of live JavaScript objects, after a garbage collection. */
  readonly heapBytes: () => Promise<number>;
  readonly openPanel: () => Promise<Frame>;
  readonly end: () => Promise<void>;
};

/**
 * Starts a browser of its own, so that no run sees what another left behind. What runs in pages is given as text:
 * the compiler that runs this adds names to functions, and a page does not know how.
 */
export async function startRecording(setup: Setup): Promise<RecordingRun> {
  const standIn = await startStandIn();
  const { context, remove } = await startChromium({
    extension: setup === "none" ? null : setup === "bare" ? BARE : await builtExtension("chrome"),
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
  let meter: CDPSession | undefined;
  let processorMeter: CDPSession | undefined;
  if (setup !== "none") {
    const recorder = await frameOf(devtools, "devtools.html");
    // All pages of one extension share a process, and so a main thread and a heap.
    meter = await context.newCDPSession(recorder);
    await meter.send("Performance.enable");
    // Each session has its own clock.
    processorMeter = await context.newCDPSession(recorder);
    await processorMeter.send("Performance.enable", { timeDomain: "threadTicks" });
  }
  await page.goto(`https://${DEMO_HOST}/`);
  const openPanel = async (): Promise<Frame> => {
    await devtools.evaluate(SHOW_PANEL);
    return frameOf(devtools, PANEL_PAGE);
  };
  if (setup === "open") await openPanel();

  const metric = async (name: string, session = meter): Promise<number> => {
    const metrics = (await session?.send("Performance.getMetrics"))?.metrics ?? [];
    return metrics.find((candidate) => candidate.name === name)?.value ?? Number.NaN;
  };
  const taskSeconds = async (): Promise<number> => {
    let last = await metric("TaskDuration");
    for (;;) {
      await page.waitForTimeout(400);
      const now = await metric("TaskDuration");
      // An idle page still has its once-a-second clock.
      if (meter === undefined || now - last < 0.01) return now;
      last = now;
    }
  };
  return {
    devtools,
    burst: (count, atOnce) => page.evaluate(`(${BURST})(${count}, ${atOnce})`),
    settled: async () => void (await taskSeconds()),
    taskSeconds,
    taskSecondsNow: () => metric("TaskDuration"),
    processorSeconds: () => metric("TaskDuration", processorMeter),
    heapBytes: async () => {
      await meter?.send("HeapProfiler.collectGarbage");
      return metric("JSHeapUsedSize");
    },
    openPanel,
    end: async () => {
      await remove();
      await standIn.stop();
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
