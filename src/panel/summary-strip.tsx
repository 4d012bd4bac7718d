import type { Provider } from "../catalogue/provider.ts";
import { formatCountdown } from "../timing/countdown.ts";
import { type MeterReading, type Meters, readMeters } from "../timing/meters.ts";
import { Countdown } from "./advice-chip.tsx";
import type { Clock } from "./clock.ts";
import { formatCount } from "./format-amount.ts";
import { formatMoment } from "./format-instant.ts";
import { Icon } from "./icon.tsx";
import "./summary-strip.css";

type Props = {
  readonly meters: Meters;
  readonly providerOf: (providerId: string) => Provider | undefined;
  readonly clock: Clock;
};

/** What is left of each API's allowance, one meter a window. Nothing where no response spoke of one. */
export function SummaryStrip({ meters, providerOf, clock }: Props) {
  const readings = readMeters(meters, clock.now.value).toSorted(byName);
  if (readings.length === 0) return null;
  return (
    <ul class="summary" aria-label="Rate limits">
      {readings.map((reading) => (
        <Meter
          key={reading.id}
          reading={reading}
          name={meterName(reading, readings, providerOf(reading.api)?.name ?? reading.api)}
          isSliding={providerOf(reading.api)?.rateLimit?.sliding === true}
          clock={clock}
        />
      ))}
    </ul>
  );
}

type MeterProps = {
  readonly reading: MeterReading;
  readonly name: string;
  readonly isSliding: boolean;
  readonly clock: Clock;
};

/** Below this share of the limit a window counts as nearly used up. */
const LOW_SHARE = 0.2;

function Meter({ reading, name, isSliding, clock }: MeterProps) {
  const { limit, resetAt, expired } = reading;
  const remaining = expired ? null : reading.remaining;
  const share = remaining === null || limit === null || limit <= 0 ? null : Math.min(1, Math.max(0, remaining / limit));
  const level =
    remaining === null ? "unknown" : remaining <= 0 ? "empty" : share !== null && share <= LOW_SHARE ? "low" : "fine";
  return (
    <li class={`meter meter-${level}`} title={describeMeter(reading, clock.now.value)}>
      <span class="meter-name">{name}</span>
      {share !== null && (
        <span
          class="meter-bar"
          role="meter"
          aria-label={`${name}: remaining`}
          aria-valuemin={0}
          aria-valuemax={limit ?? undefined}
          aria-valuenow={remaining ?? undefined}
        >
          <span style={{ inlineSize: `${share * 100}%` }} />
        </span>
      )}
      {level === "empty" && <Icon name="warning" />}
      <span class="meter-count">{describeLeft(remaining, limit, expired)}</span>
      {resetAt !== null && !expired && (
        <span class="quiet">
          {isSliding ? "more in" : "resets in"} <Countdown until={resetAt} clock={clock} whenOver="0 s" />
        </span>
      )}
    </li>
  );
}

function describeLeft(remaining: number | null, limit: number | null, expired: boolean): string {
  const of = limit === null ? "" : formatCount(limit);
  if (expired) return of === "" ? "has reset" : `limit ${of}, has reset`;
  if (remaining === null) return of === "" ? "remaining not stated" : `limit ${of}, remaining not stated`;
  return of === "" ? `${formatCount(remaining)} left` : `${formatCount(remaining)} of ${of} left`;
}

function byName(one: MeterReading, other: MeterReading): number {
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

/** API, window where it has a name, and which key where several were used: "Urblock, minute, key 2". */
function meterName(reading: MeterReading, all: readonly MeterReading[], api: string): string {
  const keys = [...new Set(all.filter((other) => other.api === reading.api).map(({ key }) => key))];
  return [
    api,
    ...(reading.window === "" ? [] : [reading.window]),
    ...(keys.length > 1 ? [reading.key === "none" ? "no key" : `key ${keys.indexOf(reading.key) + 1}`] : []),
  ].join(", ");
}

/** The tooltip: when it was seen, how fast it is spent and on what. */
function describeMeter(reading: MeterReading, now: number): string {
  const { perMinute, limitedInMs, endpoints, resetAt, expired } = reading;
  return [
    `As of ${formatMoment(reading.seenAt, now)}.`,
    expired ? "The window has reset since; what remains now is not known." : "",
    resetAt !== null && !expired ? `Resets at ${formatMoment(resetAt, now)}.` : "",
    perMinute !== null && perMinute > 0 ? `Spent at ${formatCount(Math.round(perMinute))} a minute.` : "",
    limitedInMs !== null && limitedInMs > 0 ? `Used up in ${formatCountdown(limitedInMs)} at this pace.` : "",
    ...endpoints.map(({ endpoint, count }) => `${formatCount(count)} × ${endpoint}`),
  ]
    .filter((line) => line !== "")
    .join("\n");
}
