import type { Provider } from "../../catalogue/provider.ts";
import { formatCountdown } from "../../timing/countdown.ts";
import { matchingLimits } from "../../timing/documented-limit.ts";
import type { MeterReading } from "../../timing/meters.ts";
import { formatCount } from "../words/format-amount.ts";
import { text, type TextKey } from "../text/text.ts";

/** Below this a difference is the Date header's whole seconds and the way through the network. */
const NOTABLE_SKEW_MS = 2_000;

/** How fast the window is spent and where that leads, in sentences. */
export function describePace({ expired, remaining, perMinute, limitedInMs, resetAt }: MeterReading): string {
  if (expired) return text("limitsPaceReset");
  if (remaining === null) return text("limitsPaceUnknown");
  if (remaining <= 0) return text("limitsPaceReached");
  if (perMinute === null) return text("limitsPaceTooFew");
  if (perMinute <= 0) return text("limitsPaceNothing");
  const spent = perMinute < 1 ? text("limitsPaceSlow") : text("limitsPace", formatCount(Math.round(perMinute)));
  if (limitedInMs !== null) return `${spent} ${text("limitsForecast", formatCountdown(limitedInMs))}`;
  return resetAt === null ? spent : `${spent} ${text("limitsForecastReset")}`;
}

const PER_SPAN: ReadonlyMap<number, TextKey> = new Map([
  [1, "limitsPerSecond"],
  [60, "limitsPerMinute"],
  [3_600, "limitsPerHour"],
  [86_400, "limitsPerDay"],
]);

/** The policy as the response states it, "100 requests a minute"; undefined where it states no limit or no length. */
export function describePolicy({ limit, windowSeconds }: MeterReading): string | undefined {
  if (limit === null || windowSeconds === null) return undefined;
  const key = PER_SPAN.get(windowSeconds);
  return key === undefined
    ? text("limitsPerSeconds", formatCount(limit), formatCount(windowSeconds))
    : text(key, formatCount(limit));
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
  return text(skewMs > 0 ? "limitsClockAhead" : "limitsClockBehind", formatCountdown(Math.abs(skewMs)));
}
