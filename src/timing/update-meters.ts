import type { EpochMs, HeaderList } from "../exchange/exchange.ts";
import { countEndpoint, endpointName } from "./endpoint-counts.ts";
import { keyFingerprint } from "./key-fingerprint.ts";
import type { Meter, Meters } from "./meters.ts";
import { addSkew } from "./origin-skew.ts";
import type { RateLimit, RateLimitWindow } from "./rate-limit.ts";

/** One response as the meters see it. */
export type MeterSample = {
  /** Provider id, or the origin if no provider is known: limits are counted per API. */
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

const MAX_METERS = 100;
const MAX_HISTORY = 60;

/**
 * Takes one response in and gives the new state; the same object if the response says nothing. Responses from caches
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
