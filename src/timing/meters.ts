import type { EpochMs } from "../exchange/exchange.ts";
import { remainingMs } from "./countdown.ts";
import { topEndpoints } from "./endpoint-counts.ts";
import type { EndpointCount } from "./endpoint-counts.ts";
import { type ClockSkews, medianSkewMs } from "./origin-skew.ts";
import { forecastMs, spendingPace } from "./pace.ts";
import type { RemainingPoint } from "./pace.ts";

/** One window, as its latest responses left it. */
export type Meter = {
  readonly id: string;
  readonly api: string;
  readonly key: string;
  readonly window: string;
  readonly limit: number | null;
  readonly remaining: number | null;
  readonly resetAt: EpochMs | null;
  readonly windowSeconds: number | null;
  readonly seenAt: EpochMs;
  readonly history: readonly RemainingPoint[];
  readonly endpoints: readonly EndpointCount[];
};

/**
 * State of every window seen: API by window by key. Immutable and bounded; holds no credential. Begun by `createMeters`,
 * fed by `updateMeters` (update-meters.ts).
 */
export type Meters = { readonly meters: readonly Meter[]; readonly skews: ClockSkews };

/** A window's state at one moment. */
export type MeterReading = Omit<Meter, "endpoints"> & {
  /** The reset has passed and no newer response came: what remains now is not known. */
  readonly expired: boolean;
  /** Milliseconds until the reset, 0 when it has passed; null if none is known. */
  readonly resetInMs: number | null;
  /** Requests (or units) spent per minute; null if too little was seen. */
  readonly perMinute: number | null;
  /** Milliseconds until nothing remains at this pace; null if it cannot be said or the reset comes first. */
  readonly limitedInMs: number | null;
  /** Busiest first. */
  readonly endpoints: readonly EndpointCount[];
  /** Browser clock minus server clock, ms; 0 if negligible, null if unknown. */
  readonly skewMs: number | null;
};

const TOP_ENDPOINTS = 5;

/** No window seen yet. */
export function createMeters(): Meters {
  return { meters: [], skews: new Map() };
}

/** The state of all windows at `now`, the most recently seen first. */
export function readMeters(state: Meters, now: EpochMs): readonly MeterReading[] {
  return state.meters.map((meter) => readMeter(meter, state.skews, now)).toSorted((a, b) => b.seenAt - a.seenAt);
}

function readMeter(meter: Meter, skews: ClockSkews, now: EpochMs): MeterReading {
  const expired = meter.resetAt !== null && meter.resetAt <= now;
  const pace = expired ? null : spendingPace(meter.history, now);
  return {
    ...meter,
    expired,
    resetInMs: meter.resetAt === null ? null : remainingMs(meter.resetAt, now),
    perMinute: pace === null ? null : pace * 60_000,
    limitedInMs: forecastMs(meter.remaining, pace, meter.resetAt, now),
    endpoints: topEndpoints(meter.endpoints, TOP_ENDPOINTS),
    skewMs: medianSkewMs(skews, meter.api),
  };
}
