import { type Figure, median } from "./figure.ts";
import { type Setup, startRecording } from "./recording-run.ts";

const ROUNDS = 9;
const CALLS = 1_000;

/** How much slower the inspected page's own calls become, beside DevTools without any extension. */
export async function benchPageBurst(): Promise<readonly Figure[]> {
  const rounds: Readonly<Record<Setup, number>>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const none = await burstMs("none");
    const bare = await burstMs("bare");
    const closed = await burstMs("closed");
    rounds.push({ none, bare, closed, open: await burstMs("open") });
  }
  // Within each round, for what slows the machine for a while slows all four; then the middle one of the rounds.
  const beside = (setup: Setup): number => median(rounds.map((round) => round[setup] / round.none));
  const name = `page's burst of ${CALLS} calls`;
  return [
    { name: `${name}, DevTools without an extension`, value: median(rounds.map(({ none }) => none)), unit: "ms" },
    { name: `${name}, the bare extension, beside without`, value: beside("bare"), unit: "×" },
    { name: `${name}, panel never opened, beside without`, value: beside("closed"), unit: "×", limit: 1.05 },
    { name: `${name}, panel open, beside without`, value: beside("open"), unit: "×", limit: 1.05 },
  ];
}

async function burstMs(setup: Setup): Promise<number> {
  const run = await startRecording(setup);
  try {
    await run.burst(100, 20);
    await run.settled();
    return await run.burst(CALLS, 20);
  } finally {
    await run.end();
  }
}
