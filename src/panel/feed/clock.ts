import { signal, type ReadonlySignal } from "@preact/signals";
import type { EpochMs } from "../../exchange/exchange.ts";
import type { Unsubscribe } from "../../exchange/feed.ts";
import { nextTickMs } from "../../timing/countdown.ts";

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
/** Countdowns that come on screen together are drawn with one time where they read the same with it, not each with another. */
const FRESH_MS = 100;

/**
 * One timer for all countdowns on screen, set to the next moment at which the one that ends first reads differently: that
 * one is exact, and the others, which count in the same unit or a longer one, go with it. To the second for each of
 * fifty countdowns would be fifty ticks a second. Nothing runs while no countdown is visible; every tick asks the real
 * time again, so a late or lost tick is never carried on.
 */
export function createClock(readNow: () => EpochMs, page: Document): Clock {
  const now = signal(readNow());
  const deadlines = new Map<symbol, EpochMs>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The deadline that the timer counts down to; undefined where none runs. */
  let timedFor: EpochMs | undefined;

  const schedule = (): void => {
    const at = readNow();
    const running = page.visibilityState === "hidden" ? [] : [...deadlines.values()].filter((until) => until > at);
    const next = running.length === 0 ? undefined : Math.min(...running);
    if (next === timedFor) return;
    clearTimeout(timer);
    timedFor = next;
    if (next !== undefined) timer = setTimeout(tick, Math.min(LONGEST_SLEEP_MS, nextTickMs(next, at) ?? 1));
  };
  const tick = (): void => {
    timedFor = undefined;
    now.value = readNow();
    schedule();
  };
  page.addEventListener("visibilitychange", tick);

  return {
    now,
    watch: (deadline) => {
      const key = Symbol("countdown");
      deadlines.set(key, deadline);
      const late = readNow() - now.peek();
      const readsTheSame = late < (nextTickMs(deadline, now.peek()) ?? Infinity);
      if (Math.abs(late) < FRESH_MS && readsTheSame) schedule();
      else tick();
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
