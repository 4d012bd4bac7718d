import { DEMO_HOST } from "../demo/stand-in/hosts.ts";
import { startStandIn } from "../demo/stand-in/server.ts";
import type { Tab } from "../e2e/harness/browser-session.ts";
import { launchFirefox } from "../e2e/harness/firefox.ts";
import { builtExtension } from "./built-extension.ts";
import { type Figure, median } from "./figure.ts";
import { FRAMES, KEYSTROKES } from "./opening-steps.ts";
import { BARE, type Setup } from "./recording-run.ts";

const RECORDED = 10_000;
const CALLS = 1_000;
const CALLS_AT_ONCE = 20;
const ROUNDS = 3;

/**
 * The figures that Firefox's pages can measure themselves, by the clock: Firefox gives no outside program the time of a main
 * thread or the heap of one process. A frame is one of a display of 60 Hz, so nothing takes less than 16.7 ms.
 */
export async function benchFirefox(): Promise<readonly Figure[]> {
  return [...(await openingFigures()), ...(await burstFigures())];
}

async function openingFigures(): Promise<readonly Figure[]> {
  return withTab("closed", async (tab) => {
    for (let sent = 0; sent < RECORDED; sent += CALLS) await tab.evaluate(burst, [CALLS, CALLS_AT_ONCE]);
    const panel = await tab.openPanel();
    const firstRow = await panel.evaluate(untilFirstRow, null);
    await panel.evaluate(untilRows, RECORDED);
    const idle = await panel.evaluate(type, null);
    const keystrokes: number[] = [];
    for (let typed = 1; typed <= KEYSTROKES.length; typed += 1)
      keystrokes.push(await panel.evaluate(type, KEYSTROKES.slice(0, typed)));
    const frames = await panel.evaluate(scroll, FRAMES);
    return [
      { name: "first rows seen after the frame's load, 10,000 recorded", value: firstRow, unit: "ms" },
      { name: "two frames of a page that does nothing", value: idle, unit: "ms" },
      { name: "two frames from a filter keystroke over 10,000 rows, median", value: median(keystrokes), unit: "ms" },
      { name: "two frames from a filter keystroke, longest", value: Math.max(...keystrokes), unit: "ms" },
      { name: "scrolling 10,000 rows, median frame", value: median(frames), unit: "ms" },
      { name: "scrolling 10,000 rows, longest frame", value: Math.max(...frames), unit: "ms" },
    ];
  });
}

async function burstFigures(): Promise<readonly Figure[]> {
  const without: number[] = [];
  const bare: number[] = [];
  const closed: number[] = [];
  const open: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    without.push(await burstMs("none"));
    bare.push(await burstMs("bare"));
    closed.push(await burstMs("closed"));
    open.push(await burstMs("open"));
  }
  return [
    {
      name: `page's burst of ${CALLS} calls, toolbox open without an extension`,
      value: median(without),
      unit: "ms",
    },
    {
      name: `page's burst of ${CALLS} calls, the bare extension, beside without`,
      value: median(bare) / median(without),
      unit: "×",
    },
    {
      name: `page's burst of ${CALLS} calls, panel never opened, beside without`,
      value: median(closed) / median(without),
      unit: "×",
    },
    {
      name: `page's burst of ${CALLS} calls, panel open, beside without`,
      value: median(open) / median(without),
      unit: "×",
    },
  ];
}

async function burstMs(setup: Setup): Promise<number> {
  return withTab(setup, async (tab) => {
    await tab.evaluate(burst, [100, CALLS_AT_ONCE]);
    return tab.evaluate(burst, [CALLS, CALLS_AT_ONCE]);
  });
}

/** A Firefox of its own with the toolbox open on the demo page. */
async function withTab<R>(setup: Setup, measure: (tab: Tab) => Promise<R>): Promise<R> {
  const standIn = await startStandIn();
  const extension = setup === "none" ? null : setup === "bare" ? BARE : await builtExtension("firefox");
  const hasPanel = setup === "closed" || setup === "open";
  const browser = await launchFirefox(standIn.hosts, standIn.port, { extension, hasPanel });
  try {
    const tab = await browser.openTab();
    await tab.goto(`https://${DEMO_HOST}/`);
    if (setup === "open") await tab.openPanel();
    return await measure(tab);
  } finally {
    await browser.close();
    await standIn.stop();
  }
}

/*
 * What runs in pages. The compiler that runs this adds a name to each function that is kept in a variable, and a page
 * does not know how: so none is.
 */

/** Milliseconds that the page takes for so many calls to the API, so many of them together. */
async function burst([count, atOnce]: readonly [number, number]): Promise<number> {
  const began = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < count) {
        next += 1;
        const response = await fetch(`https://api.urblock.io/v1/tokens/${next}`);
        await response.text();
      }
    }),
  );
  return performance.now() - began;
}

/** Milliseconds from the load event of the panel's frame until a row was seen in it, looked for once a frame. */
async function untilFirstRow(): Promise<number> {
  while (document.querySelector("[role=row][aria-selected]") === null)
    await new Promise((resolve) => requestAnimationFrame(resolve));
  const [navigation] = performance.getEntriesByType("navigation");
  return performance.now() - (navigation instanceof PerformanceNavigationTiming ? navigation.loadEventEnd : Number.NaN);
}

async function untilRows(count: number): Promise<void> {
  while (Number(document.querySelector("[role=grid]")?.getAttribute("aria-rowcount")) <= count)
    await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Puts the text into the filter as a key does; milliseconds until the second frame after it. Null: nothing is done. */
async function type(text: string | null): Promise<number> {
  const input = document.querySelector<HTMLInputElement>(".filter-input");
  if (input === null) throw new Error("The panel has no filter field.");
  input.focus();
  const began = performance.now();
  if (text !== null) {
    input.value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  return performance.now() - began;
}

/** Milliseconds of each frame while the grid is scrolled by several rows in every one. */
async function scroll(count: number): Promise<readonly number[]> {
  const grid = document.querySelector("[role=grid]");
  if (grid === null) throw new Error("The panel shows no grid.");
  grid.scrollTop = 0;
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const frames: number[] = [];
  let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
  for (let frame = 0; frame < count; frame += 1) {
    grid.scrollTop += 90;
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    frames.push(now - last);
    last = now;
  }
  return frames;
}
