import type { RateLimitWindow } from "./rate-limit.ts";

/**
 * Picks the window that limits the client: the exhausted one (of several, the one that resets last), else the one with
 * the smallest share left. Windows that state less come after those that state more. `violated` names windows that the
 * body calls violated; they count as exhausted if no window says 0. Null for no windows.
 */
export function chooseWindow(
  windows: readonly RateLimitWindow[],
  violated: ReadonlySet<string>,
): RateLimitWindow | null {
  let exhausted = windows.filter((window) => window.remaining?.value === 0);
  if (exhausted.length === 0) exhausted = windows.filter((window) => violated.has(window.name));
  if (exhausted.length > 0) return best(exhausted, (a, b) => lastReset(b) - lastReset(a));
  return best(windows, (a, b) => rank(a) - rank(b) || share(a) - share(b) || lastReset(b) - lastReset(a));
}

/** The first of the least; keeps wire order among equals. */
function best(
  windows: readonly RateLimitWindow[],
  compare: (a: RateLimitWindow, b: RateLimitWindow) => number,
): RateLimitWindow | null {
  let least: RateLimitWindow | null = null;
  for (const window of windows) if (least === null || compare(window, least) < 0) least = window;
  return least;
}

/** An unknown reset sorts before every known one; -1 and not -Infinity, whose differences are not numbers. */
function lastReset(window: RateLimitWindow): number {
  return window.resetAt?.value ?? -1;
}

function rank(window: RateLimitWindow): number {
  if (window.remaining !== null) return window.limit === null ? 1 : 0;
  return window.limit === null ? 3 : 2;
}

/** Share left where both counts are known; without a limit the count left; else equal. */
function share(window: RateLimitWindow): number {
  const remaining = window.remaining?.value;
  if (remaining === undefined) return 0;
  const limit = window.limit?.value;
  return limit === undefined || limit === 0 ? remaining : remaining / limit;
}
