import { type Figure, median } from "./figure.ts";
import { type Setup, startRecording } from "./recording-run.ts";

/** Main-thread microseconds, by the clock and of a processor, and live bytes that one recorded error costs. */
type Cost = { readonly microseconds: number; readonly processorMicroseconds: number; readonly bytes: number };

const CALLS_AT_ONCE = 20;

/** What Faultline costs beside an extension that only receives: issue by issue of docs/performance.md. */
export async function benchRecording(): Promise<readonly Figure[]> {
  const few = await costsOf(1_000, 3);
  const many = await costsOf(10_000, 1);
  return [
    { name: "bare extension: main thread per error, 1,000 errors", value: few.bare.microseconds, unit: "µs" },
    { name: "bare extension: main thread per error, 10,000 errors", value: many.bare.microseconds, unit: "µs" },
    {
      name: "bare extension: processor time per error, 10,000 errors",
      value: many.bare.processorMicroseconds,
      unit: "µs",
    },
    { name: "bare extension: heap per error, 10,000 errors", value: many.bare.bytes, unit: "B" },
    ratio("panel open, main thread beside bare, 1,000 errors", few.open, few.bare, 2),
    ratio("panel open, main thread beside bare, 10,000 errors", many.open, many.bare, 2),
    ratio("panel never opened, main thread beside bare, 1,000 errors", few.closed, few.bare, 1.3),
    ratio("panel never opened, main thread beside bare, 10,000 errors", many.closed, many.bare, 1.3),
    processorRatio("panel open, processor time beside bare, 10,000 errors", many.open, many.bare),
    processorRatio("panel never opened, processor time beside bare, 10,000 errors", many.closed, many.bare),
    ratio("panel open, growth per error from 1,000 to 10,000", many.open, few.open, 1.2),
    ratio("panel never opened, growth per error from 1,000 to 10,000", many.closed, few.closed, 1.2),
    heapRatio("panel open, heap per error beside bare, 10,000 errors", many.open, many.bare),
    heapRatio("panel never opened, heap per error beside bare, 10,000 errors", many.closed, many.bare),
  ];
}

function ratio(name: string, one: Cost, other: Cost, limit: number): Figure {
  return { name, value: one.microseconds / other.microseconds, unit: "×", limit };
}

function processorRatio(name: string, one: Cost, other: Cost): Figure {
  return { name, value: one.processorMicroseconds / other.processorMicroseconds, unit: "×" };
}

function heapRatio(name: string, one: Cost, other: Cost): Figure {
  return { name, value: one.bytes / other.bytes, unit: "×", limit: 1.5 };
}

async function costsOf(errors: number, rounds: number): Promise<Readonly<Record<Exclude<Setup, "none">, Cost>>> {
  const costs = { bare: [] as Cost[], closed: [] as Cost[], open: [] as Cost[] };
  // In turns: what slows the machine for a while slows all three.
  for (let round = 0; round < rounds; round += 1)
    for (const setup of ["bare", "closed", "open"] as const) costs[setup].push(await costOf(setup, errors));
  return { bare: middle(costs.bare), closed: middle(costs.closed), open: middle(costs.open) };
}

async function costOf(setup: Setup, errors: number): Promise<Cost> {
  const run = await startRecording(setup);
  try {
    // The first calls pay for compiling.
    await run.burst(100, CALLS_AT_ONCE);
    const before = {
      seconds: await run.taskSeconds(),
      processorSeconds: await run.processorSeconds(),
      bytes: await run.heapBytes(),
    };
    await run.burst(errors, CALLS_AT_ONCE);
    const seconds = (await run.taskSeconds()) - before.seconds;
    const processorSeconds = (await run.processorSeconds()) - before.processorSeconds;
    return {
      microseconds: (seconds * 1e6) / errors,
      processorMicroseconds: (processorSeconds * 1e6) / errors,
      bytes: ((await run.heapBytes()) - before.bytes) / errors,
    };
  } finally {
    await run.end();
  }
}

function middle(costs: readonly Cost[]): Cost {
  return {
    microseconds: median(costs.map((cost) => cost.microseconds)),
    processorMicroseconds: median(costs.map((cost) => cost.processorMicroseconds)),
    bytes: median(costs.map((cost) => cost.bytes)),
  };
}
