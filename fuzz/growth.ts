import type { Target } from "./target.ts";

const SMALL = 20_000;
const TIMES_LARGER = 8;
/** Eight times the input may take this many times as long: linear is 8, quadratic 64. The rest is noise. */
const MOST = 24;
/** Below this a ratio says nothing. */
const SHORTEST_MS = 8;

/** Inputs made to be slow for which time grows faster than size, one sentence each; empty if none does. */
export function superlinear(target: Target): readonly string[] {
  return target.slow.flatMap((make, index) => {
    const small = Math.max(SHORTEST_MS, milliseconds(make(SMALL)));
    const large = milliseconds(make(SMALL * TIMES_LARGER));
    const ratio = large / small;
    return ratio <= MOST
      ? []
      : [
          `${target.name}, slow input ${index + 1}: ${TIMES_LARGER} times as long takes ${ratio.toFixed(0)} times the time.`,
        ];
  });
}

/** The shorter of two runs. */
function milliseconds(run: () => void): number {
  const one = (): number => {
    const began = performance.now();
    run();
    return performance.now() - began;
  };
  return Math.min(one(), one());
}
