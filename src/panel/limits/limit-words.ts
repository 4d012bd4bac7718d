import type { Provider } from "../../catalogue/provider.ts";
import { formatCountdown } from "../../timing/countdown.ts";
import { matchingLimits } from "../../timing/documented-limit.ts";
import type { MeterReading } from "../../timing/meters.ts";
import { formatCount } from "../words/format-amount.ts";
import { limitsWords } from "../words/english/limits.ts";

/** Below this a difference is the Date header's whole seconds and the way through the network. */
const NOTABLE_SKEW_MS = 2_000;

/** How fast the window is spent and where that leads, in sentences. */
export function describePace({ expired, remaining, perMinute, limitedInMs, resetAt }: MeterReading): string {
  if (expired) return limitsWords.limitsPaceReset;
  if (remaining === null) return limitsWords.limitsPaceUnknown;
  if (remaining <= 0) return limitsWords.limitsPaceReached;
  if (perMinute === null) return limitsWords.limitsPaceTooFew;
  if (perMinute <= 0) return limitsWords.limitsPaceNothing;
  const spent = perMinute < 1 ? limitsWords.limitsPaceSlow : limitsWords.limitsPace(formatCount(Math.round(perMinute)));
  if (limitedInMs !== null) return `${spent} ${limitsWords.limitsForecast(formatCountdown(limitedInMs))}`;
  return resetAt === null ? spent : `${spent} ${limitsWords.limitsForecastReset}`;
}

const PER_SPAN: ReadonlyMap<number, "limitsPerSecond" | "limitsPerMinute" | "limitsPerHour" | "limitsPerDay"> = new Map(
  [
    [1, "limitsPerSecond"],
    [60, "limitsPerMinute"],
    [3_600, "limitsPerHour"],
    [86_400, "limitsPerDay"],
  ],
);

/** The policy as the response states it, "100 requests a minute"; undefined where it states no limit or no length. */
export function describePolicy({ limit, windowSeconds }: MeterReading): string | undefined {
  if (limit === null || windowSeconds === null) return undefined;
  const key = PER_SPAN.get(windowSeconds);
  return key === undefined
    ? limitsWords.limitsPerSeconds(formatCount(limit), formatCount(windowSeconds))
    : limitsWords[key](formatCount(limit));
}

type DocumentedLimit = Provider["limits"][number];

/** The documented limits that a window's numbers match. Several pages or plans may have the same numbers. */
export function looksLike(reading: MeterReading, provider: Provider | undefined): readonly DocumentedLimit[] {
  return matchingLimits(reading, provider?.limits ?? []);
}

/** Contradictions between pages that both document limits of this API: about its plans, most likely. */
export function limitConflicts(provider: Provider | undefined): Provider["conflicts"] {
  if (provider === undefined) return [];
  const pages = new Set(provider.limits.map(({ source }) => source));
  return provider.conflicts.filter(
    ({ sides }) => new Set(sides.map(({ source }) => source).filter((source) => pages.has(source))).size > 1,
  );
}

/** How far this computer's clock is from the server's, where that matters to a countdown; undefined where it does not. */
export function describeSkew(skewMs: number | null): string | undefined {
  if (skewMs === null || Math.abs(skewMs) < NOTABLE_SKEW_MS) return undefined;
  return (skewMs > 0 ? limitsWords.limitsClockAhead : limitsWords.limitsClockBehind)(formatCountdown(Math.abs(skewMs)));
}
