import type { EpochMs, HeaderList } from "../exchange/exchange.ts";
import { addSkew, medianSkewMs } from "./clock-skew.ts";
import type { ClockSkews } from "./clock-skew.ts";
import { remainingMs } from "./countdown.ts";
import { countEndpoint, endpointName, topEndpoints } from "./endpoint-counts.ts";
import type { EndpointCount } from "./endpoint-counts.ts";
import { keyFingerprint } from "./key-fingerprint.ts";
import { forecastMs, spendingPace } from "./pace.ts";
import type { RemainingPoint } from "./pace.ts";
import type { RateLimit, RateLimitWindow } from "./rate-limit.ts";

/** One response as the meters see it. */
export type MeterSample = {
  /** Provider id, or the origin where no provider is known: limits are counted per API. */
  readonly api: string;
  readonly method: string;
  readonly url: string;
  /** Request headers: the credential is fingerprinted and forgotten. */
  readonly headers: HeaderList;
  /** Query parameters in which this API accepts a key. */
  readonly keyQueryNames?: readonly string[];
  readonly rateLimit: RateLimit;
  /** When the response was complete. */
  readonly at: EpochMs;
};

type Meter = {
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

/** State of every window seen: API by window by key. Immutable and bounded; holds no credential. Made by `createMeters`. */
export type Meters = { readonly meters: readonly Meter[]; readonly skews: ClockSkews };

/** A window as it stands at one moment. */
export type MeterReading = Omit<Meter, "endpoints"> & {
  /** The reset has passed and no newer response came: what remains now is not known. */
  readonly expired: boolean;
  /** Milliseconds until the reset, 0 when it has passed; null where none is known. */
  readonly resetInMs: number | null;
  /** Requests (or units) spent per minute; null where too little was seen. */
  readonly perMinute: number | null;
  /** Milliseconds until nothing remains at this pace; null where it cannot be said or the reset comes first. */
  readonly limitedInMs: number | null;
  /** Busiest first. */
  readonly endpoints: readonly EndpointCount[];
  /** Browser clock minus server clock, ms; 0 where negligible, null where unknown. */
  readonly skewMs: number | null;
};

const MAX_METERS = 100;
const MAX_HISTORY = 60;
const TOP_ENDPOINTS = 5;

/** No window seen yet. */
export function createMeters(): Meters {
  return { meters: [], skews: new Map() };
}

/**
 * Takes one response in and gives the new state; the same object where the response tells nothing. Responses from caches
 * never count. A response older than the newest one of its window changes no count, but its request is credited to
 * its endpoint. Windows are told apart by name and limit, since several of one API may have no name (Urblock counts its
 * login calls apart).
 */
export function updateMeters(state: Meters, sample: MeterSample): Meters {
  if (sample.rateLimit.stale || !Number.isFinite(sample.at)) return state;
  const skews = addSkew(state.skews, sample.api, sample.rateLimit);
  // A policy alone says what is allowed, not what is left: nothing to meter.
  const windows = sample.rateLimit.windows.filter((window) => window.remaining !== null || window.resetAt !== null);
  if (windows.length === 0) return skews === state.skews ? state : { ...state, skews };

  const key = keyFingerprint(sample.headers, sample.url, sample.keyQueryNames);
  const endpoint = endpointName(sample.method, sample.url);
  const changed = new Map<string, Meter>();
  for (const window of windows) {
    const id = JSON.stringify([sample.api, key, window.name, window.limit?.value ?? null]);
    if (changed.has(id)) continue;
    const known = state.meters.find((meter) => meter.id === id);
    changed.set(
      id,
      known === undefined ? newMeter(id, key, window, sample, endpoint) : add(known, window, sample, endpoint),
    );
  }
  const rest = state.meters.filter((meter) => !changed.has(meter.id));
  // Most recently touched last: the ones quiet longest are forgotten first.
  return { meters: [...rest, ...changed.values()].slice(-MAX_METERS), skews };
}

function newMeter(id: string, key: string, window: RateLimitWindow, sample: MeterSample, endpoint: string): Meter {
  const empty = { id, api: sample.api, key, window: window.name, history: [], endpoints: [] };
  const unknown = {
    limit: null,
    remaining: null,
    resetAt: null,
    windowSeconds: null,
    seenAt: Number.NEGATIVE_INFINITY,
  };
  return add({ ...empty, ...unknown }, window, sample, endpoint);
}

function add(meter: Meter, window: RateLimitWindow, sample: MeterSample, endpoint: string): Meter {
  const endpoints = countEndpoint(meter.endpoints, endpoint);
  if (sample.at < meter.seenAt) return { ...meter, endpoints };
  const remaining = window.remaining?.value ?? null;
  return {
    ...meter,
    limit: window.limit?.value ?? meter.limit,
    remaining,
    resetAt: window.resetAt?.value ?? null,
    windowSeconds: window.windowSeconds ?? meter.windowSeconds,
    seenAt: sample.at,
    history: remaining === null ? meter.history : [...meter.history, { at: sample.at, remaining }].slice(-MAX_HISTORY),
    endpoints,
  };
}

/** All windows as they stand at `now`, the most recently seen first. */
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
