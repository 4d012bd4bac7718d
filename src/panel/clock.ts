import { signal, type ReadonlySignal } from "@preact/signals";
import type { EpochMs } from "../exchange/exchange.ts";
import type { Unsubscribe } from "../exchange/feed.ts";
import { nextTickMs } from "../timing/countdown.ts";

/** The panel's only running time. Components read `now`, and hold it awake with `watch` while they show a countdown. */
export type Clock = {
  /** As of the last tick; moves only while an instant in the future is watched. */
  readonly now: ReadonlySignal<EpochMs>;
  /** Keeps the clock ticking until `deadline` has passed or the returned function is called. */
  readonly watch: (deadline: EpochMs) => Unsubscribe;
  readonly stop: () => void;
};

/** The longest sleep between two looks at the real time: a laptop may have slept, a user may have set the clock. */
const LONGEST_SLEEP_MS = 60_000;

/**
 * One timer for all countdowns on screen, set to the next moment at which one of them reads differently. Nothing runs
 * while no countdown is visible; every tick asks the real time again, so a late or lost tick is never carried on.
 */
export function createClock(readNow: () => EpochMs, page: Document): Clock {
  const now = signal(readNow());
  const deadlines = new Map<symbol, EpochMs>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const schedule = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (page.visibilityState === "hidden") return;
    const at = readNow();
    const running = [...deadlines.values()].filter((deadline) => deadline > at);
    if (running.length === 0) return;
    const sleep = Math.min(
      LONGEST_SLEEP_MS,
      ...running.map((deadline) => nextTickMs(deadline, at) ?? LONGEST_SLEEP_MS),
    );
    timer = setTimeout(tick, Math.max(1, sleep));
  };
  const tick = (): void => {
    now.value = readNow();
    schedule();
  };
  page.addEventListener("visibilitychange", tick);

  return {
    now,
    watch: (deadline) => {
      const key = Symbol("countdown");
      deadlines.set(key, deadline);
      tick();
      return () => {
        deadlines.delete(key);
        schedule();
      };
    },
    stop: () => {
      clearTimeout(timer);
      deadlines.clear();
      page.removeEventListener("visibilitychange", tick);
    },
  };
}
