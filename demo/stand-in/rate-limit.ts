/** How one bucket counts. "fixed": the window starts with its first request. "sliding": each request frees its own place. */
export type LimitPolicy = {
  readonly limit: number;
  readonly windowSeconds: number;
  readonly kind: "fixed" | "sliding";
};

/** Where one account stands in a bucket. `granted` is false for the request that got no place. */
export type Standing = {
  readonly policy: LimitPolicy;
  readonly granted: boolean;
  readonly remaining: number;
  /** Fixed: when the window ends. Sliding: when the next place is free. Epoch ms. */
  readonly resetAt: number;
};

export type Meter = {
  /** Counts one request of `account` at `now` (epoch ms) if there is room for it. */
  readonly take: (account: string, now: number) => Standing;
  /** The standing without counting. */
  readonly look: (account: string, now: number) => Standing;
  readonly clear: () => void;
};

/** A bucket that counts per account. */
export function createMeter(policy: LimitPolicy): Meter {
  const taken = new Map<string, number[]>();
  const windowMs = policy.windowSeconds * 1000;

  function current(account: string, now: number): number[] {
    const times = taken.get(account) ?? [];
    const first = times[0];
    if (policy.kind === "fixed") return first !== undefined && now < first + windowMs ? times : [];
    return times.filter((time) => now < time + windowMs);
  }

  function standing(times: readonly number[], granted: boolean, now: number): Standing {
    const remaining = Math.max(0, policy.limit - times.length);
    return { policy, granted, remaining, resetAt: (times[0] ?? now) + windowMs };
  }

  return {
    take(account, now) {
      const times = current(account, now);
      const granted = times.length < policy.limit;
      const after = granted ? [...times, now] : times;
      taken.set(account, after);
      return standing(after, granted, now);
    },
    look: (account, now) => standing(current(account, now), true, now),
    clear: () => taken.clear(),
  };
}

/** The three counters as all three APIs send them; the reset in Unix seconds, rounded up so that it is never early. */
export function counterHeaders(standing: Standing): Record<string, string> {
  return {
    "x-ratelimit-limit": String(standing.policy.limit),
    "x-ratelimit-remaining": String(standing.remaining),
    "x-ratelimit-reset": String(Math.ceil(standing.resetAt / 1000)),
  };
}

/** Whole seconds until `resetAt`, at least 1, rounded up so that a client that waits is never early. */
export function secondsUntil(resetAt: number, now: number): number {
  return Math.max(1, Math.ceil((resetAt - now) / 1000));
}
