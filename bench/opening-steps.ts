import type { Frame } from "playwright";
import type { RecordingRun } from "./recording-run.ts";

/** Typed one by one into the filter. */
export const KEYSTROKES = "status:401";
/** Frames that a list is scrolled for. */
export const FRAMES = 240;

/** Main-thread milliseconds of the extension's pages, by the clock and of a processor. */
export type KeystrokeCost = { readonly taskMs: number; readonly processorMs: number };

/** What a step in the panel's frame costs, from its beginning until it has ended. */
export async function keystrokeCost(run: RecordingRun, step: () => Promise<unknown>): Promise<KeystrokeCost> {
  const taskBefore = await run.taskSeconds();
  const processorBefore = await run.processorSeconds();
  await step();
  return {
    taskMs: ((await run.taskSeconds()) - taskBefore) * 1000,
    processorMs: ((await run.processorSeconds()) - processorBefore) * 1000,
  };
}

/** Milliseconds of each frame while the list is scrolled by several rows in every one. */
export function framesOfScrolling(panel: Frame, list: string): Promise<readonly number[]> {
  return panel.evaluate<readonly number[]>(`(async () => {
    const list = document.querySelector(${JSON.stringify(list)});
    list.scrollTop = 0;
    const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await drawn();
    const frames = [];
    let last = await drawn();
    for (let frame = 0; frame < ${FRAMES}; frame += 1) {
      list.scrollTop += 90;
      const now = await drawn();
      frames.push(now - last);
      last = now;
    }
    return frames;
  })()`);
}
