/*
 * The pauses a careful client would make if the server states no wait. A proposal of ours, shown as such: never as
 * the server's word.
 */

/** How a client backs off. */
export type BackoffPolicy = {
  /** Retries after the first attempt. */
  readonly retries: number;
  /** Upper end of the first pause. */
  readonly baseMs: number;
  /** No pause is longer, unless the server states a longer wait. */
  readonly capMs: number;
};

/** Three retries, from one second, at most thirty: within what the common clients do by default. */
export const DEFAULT_BACKOFF: BackoffPolicy = { retries: 3, baseMs: 1000, capMs: 30_000 };

/** A longer stated wait is not slept through: the failure goes to the caller, who can tell the user. */
export const LONGEST_WAIT_MS = 120_000;

const MAX_RETRIES = 10;

/** One pause before a retry, counted from the receipt of the failure before it. */
export type BackoffStep = {
  /** 1 for the first retry. */
  readonly retry: number;
  /** Earliest and latest length of the pause, ms. */
  readonly fromMs: number;
  readonly toMs: number;
  /** One length drawn from between the two, as a client would. */
  readonly drawnMs: number;
};

/**
 * The schedule with full jitter: each pause is drawn evenly between nothing and an upper end that doubles up to the cap,
 * so that clients that failed together do not come back together
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/). `random` gives numbers from 0 up to 1;
 * others are moved into that range. `statedWaitMs` is the wait the server asked for, if any: the first pause then starts
 * there, and jitter comes on top.
 */
export function backoffSchedule(
  random: () => number,
  statedWaitMs: number | null = null,
  policy: BackoffPolicy = DEFAULT_BACKOFF,
): readonly BackoffStep[] {
  const retries = Math.min(MAX_RETRIES, Math.max(0, Math.floor(policy.retries) || 0));
  return Array.from({ length: retries }, (_, index) => {
    const spread = Math.min(policy.capMs, policy.baseMs * 2 ** index);
    const fromMs = index === 0 ? Math.max(0, statedWaitMs ?? 0) : 0;
    return { retry: index + 1, fromMs, toMs: fromMs + spread, drawnMs: Math.round(fromMs + unit(random()) * spread) };
  });
}

/** Clamps to 0 to 1; 0 for anything that is not a number. */
function unit(value: number): number {
  return value > 0 ? Math.min(1, value) : 0;
}
