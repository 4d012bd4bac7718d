import { type Figure, median } from "./figure.ts";
import { type Meter, startRecording } from "./recording-run.ts";

/** Main-thread microseconds, by the clock and of a processor, and live bytes: all so far, or what one recorded error costs. */
type Cost = { readonly microseconds: number; readonly processorMicroseconds: number; readonly bytes: number };

const CALLS_AT_ONCE = 20;

/** What Faultline costs beside an extension that only receives: step by step in docs/performance-log.md. */
export async function benchRecording(): Promise<readonly Figure[]> {
  const few = await roundsOf(1_000, 8);
  const many = await roundsOf(10_000, 4);
  return [
    ...bareFigures("1,000 errors", few),
    ...bareFigures("10,000 errors", many),
    { name: "bare extension: heap per error, 10,000 errors", value: middle(many.closed, "bare", "bytes"), unit: "B" },
    ...SETUPS.flatMap(({ setup, name, limit }) => [
      besideBare(`${name}, main thread beside bare, 1,000 errors`, few[setup], "microseconds", limit),
      besideBare(`${name}, main thread beside bare, 10,000 errors`, many[setup], "microseconds", limit),
      besideBare(`${name}, processor time beside bare, 1,000 errors`, few[setup], "processorMicroseconds"),
      besideBare(`${name}, processor time beside bare, 10,000 errors`, many[setup], "processorMicroseconds"),
      {
        name: `${name}, growth per error from 1,000 to 10,000`,
        value: middle(many[setup], "faultline", "microseconds") / middle(few[setup], "faultline", "microseconds"),
        unit: "×",
        limit: 1.2,
      },
      besideBare(`${name}, heap per error beside bare, 10,000 errors`, many[setup], "bytes", 1.5),
    ]),
  ];
}

const SETUPS = [
  { setup: "open", name: "panel open", limit: 2 },
  { setup: "closed", name: "panel never opened", limit: 1.3 },
] as const;

/** What one error cost both extensions, in one browser: what slows the machine for a while slows both. */
type Pair = { readonly faultline: Cost; readonly bare: Cost };
type Rounds = Readonly<Record<"open" | "closed", readonly Pair[]>>;

async function roundsOf(errors: number, rounds: number): Promise<Rounds> {
  const open: Pair[] = [];
  const closed: Pair[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Which of the two DevTools tells first is not to matter.
    const beside = round % 2 === 0 ? "before" : "behind";
    closed.push(await costOf("closed", errors, beside));
    open.push(await costOf("open", errors, beside));
  }
  return { open, closed };
}

function middle(pairs: readonly Pair[], whose: keyof Pair, what: keyof Cost): number {
  return median(pairs.map((pair) => pair[whose][what]));
}

function besideBare(name: string, pairs: readonly Pair[], what: keyof Cost, limit?: number): Figure {
  const value = median(pairs.map(({ faultline, bare }) => faultline[what] / bare[what]));
  return { name, value, unit: "×", ...(limit === undefined ? {} : { limit }) };
}

function bareFigures(size: string, { closed }: Rounds): readonly Figure[] {
  return [
    {
      name: `bare extension: main thread per error, ${size}`,
      value: middle(closed, "bare", "microseconds"),
      unit: "µs",
    },
    {
      name: `bare extension: processor time per error, ${size}`,
      value: middle(closed, "bare", "processorMicroseconds"),
      unit: "µs",
    },
  ];
}

async function costOf(setup: "open" | "closed", errors: number, beside: "before" | "behind"): Promise<Pair> {
  const run = await startRecording(setup, beside);
  try {
    // The first calls pay for compiling.
    await run.burst(100, CALLS_AT_ONCE);
    await run.settled();
    const before = { faultline: await readMeter(run), bare: await readMeter(run.bare) };
    await run.burst(errors, CALLS_AT_ONCE);
    await run.settled();
    return {
      faultline: costSince(before.faultline, await readMeter(run), errors),
      bare: costSince(before.bare, await readMeter(run.bare), errors),
    };
  } finally {
    await run.end();
  }
}

async function readMeter(meter: Meter): Promise<Cost> {
  const microseconds = (await meter.taskSeconds()) * 1e6;
  const processorMicroseconds = (await meter.processorSeconds()) * 1e6;
  return { microseconds, processorMicroseconds, bytes: await meter.heapBytes() };
}

function costSince(before: Cost, now: Cost, errors: number): Cost {
  return {
    microseconds: (now.microseconds - before.microseconds) / errors,
    processorMicroseconds: (now.processorMicroseconds - before.processorMicroseconds) / errors,
    bytes: (now.bytes - before.bytes) / errors,
  };
}
