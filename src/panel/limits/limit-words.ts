import type { Provider } from "../../catalogue/provider.ts";
import { formatCountdown } from "../../timing/countdown.ts";
import { matchingLimits } from "../../timing/documented-limit.ts";
import type { MeterReading } from "../../timing/meters.ts";
import { formatCount, formatPlural } from "../format-amount.ts";

/** Below this a difference is the Date header's whole seconds and the way through the network. */
const NOTABLE_SKEW_MS = 2_000;

/** How fast the window is spent and where that leads, in sentences. */
export function describePace({ expired, remaining, perMinute, limitedInMs, resetAt }: MeterReading): string {
  if (expired) return "The window has reset since the last response; what remains now is not known.";
  if (remaining === null) return "What remains is not stated, so no pace can be told.";
  if (remaining <= 0) return "The limit is reached.";
  if (perMinute === null) return "Too few calls in the last minute to tell a pace.";
  if (perMinute <= 0) return "Nothing was spent in the last minute.";
  const spent =
    perMinute < 1 ? "Spent at less than 1 a minute." : `Spent at ${formatCount(Math.round(perMinute))} a minute.`;
  if (limitedInMs !== null)
    return `${spent} At this pace the limit is reached in about ${formatCountdown(limitedInMs)}.`;
  return resetAt === null ? spent : `${spent} At this pace the window resets before the limit is reached.`;
}

const SPANS: ReadonlyMap<number, string> = new Map([
  [1, "a second"],
  [60, "a minute"],
  [3_600, "an hour"],
  [86_400, "a day"],
]);

/** The policy as the response states it, "100 requests a minute"; undefined where it states no limit or no length. */
export function describePolicy({ limit, windowSeconds }: MeterReading): string | undefined {
  if (limit === null || windowSeconds === null) return undefined;
  return `${formatCount(limit)} ${SPANS.get(windowSeconds) ?? `in ${formatPlural(windowSeconds, "second")}`}`;
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
  const side = skewMs > 0 ? "ahead of" : "behind";
  return `This computer’s clock is ${formatCountdown(Math.abs(skewMs))} ${side} the server’s; the times are corrected for it.`;
}
