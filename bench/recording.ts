import { type Figure, median } from "./figure.ts";
import { type Setup, startRecording } from "./recording-run.ts";

/** Main-thread microseconds, by the clock and of a processor, and live bytes that one recorded error costs. */
type Cost = { readonly microseconds: number; readonly processorMicroseconds: number; readonly bytes: number };

const CALLS_AT_ONCE = 20;

/** What Faultline costs beside an extension that only receives: issue by issue of docs/performance.md. */
export async function benchRecording(): Promise<readonly Figure[]> {
  const few = await costsOf(1_000, 5);
  const many = await costsOf(10_000, 3);
  return [
    ...bareFigures("1,000 errors", few),
    ...bareFigures("10,000 errors", many),
    { name: "bare extension: heap per error, 10,000 errors", value: middle(many, "bare", "bytes"), unit: "B" },
    ...SETUPS.flatMap(({ setup, name, limit }) => [
      besideBare(`${name}, main thread beside bare, 1,000 errors`, few, setup, "microseconds", limit),
      besideBare(`${name}, main thread beside bare, 10,000 errors`, many, setup, "microseconds", limit),
      besideBare(`${name}, processor time beside bare, 1,000 errors`, few, setup, "processorMicroseconds"),
      besideBare(`${name}, processor time beside bare, 10,000 errors`, many, setup, "processorMicroseconds"),
      {
        name: `${name}, growth per error from 1,000 to 10,000`,
        value: middle(many, setup, "microseconds") / middle(few, setup, "microseconds"),
        unit: "×",
        limit: 1.2,
      },
      besideBare(`${name}, heap per error beside bare, 10,000 errors`, many, setup, "bytes", 1.5),
    ]),
  ];
}

const SETUPS = [
  { setup: "open", name: "panel open", limit: 2 },
  { setup: "closed", name: "panel never opened", limit: 1.3 },
] as const;

/** What one error cost in each setup, measured one behind the other. */
type Round = Readonly<Record<Exclude<Setup, "none">, Cost>>;

async function costsOf(errors: number, rounds: number): Promise<readonly Round[]> {
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const bare = await costOf("bare", errors);
    const closed = await costOf("closed", errors);
    measured.push({ bare, closed, open: await costOf("open", errors) });
  }
  return measured;
}

function middle(rounds: readonly Round[], setup: keyof Round, what: keyof Cost): number {
  return median(rounds.map((round) => round[setup][what]));
}

/** Within each round, for what slows the machine for a while slows all three; then the middle one of the rounds. */
function besideBare(
  name: string,
  rounds: readonly Round[],
  setup: "open" | "closed",
  what: keyof Cost,
  limit?: number,
): Figure {
  const value = median(rounds.map((round) => round[setup][what] / round.bare[what]));
  return { name, value, unit: "×", ...(limit === undefined ? {} : { limit }) };
}

function bareFigures(size: string, rounds: readonly Round[]): readonly Figure[] {
  return [
    {
      name: `bare extension: main thread per error, ${size}`,
      value: middle(rounds, "bare", "microseconds"),
      unit: "µs",
    },
    {
      name: `bare extension: processor time per error, ${size}`,
      value: middle(rounds, "bare", "processorMicroseconds"),
      unit: "µs",
    },
  ];
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
