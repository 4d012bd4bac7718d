import { type Figure, median } from "./figure.ts";
import { type Setup, startRecording } from "./recording-run.ts";

const ROUNDS = 5;
const CALLS = 1_000;

/** How much slower the inspected page's own calls become, beside DevTools without any extension. */
export async function benchPageBurst(): Promise<readonly Figure[]> {
  const without: number[] = [];
  const withBare: number[] = [];
  const withPanel: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    without.push(await burstMs("none"));
    withBare.push(await burstMs("bare"));
    withPanel.push(await burstMs("open"));
  }
  return [
    { name: `page's burst of ${CALLS} calls, DevTools without an extension`, value: median(without), unit: "ms" },
    {
      name: `page's burst of ${CALLS} calls, the bare extension, beside without`,
      value: median(withBare) / median(without),
      unit: "×",
    },
    {
      name: `page's burst of ${CALLS} calls, panel open, beside without`,
      value: median(withPanel) / median(without),
      unit: "×",
      limit: 1.05,
    },
  ];
}

async function burstMs(setup: Setup): Promise<number> {
  const run = await startRecording(setup);
  try {
    await run.burst(100, 20);
    return await run.burst(CALLS, 20);
  } finally {
    await run.end();
  }
}
